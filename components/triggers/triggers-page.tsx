"use client";

import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { useModeRefusal } from "@/components/connections/use-connection";
import { EmptyState, ErrorState, LoadingLines, PolicyStatement } from "@/components/layout/states";
import { useFunctionRef } from "@/components/layout/view-state";
import { Button } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { triggerListQuery } from "@/lib/triggers/queries";
import type { TriggerList } from "@/lib/triggers/schema";
import { DestinationPanel } from "./destination-panel";
import { NewMappingDialog } from "./new-mapping-dialog";
import { PermissionDialog } from "./permission-dialog";
import { TriggerRow } from "./trigger-row";

/** Everything that can invoke the function in one list, each judged, and where its events go afterwards. */
export function TriggersPage() {
  const ref = useFunctionRef();
  const { data, error, refetch } = useQuery(triggerListQuery(ref));
  if (!data) {
    return <Card>{error ? <ErrorState error={error} what="The triggers could not be read" onRetry={refetch} /> : <LoadingLines lines={8} />}</Card>;
  }
  return (
    <div className="flex flex-col gap-4">
      {data.problems.map((problem) => (
        <Card key={problem.what} role="alert" className="flex flex-col gap-2 px-5 py-4 text-2">
          <p>
            <b className="font-medium text-error">{problem.what} could not be read.</b> {problem.message} The rest is shown.
          </p>
          {problem.iamAction ? <PolicyStatement action={problem.iamAction} resource={problem.iamResource} /> : null}
        </Card>
      ))}
      <TriggerPanel list={data} />
      <DestinationPanel destinations={data.destinations} />
    </div>
  );
}

function TriggerPanel({ list }: { list: TriggerList }) {
  const refusal = useModeRefusal("operate");
  const [open, setOpen] = useState<"mapping" | "permission">();
  return (
    <Card>
      <div className="flex flex-wrap items-center gap-x-3 gap-y-2 border-b border-line px-5 py-3">
        <h2 className="text-3 font-medium">Triggers</h2>
        <p className="text-2 text-muted">{summaryOf(list)}</p>
        <div className="ml-auto flex gap-2">
          <Button size="small" disabledReason={refusal} onClick={() => setOpen("permission")}>
            Add permission
          </Button>
          <Button size="small" disabledReason={refusal} onClick={() => setOpen("mapping")}>
            Add event source
          </Button>
        </div>
      </div>
      {list.triggers.length === 0 ? <EmptyState title="Nothing invokes it by itself">No event source mapping, no function URL, and no permission for anybody else. Callers with permission of their own can still invoke it.</EmptyState> : null}
      <ul>
        {list.triggers.map((trigger) => (
          <TriggerRow key={trigger.id} trigger={trigger} />
        ))}
      </ul>
      {open === "mapping" ? <NewMappingDialog list={list} onClose={() => setOpen(undefined)} /> : null}
      {open === "permission" ? <PermissionDialog list={list} onClose={() => setOpen(undefined)} /> : null}
    </Card>
  );
}

function summaryOf({ triggers }: TriggerList): string {
  const count = (verdict: TriggerList["triggers"][number]["verdict"]) => triggers.filter((trigger) => trigger.verdict === verdict).length;
  const [works, only, never] = [count("works"), count("permission_only"), count("never_fires")];
  return [works > 0 ? `${works} ${works === 1 ? "works" : "work"}` : "", only > 0 ? `${only} permission only` : "", never > 0 ? `${never} will never fire` : ""].filter(Boolean).join(", ");
}
