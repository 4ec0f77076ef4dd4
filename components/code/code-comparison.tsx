"use client";

import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { ErrorState, LoadingLines } from "@/components/layout/states";
import { useFunctionRef, useViewState } from "@/components/layout/view-state";
import { Button } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { classNames } from "@/components/ui/class-names";
import { Field, Select } from "@/components/ui/field";
import { packageComparisonQuery } from "@/lib/code/queries";
import type { PackageComparison } from "@/lib/code/schema";
import { formatBytes } from "@/lib/format";
import { versionListQuery } from "@/lib/versions/queries";
import { LATEST } from "@/lib/versions/schema";
import { FileDiff } from "./file-diff";

const WORDS = { same: "same", different: "changed", left_only: "removed", right_only: "added" } as const;

/** The code of two qualifiers, file by file. */
export function CodeComparison({ left, right }: { left: string; right: string }) {
  const ref = useFunctionRef();
  const view = useViewState();
  const { data, error, refetch } = useQuery(packageComparisonQuery(ref, left, right));
  const versions = useQuery(versionListQuery(ref)).data;
  const [all, setAll] = useState(false);
  const options = [...new Set([LATEST, ...(versions?.aliases ?? []).map(({ name }) => name), ...(versions?.versions ?? []).map(({ version }) => version), left, right])];
  const files = (data?.files ?? []).filter(({ state }) => all || state !== "same");
  const chosen = files.find(({ path }) => path === view.get("path")) ?? files[0];
  return (
    <Card className="overflow-hidden">
      <div className="flex flex-wrap items-end gap-3 border-b border-line px-5 py-3">
        <h2 className="mr-auto self-center text-3 font-medium">Code as a diff</h2>
        {([["left", left, "From"], ["right", right, "To"]] as const).map(([side, value, label]) => (
          <div key={side} className="w-36">
            <Field label={label}>
              {(control) => (
                <Select {...control} value={value} onChange={(event) => view.set({ [side]: event.target.value })}>
                  {options.map((option) => (
                    <option key={option}>{option}</option>
                  ))}
                </Select>
              )}
            </Field>
          </div>
        ))}
        <Button onClick={() => view.set({ left: undefined, right: undefined, path: undefined })}>Back to the code</Button>
      </div>
      {error && !data ? <ErrorState error={error} what="They could not be compared" onRetry={refetch} /> : null}
      {!data && !error ? <LoadingLines lines={8} /> : null}
      {data ? (
        <div className="grid lg:grid-cols-[260px_minmax(0,1fr)]">
          <div className="min-w-0">
            <p role="status" className="px-4 py-3 text-2 text-muted">{sentenceOf(data)}</p>
            <ul aria-label="Files" className="max-h-[60vh] overflow-auto pb-2">
              {files.map(({ path, state, leftBytes, rightBytes }) => (
                <li key={path}>
                  <button type="button" aria-current={path === chosen?.path ? "true" : undefined} onClick={() => view.set({ path })} className={classNames("flex w-full items-baseline gap-2 px-4 py-1 text-left text-2 -outline-offset-2", path === chosen?.path ? "bg-sunken font-medium" : "hover:bg-sunken")}>
                    <span className="min-w-0 flex-1 truncate font-mono text-1" title={path}>{path}</span>
                    <span className={classNames("shrink-0 text-1", state === "same" ? "text-muted" : "text-accent")}>{WORDS[state]}</span>
                    <span className="figures shrink-0 text-1 text-muted">{formatBytes(rightBytes ?? leftBytes ?? 0)}</span>
                  </button>
                </li>
              ))}
            </ul>
            {data.files.some(({ state }) => state === "same") ? (
              <Button size="small" variant="quiet" className="mx-2 mb-2" aria-pressed={all} onClick={() => setAll(!all)}>
                {all ? "Changed files only" : "All files"}
              </Button>
            ) : null}
          </div>
          <div className="min-w-0 border-line max-lg:border-t lg:border-l">
            {chosen ? <FileDiff key={`${left} ${right} ${chosen.path}`} left={left} right={right} file={chosen} /> : null}
          </div>
        </div>
      ) : null}
    </Card>
  );
}

function sentenceOf({ sameCode, files }: PackageComparison): string {
  const changed = files.filter(({ state }) => state !== "same").length;
  if (sameCode) return "The same package, byte for byte.";
  if (changed === 0) return "Every file is the same; the packages differ in dates or order only.";
  return `${changed} of ${files.length} ${files.length === 1 ? "file" : "files"} ${changed === 1 ? "differs" : "differ"}.`;
}
