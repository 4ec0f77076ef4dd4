import { Chip, type ChipTone } from "@/components/ui/chip";
import type { RunOutcome } from "@/lib/runs/schema";
import { outcomeWord } from "./outcome-words";

/** Green is for a passed assertion only, so a run without one stays neutral. */
const TONES: Record<RunOutcome, ChipTone> = {
  running: "warm",
  success: "neutral",
  function_error: "error",
  timeout: "error",
  accepted: "neutral",
  dry_run_ok: "neutral",
  not_run: "error",
  unknown: "warm",
};

export function OutcomeChip({ outcome, throttled = false }: { outcome: RunOutcome; throttled?: boolean }) {
  return <Chip tone={throttled ? "throttle" : TONES[outcome]}>{outcomeWord(outcome, throttled)}</Chip>;
}
