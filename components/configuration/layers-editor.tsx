"use client";

import { useQuery } from "@tanstack/react-query";
import { ArrowDown, ArrowUp, CircleArrowUp, Plus, Trash2 } from "lucide-react";
import { useState } from "react";
import { useFunctionRef } from "@/components/layout/view-state";
import { Button } from "@/components/ui/button";
import { Chip } from "@/components/ui/chip";
import { itemsOf } from "@/lib/configuration/settings";
import { usedLayersQuery } from "@/lib/setting-choices/queries";
import { AddLayerDialog } from "./add-layer-dialog";
import type { SettingsForm } from "./use-settings-form";

const MAX_LAYERS = 5;

/** Layer versions in the order in which they are merged into /opt. */
export function LayersEditor({ form, readOnly }: { form: SettingsForm; readOnly: boolean }) {
  const saved = String(form.base.layers ?? "");
  const layers = itemsOf(form.textOf("layers"));
  const used = useQuery({ ...usedLayersQuery(useFunctionRef(), saved), enabled: saved !== "" }).data?.layers;
  const [adding, setAdding] = useState(false);
  const set = (next: readonly string[]) => form.edit("layers", next.join("\n"));
  const problem = form.problems.layers;
  return (
    <>
      {layers.length === 0 ? <p className="text-2 text-muted">None. At most {MAX_LAYERS} layer versions, merged into /opt in their order.</p> : null}
      <ol aria-label="Layers" className="flex flex-col">
        {layers.map((arn, index) => (
          <li key={arn} className="flex flex-wrap items-center gap-x-3 gap-y-1 border-b border-grid py-2 last:border-0">
            <span className="figures w-4 text-1 text-muted">{index + 1}</span>
            <span className="min-w-0 flex-1 basis-64 font-mono text-1 break-all">{arn}</span>
            <LayerFacts arn={arn} facts={used?.find(({ versionArn }) => versionArn === arn)} readOnly={readOnly} onUpdate={(newest) => set(layers.map((other) => (other === arn ? newest : other)))} />
            <span className="ml-auto flex">
              <Button variant="quiet" size="icon" aria-label={`Move layer ${index + 1} up`} title="Earlier" disabled={readOnly || index === 0} onClick={() => set(moved(layers, index, -1))}>
                <ArrowUp size={14} aria-hidden />
              </Button>
              <Button variant="quiet" size="icon" aria-label={`Move layer ${index + 1} down`} title="Later" disabled={readOnly || index === layers.length - 1} onClick={() => set(moved(layers, index, 1))}>
                <ArrowDown size={14} aria-hidden />
              </Button>
              <Button variant="quiet" size="icon" aria-label={`Remove layer ${index + 1}`} title="Remove" disabled={readOnly} onClick={() => set(layers.filter((other) => other !== arn))}>
                <Trash2 size={14} aria-hidden />
              </Button>
            </span>
          </li>
        ))}
      </ol>
      {problem ? (
        <p role="alert" className="mt-2 text-1 text-error">
          {problem}
        </p>
      ) : null}
      <Button size="small" className="mt-3" disabled={readOnly || layers.length >= MAX_LAYERS} onClick={() => setAdding(true)}>
        <Plus size={13} aria-hidden /> Add a layer
      </Button>
      <AddLayerDialog open={adding} onOpenChange={setAdding} runtime={String(form.present.runtime ?? "")} onAdd={(arn) => set([...layers, arn])} />
    </>
  );
}

interface Facts {
  newestArn?: string;
  newestVersion?: number;
  alsoUsedBy: readonly { name: string; version: string }[];
}

function LayerFacts({ arn, facts, readOnly, onUpdate }: { arn: string; facts: Facts | undefined; readOnly: boolean; onUpdate: (newest: string) => void }) {
  if (!facts) return null;
  const { newestArn, newestVersion, alsoUsedBy } = facts;
  const others = alsoUsedBy.map(({ name, version }) => `${name} (version ${version})`).join(", ");
  return (
    <span className="flex flex-wrap items-center gap-1.5">
      {newestArn !== undefined && newestArn !== arn ? (
        <Button size="small" disabled={readOnly} onClick={() => onUpdate(newestArn)}>
          <CircleArrowUp size={13} aria-hidden /> Take version {newestVersion}
        </Button>
      ) : null}
      {newestArn === arn ? <Chip>newest version</Chip> : null}
      {newestArn === undefined ? <Chip title="ListLayerVersions is not permitted, as often with another account's layer">newest version unknown</Chip> : null}
      {alsoUsedBy.length > 0 ? <Chip title={others}>also in {alsoUsedBy.length === 1 ? alsoUsedBy[0]?.name : `${alsoUsedBy.length} functions`}</Chip> : null}
    </span>
  );
}

function moved(layers: readonly string[], index: number, by: -1 | 1): string[] {
  const next = [...layers];
  const [layer = ""] = next.splice(index, 1);
  next.splice(index + by, 0, layer);
  return next;
}
