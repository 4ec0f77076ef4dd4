import type { ReactNode } from "react";
import { classNames } from "./class-names";

export type ChipTone = "neutral" | "cold" | "warm" | "throttle" | "error" | "pass";

const TONE: Record<ChipTone, string> = {
  neutral: "border-line bg-surface text-muted",
  cold: "border-transparent bg-cold-soft text-cold",
  warm: "border-transparent bg-accent-soft text-accent",
  throttle: "border-transparent bg-throttle-soft text-throttle",
  error: "border-transparent bg-error-soft text-error",
  pass: "border-transparent bg-pass-soft text-pass",
};

/** A small label. The tone repeats what the word says. */
export function Chip({ tone = "neutral", className, title, children }: { tone?: ChipTone; className?: string; title?: string; children: ReactNode }) {
  return (
    <span title={title} className={classNames("inline-flex items-center gap-1 rounded-full border px-2 py-px text-1 whitespace-nowrap", TONE[tone], className)}>
      {children}
    </span>
  );
}
