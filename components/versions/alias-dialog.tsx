"use client";

import { useMutation } from "@tanstack/react-query";
import { useState } from "react";
import { toast } from "sonner";
import { ErrorState } from "@/components/layout/states";
import { useFunctionRef } from "@/components/layout/view-state";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { Field, Input, Select } from "@/components/ui/field";
import { createAliasMutation } from "@/lib/versions/queries";
import { type Alias, aliasCreationSchema, aliasTargetSchema, LATEST, type VersionList } from "@/lib/versions/schema";
import { targetInWords } from "@/lib/versions/traffic-shares";
import { useAliasChange } from "./use-alias-change";
import { WeightField } from "./weight-field";

const NEW_ALIAS: Alias = { name: "", description: "", version: LATEST, revisionId: "" };

/** Makes an alias, or moves one: version, second version with its share, description. */
export function AliasDialog({ list, alias, onClose }: { list: VersionList; alias?: Alias; onClose: () => void }) {
  const ref = useFunctionRef();
  const published = list.versions.filter(({ version }) => version !== LATEST);
  const [name, setName] = useState(alias?.name ?? "");
  const [version, setVersion] = useState(alias?.version ?? published[0]?.version ?? LATEST);
  const [second, setSecond] = useState(alias?.additional?.version ?? "");
  const [percent, setPercent] = useState((alias?.additional?.weight ?? 0.1) * 100);
  const [description, setDescription] = useState(alias?.description ?? "");
  const creation = useMutation(createAliasMutation(ref));
  const { change, pending } = useAliasChange(alias ?? NEW_ALIAS);

  const splits = second !== "" && version !== LATEST && percent > 0 && percent < 100;
  // All of it on the second version: then that one is what the alias points at.
  const main = second !== "" && percent >= 100 ? second : version;
  const target = { version: main, additional: splits ? { version: second, weight: Math.round(percent * 100) / 10_000 } : undefined, description };
  const parsed = alias ? aliasTargetSchema.safeParse(target) : aliasCreationSchema.safeParse({ name, target });
  const problem = parsed.success || (!alias && name === "") ? undefined : parsed.error.issues[0]?.message;
  const nameTaken = !alias && list.aliases.some((each) => each.name === name) ? `There is an alias ${name} already.` : undefined;

  const save = async () => {
    if (!alias) {
      creation.mutate({ name, target }, { onSuccess: () => { toast.success(`${name} points at ${targetInWords(target)}`); onClose(); } });
      return;
    }
    if (await change(target, `${alias.name}: ${targetInWords(target)}`)) onClose();
  };
  return (
    <Dialog
      open
      onOpenChange={(open) => !open && onClose()}
      title={alias ? `Shift traffic of ${alias.name}` : "New alias"}
      description={alias ? `Now: ${targetInWords(alias)}. Callers notice at once; running invocations finish on their version.` : "Callers use its name and stay untouched when you move it."}
      footer={
        <>
          <Button onClick={onClose}>Cancel</Button>
          <Button variant="primary" disabled={!parsed.success || nameTaken !== undefined || pending || creation.isPending} onClick={() => void save()}>
            {alias ? "Save" : "Create alias"}
          </Button>
        </>
      }
    >
      <div className="flex flex-col gap-4">
        {alias ? null : (
          <Field label="Name" hint="Letters, digits, hyphens and underscores, for instance prod" error={nameTaken ?? (problem?.startsWith("An alias") ? problem : undefined)}>
            {(control) => <Input {...control} value={name} onChange={(event) => setName(event.target.value)} className="font-mono" />}
          </Field>
        )}
        <div className="grid gap-4 sm:grid-cols-2">
          <Field label="Version">
            {(control) => (
              <Select {...control} value={version} onChange={(event) => setVersion(event.target.value)}>
                {list.versions.map((each) => (
                  <option key={each.version} value={each.version}>{optionText(each)}</option>
                ))}
              </Select>
            )}
          </Field>
          <Field label="Second version" hint={version === LATEST ? "$LATEST cannot share traffic" : "Gets a part of the invocations"}>
            {(control) => (
              <Select {...control} disabled={version === LATEST} value={version === LATEST ? "" : second} onChange={(event) => setSecond(event.target.value)}>
                <option value="">none</option>
                {published.filter((each) => each.version !== version).map((each) => (
                  <option key={each.version} value={each.version}>{optionText(each)}</option>
                ))}
              </Select>
            )}
          </Field>
        </div>
        {second !== "" && version !== LATEST ? <WeightField percent={percent} onChange={setPercent} version={version} second={second} /> : null}
        <Field label="Description">{(control) => <Input {...control} value={description} maxLength={256} onChange={(event) => setDescription(event.target.value)} />}</Field>
        {problem && !problem.startsWith("An alias has") ? <p role="alert" className="text-2 text-error">{problem}</p> : null}
        {creation.error ? <ErrorState error={creation.error} what="Not created" className="px-0 pb-0" /> : null}
      </div>
    </Dialog>
  );
}

function optionText({ version, description }: { version: string; description: string }): string {
  const short = description.length > 40 ? `${description.slice(0, 40)}…` : description;
  return short && version !== LATEST ? `${version} · ${short}` : version;
}
