"use client";

import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { ErrorState, LoadingLines } from "@/components/layout/states";
import { useFunctionRef } from "@/components/layout/view-state";
import { Button } from "@/components/ui/button";
import { Chip } from "@/components/ui/chip";
import { Dialog } from "@/components/ui/dialog";
import { Field, Input } from "@/components/ui/field";
import { findSettingProblem } from "@/lib/configuration/setting-problems";
import { layerChoicesQuery } from "@/lib/setting-choices/queries";

interface AddLayerDialogProps {
  open: boolean;
  onOpenChange: (open: boolean) => void;
  runtime: string;
  onAdd: (versionArn: string) => void;
}

/** A layer of the account, or any by its ARN. */
export function AddLayerDialog({ open, onOpenChange, runtime, onAdd }: AddLayerDialogProps) {
  const { data, error, isPending, refetch } = useQuery({ ...layerChoicesQuery(useFunctionRef()), enabled: open });
  const [arn, setArn] = useState("");
  const problem = arn.trim() === "" ? undefined : findSettingProblem("layers", arn.trim());
  const add = (versionArn: string) => {
    onAdd(versionArn);
    setArn("");
    onOpenChange(false);
  };
  return (
    <Dialog open={open} onOpenChange={onOpenChange} title="Add a layer" description="It goes to the end: what comes later overwrites files of what comes earlier.">
      <div className="flex items-start gap-2">
        <div className="min-w-0 flex-1">
          <Field label="ARN of a layer version" error={problem} hint="Also of another account, if its owner allows it.">
            {(control) => <Input {...control} className="font-mono" autoComplete="off" spellCheck={false} value={arn} placeholder="arn:aws:lambda:us-east-1:123456789012:layer:name:1" onChange={(event) => setArn(event.target.value)} />}
          </Field>
        </div>
        <Button className="mt-[23px]" disabled={arn.trim() === "" || problem !== undefined} onClick={() => add(arn.trim())}>
          Add
        </Button>
      </div>
      <h3 className="mt-5 text-2 font-medium">Layers of this account and region</h3>
      {isPending ? <LoadingLines lines={3} className="px-0" /> : null}
      {error ? <ErrorState error={error} what="The layers could not be read" onRetry={refetch} className="px-0" /> : null}
      {data?.layers.length === 0 ? <p className="mt-1 text-2 text-muted">There are none.</p> : null}
      <ul>
        {data?.layers.map(({ name, versionArn, version, description, runtimes }) => (
          <li key={versionArn} className="flex items-center gap-3 border-b border-grid py-2 text-2 last:border-0">
            <span className="min-w-0 flex-1">
              <span className="font-medium">{name}</span> <span className="text-muted">version {version}</span>
              {description ? <span className="block truncate text-1 text-muted">{description}</span> : null}
            </span>
            {runtimes.length > 0 && runtime && !runtimes.includes(runtime) ? <Chip tone="warm" title={`Made for ${runtimes.join(", ")}`}>not for {runtime}</Chip> : null}
            <Button size="small" aria-label={`Add ${name}`} onClick={() => add(versionArn)}>
              Add
            </Button>
          </li>
        ))}
      </ul>
    </Dialog>
  );
}
