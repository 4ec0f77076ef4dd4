import { Check, X } from "lucide-react";
import { Chip } from "@/components/ui/chip";
import type { Verdict } from "@/lib/assertions/schema";

/** Green only when something was asserted and all of it held. */
export function VerdictChip({ verdict }: { verdict: Verdict }) {
  return verdict === "passed" ? (
    <Chip tone="pass">
      <Check size={11} aria-hidden /> passed
    </Chip>
  ) : (
    <Chip tone="error">
      <X size={11} aria-hidden /> assertion failed
    </Chip>
  );
}
