import type { Metadata } from "next";
import type { ReactNode } from "react";
import { FunctionFrame } from "@/components/functions/function-frame";

interface Parameters {
  params: Promise<{ name: string }>;
}

export async function generateMetadata({ params }: Parameters): Promise<Metadata> {
  const name = decodeURIComponent((await params).name);
  return { title: { default: name, template: `%s · ${name} · Warmstart` } };
}

export default function FunctionLayout({ children }: { children: ReactNode }) {
  return <FunctionFrame>{children}</FunctionFrame>;
}
