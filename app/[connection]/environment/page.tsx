import type { Metadata } from "next";
import { MatrixPage } from "@/components/environment/matrix-page";

export const metadata: Metadata = { title: "Variables" };

export default function Page() {
  return <MatrixPage />;
}
