import type { Metadata } from "next";
import { FunctionMonitor } from "@/components/metrics/function-monitor";

export const metadata: Metadata = { title: "Monitor" };

export default function MonitorPage() {
  return <FunctionMonitor />;
}
