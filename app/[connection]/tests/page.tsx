import type { Metadata } from "next";
import { SuitesPage } from "@/components/suites/suites-page";

export const metadata: Metadata = { title: "Tests" };

export default function Page() {
  return <SuitesPage />;
}
