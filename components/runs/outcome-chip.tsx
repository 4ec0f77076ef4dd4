import { Chip, type ChipTone } from "@/components/ui/chip";
import type { RunOutcome } from "@/lib/runs/schema";

/** Words for how a run ended. Green is for a passed assertion only, so a run without one stays neutral. */
const OUTCOMES: Record<RunOutcome, { label: string; tone: ChipTone }> = {
  running: { label: "running", tone: "warm" },
  success: { label: "succeeded", tone: "neutral" },
  function_error: { label: "failed", tone: "error" },
  timeout: { label: "timed out", tone: "error" },
  accepted: { label: "accepted", tone: "neutral" },
  dry_run_ok: { label: "dry run fine", tone: "neutral" },
  not_run: { label: "not run", tone: "throttle" },
  unknown: { label: "unknown", tone: "warm" },
};

export function OutcomeChip({ outcome, throttled }: { outcome: string; throttled?: boolean }) {
  const known = OUTCOMES[outcome as RunOutcome] ?? { label: outcome, tone: "neutral" };
  if (outcome === "not_run" && !throttled) return <Chip tone="error">not run</Chip>;
  return <Chip tone={known.tone}>{throttled ? "throttled" : known.label}</Chip>;
}
