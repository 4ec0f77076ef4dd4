import type { Metadata } from "next";
import { TestBench } from "@/components/runs/test-bench";

export const metadata: Metadata = { title: "Test" };

export default function TestPage() {
  return <TestBench />;
}
