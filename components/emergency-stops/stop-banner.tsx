"use client";

import { useMutation, useQuery } from "@tanstack/react-query";
import { OctagonX } from "lucide-react";
import Link from "next/link";
import { toast } from "sonner";
import { useModeRefusal } from "@/components/connections/use-connection";
import { useConnectionId, useViewState } from "@/components/layout/view-state";
import { Button } from "@/components/ui/button";
import { emergencyStopsQuery, restoreStopMutation } from "@/lib/emergency-stops/queries";
import type { EmergencyStop } from "@/lib/emergency-stops/schema";
import { formatMoment } from "@/lib/format";
import { TimeLeft } from "./time-left";

/** Says on every page which functions are stopped, until when, and takes it back. */
export function StopBanner() {
  const { data } = useQuery(emergencyStopsQuery(useConnectionId()));
  if (!data || data.stops.length === 0) return null;
  return (
    <ul aria-label="Emergency stops" className="border-b border-line bg-throttle-soft">
      {data.stops.map((stop) => (
        <StopLine key={stop.id} stop={stop} />
      ))}
    </ul>
  );
}

function StopLine({ stop }: { stop: EmergencyStop }) {
  const connection = useConnectionId();
  const { hrefWithView } = useViewState();
  const { region, functionName, previousReserved, restoreAtMs, startedBy, stoppedAtMs } = stop;
  const back = previousReserved === undefined ? "no reserved concurrency" : `reserved concurrency ${previousReserved}`;
  return (
    <li className="flex flex-wrap items-center gap-x-3 gap-y-1 px-4 py-1.5 text-2 md:px-7">
      <OctagonX size={15} aria-hidden className="shrink-0 text-throttle" />
      <p className="min-w-0 flex-1 basis-72">
        <Link href={hrefWithView(`/${connection}/functions/${region}/${functionName}`)} className="font-medium text-throttle hover:underline">
          {functionName}
        </Link>{" "}
        <span className="text-muted">{region}</span> is stopped: every invocation is rejected.{" "}
        {restoreAtMs === undefined ? (
          <>It stays so until somebody restores it to {back}.</>
        ) : (
          <>
            Back to {back} in <TimeLeft untilMs={restoreAtMs} />.
          </>
        )}{" "}
        <span className="text-muted">
          By {startedBy}, {formatMoment(stoppedAtMs)}.
        </span>
        {stop.status === "stopping" ? <span className="block text-accent">AWS&apos;s answer was lost: it may not be stopped. Restoring looks at what AWS has.</span> : null}
        {stop.error && stop.status === "stopped" ? <span className="block text-error">It could not be restored yet: {stop.error}</span> : null}
      </p>
      <RestoreButton stop={stop} />
    </li>
  );
}

function RestoreButton({ stop }: { stop: EmergencyStop }) {
  const connection = useConnectionId();
  const refusal = useModeRefusal("operate");
  const { mutateAsync, isPending } = useMutation(restoreStopMutation({ connection, region: stop.region, name: stop.functionName }));
  // The line is gone by the time: only a promise still tells.
  const restore = () =>
    mutateAsync(stop.id).then(
      ({ error }) => (error ? toast.warning(`${stop.functionName} is no longer stopped`, { description: error }) : toast.success(`${stop.functionName} takes invocations again`)),
      (error: Error) => toast.error(`${stop.functionName} could not be restored`, { description: error.message }),
    );
  return (
    <Button size="small" disabledReason={refusal} disabled={isPending} onClick={() => void restore()} aria-label={`${isPending ? "Restoring…" : "Restore now"}: ${stop.functionName}`}>
      {isPending ? "Restoring…" : "Restore now"}
    </Button>
  );
}
