"use client";

import { useQuery } from "@tanstack/react-query";
import { useConnection } from "@/components/connections/use-connection";
import { Chip } from "@/components/ui/chip";
import { formatDateTime } from "@/lib/format";
import { localRegionStatusQuery } from "@/lib/local-region/queries";

/** Says so where the period holds history that the local region simulated. */
export function SimulatedCost({ startMs }: { startMs: number }) {
  const connection = useConnection();
  const local = connection?.kind === "local";
  const status = useQuery({ ...localRegionStatusQuery(connection?.id ?? ""), enabled: local });
  const untilMs = status.data?.simulatedHistory?.untilMs;
  if (!local || untilMs === undefined || untilMs <= startMs) return null;
  return (
    <Chip tone="warm" title="The sample shop's history before this moment was simulated, so that long ranges mean something at once.">
      simulated until {formatDateTime(untilMs)}
    </Chip>
  );
}
