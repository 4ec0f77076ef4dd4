import type { Metadata } from "next";
import { RunPage } from "@/components/runs/run-page";

export const metadata: Metadata = { title: "Run · Warmstart" };

export default function Page() {
  return <RunPage />;
}
