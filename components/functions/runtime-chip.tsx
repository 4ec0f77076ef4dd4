"use client";

import { useNow } from "@/components/layout/now";
import { Chip } from "@/components/ui/chip";
import { IMAGE_RUNTIME } from "@/lib/functions/function-rows";
import { runtimeSupport } from "@/lib/functions/runtime-support";

/** The runtime, with a word when AWS's support for it has ended or ends soon. */
export function RuntimeChip({ runtime }: { runtime: string | undefined }) {
  const nowMs = useNow();
  if (!runtime) return <Chip>{IMAGE_RUNTIME}</Chip>;
  const support = runtimeSupport(runtime, nowMs);
  const day = support.endsMs ? new Date(support.endsMs).toISOString().slice(0, 10) : "";
  if (support.status === "ended") {
    return (
      <Chip tone="error" title={`AWS's support for ${runtime} ended on ${day}`}>
        {runtime} · ended
      </Chip>
    );
  }
  return (
    <Chip tone={support.status === "soon" ? "warm" : "neutral"} title={day ? `Supported until ${day}` : undefined}>
      {runtime}
      {support.status === "soon" ? " · ends soon" : ""}
    </Chip>
  );
}
