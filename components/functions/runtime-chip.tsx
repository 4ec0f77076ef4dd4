import { Chip } from "@/components/ui/chip";
import { runtimeSupport } from "@/lib/functions/runtime-support";

/** The runtime, with a word when AWS's support for it has ended or ends soon. */
export function RuntimeChip({ runtime }: { runtime: string | undefined }) {
  if (!runtime) return <Chip>container image</Chip>;
  const support = runtimeSupport(runtime, Date.now());
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
