import type { Metadata } from "next";
import { SuitePage } from "@/components/suites/suite-page";

export const metadata: Metadata = { title: "Suite" };

export default function Page() {
  return <SuitePage />;
}
