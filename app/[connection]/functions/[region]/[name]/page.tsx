import type { Metadata } from "next";
import { FunctionMonitor } from "@/components/metrics/function-monitor";

interface MonitorPageProps {
  params: Promise<{ name: string }>;
}

export async function generateMetadata({ params }: MonitorPageProps): Promise<Metadata> {
  return { title: `${(await params).name} · Monitor` };
}

export default function MonitorPage() {
  return <FunctionMonitor />;
}
