"use client";

import { useQuery } from "@tanstack/react-query";
import Link from "next/link";
import { useEffect, useRef, useState } from "react";
import { ErrorState, LoadingLines } from "@/components/layout/states";
import { useFunctionRef, useViewState } from "@/components/layout/view-state";
import { Button, buttonClass } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { Field, Select } from "@/components/ui/field";
import { versionComparisonQuery } from "@/lib/versions/queries";
import { LATEST, qualifierSchema, type VersionList } from "@/lib/versions/schema";
import { ComparisonTable } from "./comparison-table";

/** Any two of versions and aliases side by side; which two is in the address. */
export function ComparisonPanel({ list }: { list: VersionList }) {
  const ref = useFunctionRef();
  const view = useViewState();
  const panel = useRef<HTMLDivElement>(null);
  const [onlyDifferent, setOnlyDifferent] = useState(true);
  const chosen = (key: string) => qualifierSchema.safeParse(view.get(key)).data;
  const left = chosen("left") ?? list.aliases[0]?.name ?? list.versions.find(({ version }) => version !== LATEST)?.version;
  const right = chosen("right") ?? LATEST;
  const asked = chosen("left");
  const comparison = useQuery({ ...versionComparisonQuery(ref, left ?? LATEST, right), enabled: left !== undefined && left !== right });
  useEffect(() => {
    if (asked !== undefined) panel.current?.scrollIntoView({ block: "nearest" });
  }, [asked]);
  if (left === undefined) return null;
  const options = [...list.aliases.map(({ name }) => name), ...list.versions.map(({ version }) => version)];
  const diffPath = `/${ref.connection}/functions/${ref.region}/${ref.name}/code?${new URLSearchParams({ left, right })}`;
  return (
    <div ref={panel}>
      <Card>
        <div className="flex flex-wrap items-end gap-3 border-b border-line px-5 py-3">
          <h2 className="mr-auto self-center text-3 font-medium">Compare</h2>
          {(["left", "right"] as const).map((side) => (
            <div key={side} className="w-36">
              <Field label={side === "left" ? "From" : "To"}>
                {(control) => (
                  <Select {...control} value={side === "left" ? left : right} onChange={(event) => view.set({ [side]: event.target.value })}>
                    {options.map((option) => (
                      <option key={option}>{option}</option>
                    ))}
                  </Select>
                )}
              </Field>
            </div>
          ))}
          <Link href={diffPath} className={buttonClass()}>
            Code as a diff
          </Link>
        </div>
        {left === right ? <p className="px-5 py-6 text-2 text-muted">Choose two that differ.</p> : null}
        {comparison.error ? <ErrorState error={comparison.error} what="They could not be compared" onRetry={comparison.refetch} /> : null}
        {comparison.isLoading ? <LoadingLines lines={5} /> : null}
        {comparison.data && left !== right ? (
          <>
            <ComparisonTable comparison={comparison.data} onlyDifferent={onlyDifferent} />
            <div className="px-5 py-3">
              <Button size="small" variant="quiet" aria-pressed={!onlyDifferent} onClick={() => setOnlyDifferent(!onlyDifferent)}>
                {onlyDifferent ? "Show what is the same too" : "Show differences only"}
              </Button>
            </div>
          </>
        ) : null}
      </Card>
    </div>
  );
}
