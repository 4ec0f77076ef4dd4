"use client";

import { useState } from "react";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { Field, Input } from "@/components/ui/field";
import { findFilterProblem } from "@/lib/triggers/filter-pattern";
import { type MappingEdit, mappingEditSchema, type Trigger } from "@/lib/triggers/schema";
import { serviceOfArn } from "@/lib/triggers/source-names";
import { useMappingEdit } from "./use-mapping-edit";

/** Batch, filter, concurrency and on-failure destination of a mapping; only what is changed is sent. */
export function MappingDialog({ trigger, onClose }: { trigger: Extract<Trigger, { kind: "mapping" }>; onClose: () => void }) {
  const { mapping } = trigger;
  const isQueue = serviceOfArn(mapping.sourceArn ?? "") === "sqs";
  const [batchSize, setBatchSize] = useState(String(mapping.batchSize ?? 10));
  const [windowSeconds, setWindowSeconds] = useState(String(mapping.windowSeconds ?? 0));
  const [concurrency, setConcurrency] = useState(mapping.maximumConcurrency === undefined ? "" : String(mapping.maximumConcurrency));
  const [filter, setFilter] = useState(mapping.filters.join("\n"));
  const [onFailure, setOnFailure] = useState(mapping.onFailureArn ?? "");
  const { edit, pending } = useMappingEdit(trigger);

  const filters = filter.split("\n").map((line) => line.trim()).filter(Boolean);
  const wanted: MappingEdit = {
    ...(Number(batchSize) === mapping.batchSize ? {} : { batchSize: Number(batchSize) }),
    ...(Number(windowSeconds) === (mapping.windowSeconds ?? 0) ? {} : { windowSeconds: Number(windowSeconds) }),
    ...(concurrency === String(mapping.maximumConcurrency ?? "") ? {} : { maximumConcurrency: concurrency === "" ? null : Number(concurrency) }),
    ...(filters.join("\n") === mapping.filters.join("\n") ? {} : { filters }),
    ...(onFailure.trim() === (mapping.onFailureArn ?? "") ? {} : { onFailureArn: onFailure.trim() }),
  };
  const parsed = mappingEditSchema.safeParse(wanted);
  const problemOf = (field: keyof MappingEdit) => parsed.error?.issues.find(({ path }) => path[0] === field)?.message;
  const filterProblem = filters.map(findFilterProblem).find((problem) => problem !== undefined);
  // AWS's own rule for queues: https://docs.aws.amazon.com/lambda/latest/dg/services-sqs-configure.html
  const windowProblem = isQueue && Number(batchSize) > 10 && Number(windowSeconds) === 0 ? "A batch size above 10 wants a window of at least 1 s." : undefined;
  const invalid = !parsed.success || filterProblem !== undefined || windowProblem !== undefined || batchSize === "" || windowSeconds === "";
  const save = async () => {
    if (await edit(wanted, `${trigger.name} is changed`)) onClose();
  };
  return (
    <Dialog
      open
      onOpenChange={(open) => !open && onClose()}
      title={`Edit ${trigger.source} ${trigger.name}`}
      description="One call: UpdateEventSourceMapping. AWS takes up to a minute until pollers follow it."
      footer={
        <>
          <Button onClick={onClose}>Cancel</Button>
          <Button variant="primary" disabled={invalid || pending || Object.keys(wanted).length === 0} onClick={() => void save()}>
            {pending ? "Saving…" : "Save"}
          </Button>
        </>
      }
    >
      <div className="flex flex-col gap-4">
        <div className="grid gap-4 sm:grid-cols-2">
          <Field label="Batch size" hint="Records per invocation, 1 to 10,000" error={problemOf("batchSize")}>
            {(control) => <Input {...control} inputMode="numeric" value={batchSize} onChange={(event) => setBatchSize(event.target.value)} />}
          </Field>
          <Field label="Batch window, s" hint="Waits so long for a batch to fill, 0 to 300" error={problemOf("windowSeconds") ?? windowProblem}>
            {(control) => <Input {...control} inputMode="numeric" value={windowSeconds} onChange={(event) => setWindowSeconds(event.target.value)} />}
          </Field>
        </div>
        {isQueue ? (
          <Field label="Maximum concurrency" hint="2 to 1,000 invocations at once from this queue; empty = no limit" error={problemOf("maximumConcurrency")}>
            {(control) => <Input {...control} inputMode="numeric" value={concurrency} onChange={(event) => setConcurrency(event.target.value)} />}
          </Field>
        ) : null}
        <Field label="Filter" hint="One JSON pattern a line; a record goes through when one of them fits. Empty = all records" error={filterProblem ?? problemOf("filters")}>
          {(control) => (
            <textarea
              {...control}
              rows={4}
              value={filter}
              onChange={(event) => setFilter(event.target.value)}
              spellCheck={false}
              placeholder={'{"body": {"status": ["paid"]}}'}
              className="w-full rounded-sm border border-line-strong bg-surface px-2.5 py-1.5 font-mono text-1 placeholder:text-faint aria-invalid:border-error"
            />
          )}
        </Field>
        {isQueue ? (
          <p className="text-1 text-muted">A queue keeps failing messages itself: its own dead-letter queue takes them, so there is no on-failure destination here.</p>
        ) : (
          <Field label="On-failure destination" hint="ARN of a queue, topic or bucket that takes what could not be processed; empty = none" error={problemOf("onFailureArn")}>
            {(control) => <Input {...control} value={onFailure} onChange={(event) => setOnFailure(event.target.value)} className="font-mono" />}
          </Field>
        )}
      </div>
    </Dialog>
  );
}
