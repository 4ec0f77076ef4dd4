import { Chip } from "@/components/ui/chip";
import { formatMs } from "@/lib/format";
import { findRunStart } from "@/lib/runs/run-start";
import type { Run } from "@/lib/runs/schema";

/** Cold with its INIT, warm, or a failed INIT. Nothing where that is not known. */
export function StartChip({ run }: { run: Run }) {
  const start = findRunStart(run);
  if (start === "cold") return <Chip tone="cold">cold · INIT {formatMs(run.initDurationMs ?? 0)}</Chip>;
  if (start === "init_failed") return <Chip tone="error">INIT failed</Chip>;
  return start === "warm" ? <Chip tone="warm">warm</Chip> : null;
}
