import { EmptyState } from "@/components/layout/states";
import { Card } from "@/components/ui/card";
import { Help } from "@/components/ui/help";
import type { Destination } from "@/lib/triggers/schema";
import { nameOfArn, serviceOfArn } from "@/lib/triggers/source-names";

const WHEN: Record<Destination["when"], string> = {
  success: "an asynchronous event succeeded",
  failure: "an asynchronous event failed for good",
  dead_letter: "an asynchronous event failed for good (dead-letter queue)",
  batch_failure: "a batch of a stream failed for good",
};

/** Where events go after the function is done with them. */
export function DestinationPanel({ destinations }: { destinations: readonly Destination[] }) {
  return (
    <Card>
      <h2 className="flex items-center gap-1.5 border-b border-line px-5 py-3 text-3 font-medium">
        Destinations
        <Help topic="A destination">
          <p>Takes a record of what became of an asynchronous event. Without one, an event that fails three times is lost.</p>
        </Help>
      </h2>
      {destinations.length === 0 ? <EmptyState title="No destination and no dead-letter queue">An asynchronous event that fails for good leaves no trace but its log. Both are set on the Configuration page.</EmptyState> : null}
      <ul>
        {destinations.map(({ qualifier, when, targetArn }) => (
          <li key={`${qualifier} ${when} ${targetArn}`} className="grid gap-x-6 gap-y-1 border-b border-grid px-5 py-3 text-2 last:border-0 sm:grid-cols-[minmax(0,280px)_minmax(0,1fr)]">
            <span className="min-w-0">
              <span className="font-medium">{serviceOfArn(targetArn).toUpperCase()}</span> <span className="font-mono text-1 break-all text-muted">{nameOfArn(targetArn)}</span>
            </span>
            <span className="text-muted">
              when {WHEN[when]}
              {qualifier === "$LATEST" ? "" : `, of ${qualifier}`}
            </span>
          </li>
        ))}
      </ul>
    </Card>
  );
}
