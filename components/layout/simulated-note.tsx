"use client";

import { useQuery } from "@tanstack/react-query";
import { useConnection } from "@/components/connections/use-connection";
import { Chip } from "@/components/ui/chip";
import { Help } from "@/components/ui/help";
import { formatMoment } from "@/lib/format";
import { localRegionStatusQuery } from "@/lib/local-region/queries";

interface SimulatedNoteProps {
  /** The range that the page shows, in epoch milliseconds. */
  startMs: number;
  endMs: number;
  /** Left out where the page shows many functions. */
  function?: { region: string; name: string };
}

/** Says that a part of the range shown is the local region's simulated history, and until when. */
export function SimulatedNote({ startMs, endMs, function: shown }: SimulatedNoteProps) {
  const connection = useConnection();
  const { data } = useQuery({ ...localRegionStatusQuery(connection?.id ?? ""), enabled: connection?.kind === "local" });
  const history = data?.simulatedHistory;
  if (!history || startMs >= history.untilMs || endMs <= history.fromMs) return null;
  const included = !shown || history.functions.some(({ region, functionName }) => region === shown.region && functionName === shown.name);
  if (!included) return null;
  return (
    <span className="inline-flex items-center gap-1.5">
      <Chip tone="warm">simulated until {formatMoment(history.untilMs)}</Chip>
      <Help topic="Simulated history">
        <p>The local region came with two weeks of invented history for its sample shop, so that long ranges have something to show.</p>
        <p>Everything after {formatMoment(history.untilMs)} really ran on this machine.</p>
      </Help>
    </span>
  );
}
