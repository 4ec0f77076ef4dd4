"use client";

import { useMutation } from "@tanstack/react-query";
import { useState } from "react";
import { toast } from "sonner";
import { ErrorState } from "@/components/layout/states";
import { useFunctionRef } from "@/components/layout/view-state";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { Field, Input, Select } from "@/components/ui/field";
import { createMappingMutation } from "@/lib/triggers/queries";
import { mappingCreationSchema, type TriggerList } from "@/lib/triggers/schema";
import { serviceOfArn } from "@/lib/triggers/source-names";

const STREAMS = new Set(["kinesis", "dynamodb", "kafka", "rds"]);

/** Lets Lambda poll a queue or stream for the function. */
export function NewMappingDialog({ list, onClose }: { list: TriggerList; onClose: () => void }) {
  const ref = useFunctionRef();
  const [sourceArn, setSourceArn] = useState("");
  const [batchSize, setBatchSize] = useState("10");
  const [qualifier, setQualifier] = useState(list.qualifiers[0] ?? "$LATEST");
  const [start, setStart] = useState<"LATEST" | "TRIM_HORIZON">("LATEST");
  const mutation = useMutation(createMappingMutation(ref));
  const isStream = STREAMS.has(serviceOfArn(sourceArn));
  const parsed = mappingCreationSchema.safeParse({ sourceArn: sourceArn.trim(), batchSize: Number(batchSize), qualifier, startingPosition: isStream ? start : undefined });
  const problemOf = (field: string) => parsed.error?.issues.find(({ path }) => path[0] === field)?.message;
  const create = () =>
    parsed.data &&
    mutation.mutate(parsed.data, {
      onSuccess: () => {
        toast.success("The event source is added", { description: "AWS sets it up; it polls in a moment." });
        onClose();
      },
    });
  return (
    <Dialog
      open
      onOpenChange={(open) => !open && onClose()}
      title="Add an event source"
      description="Lambda polls it and invokes the function with batches. The execution role must be allowed to read from it."
      footer={
        <>
          <Button onClick={onClose}>Cancel</Button>
          <Button variant="primary" disabled={!parsed.success || mutation.isPending} onClick={create}>
            {mutation.isPending ? "Adding…" : "Add"}
          </Button>
        </>
      }
    >
      <div className="flex flex-col gap-4">
        <Field label="ARN of the source" hint="An SQS queue, Kinesis stream, DynamoDB stream, MSK cluster …" error={sourceArn === "" ? undefined : problemOf("sourceArn")}>
          {(control) => <Input {...control} value={sourceArn} onChange={(event) => setSourceArn(event.target.value)} placeholder={`arn:aws:sqs:${ref.region}:000000000000:orders`} className="font-mono" />}
        </Field>
        <div className="grid gap-4 sm:grid-cols-2">
          <Field label="Batch size" hint="1 to 10,000" error={problemOf("batchSize")}>
            {(control) => <Input {...control} inputMode="numeric" value={batchSize} onChange={(event) => setBatchSize(event.target.value)} />}
          </Field>
          <Field label="Invokes" hint="Version or alias">
            {(control) => (
              <Select {...control} value={qualifier} onChange={(event) => setQualifier(event.target.value)}>
                {list.qualifiers.map((each) => (
                  <option key={each}>{each}</option>
                ))}
              </Select>
            )}
          </Field>
        </div>
        {isStream ? (
          <Field label="Begins at" hint="A stream keeps its records for a while">
            {(control) => (
              <Select {...control} value={start} onChange={(event) => setStart(event.target.value === "TRIM_HORIZON" ? "TRIM_HORIZON" : "LATEST")}>
                <option value="LATEST">new records only</option>
                <option value="TRIM_HORIZON">the oldest record</option>
              </Select>
            )}
          </Field>
        ) : null}
        {mutation.error ? <ErrorState error={mutation.error} what="Not added" className="px-0 pb-0" /> : null}
      </div>
    </Dialog>
  );
}
