"use client";

import { useQuery } from "@tanstack/react-query";
import { Pause, Play } from "lucide-react";
import { Button } from "@/components/ui/button";
import { formatMoment } from "@/lib/format";
import { localRegionStatusQuery } from "@/lib/local-region/queries";
import { useTraffic } from "./use-traffic";
import { useConnectionId } from "./view-state";

/** Foot of the side bar on the local region: the shop's traffic and its simulated past. */
export function LocalRegionPanel() {
  const connection = useConnectionId();
  const status = useQuery(localRegionStatusQuery(connection)).data;
  const { setPaused, isPending } = useTraffic();
  if (!status) return null;
  const { enabled, paused } = status.traffic;
  return (
    <section aria-label="Sample shop" className="border-t border-line px-2 pt-3 text-1 text-muted">
      {enabled ? (
        <div className="flex items-center justify-between gap-2">
          <span>
            Shop traffic <strong className="font-medium text-text">{paused ? "paused" : "running"}</strong>
          </span>
          <Button size="small" disabled={isPending} onClick={() => setPaused(!paused)}>
            {paused ? <Play size={12} aria-hidden /> : <Pause size={12} aria-hidden />}
            {paused ? "Resume" : "Pause"}
          </Button>
        </div>
      ) : (
        <p>Shop traffic is off (WARMSTART_LOCAL_TRAFFIC).</p>
      )}
      {status.simulatedHistory ? <p className="mt-2">History before {formatMoment(status.simulatedHistory.untilMs)} is simulated.</p> : null}
    </section>
  );
}
