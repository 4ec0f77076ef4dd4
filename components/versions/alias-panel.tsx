"use client";

import { useState } from "react";
import { useModeRefusal } from "@/components/connections/use-connection";
import { EmptyState } from "@/components/layout/states";
import { useViewState } from "@/components/layout/view-state";
import { Button } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { Help } from "@/components/ui/help";
import { Segmented } from "@/components/ui/segmented";
import type { VersionList } from "@/lib/versions/schema";
import { AliasDialog } from "./alias-dialog";
import { AliasRow } from "./alias-row";

const RANGES = [
  { value: "15m", label: "15 min" },
  { value: "1h", label: "1 h" },
  { value: "24h", label: "24 h" },
] as const;

/** Each alias with the versions that it leads to, their share and how they do. */
export function AliasPanel({ list }: { list: VersionList }) {
  const { range, set } = useViewState();
  const refusal = useModeRefusal("operate");
  const [creating, setCreating] = useState(false);
  return (
    <Card>
      <div className="flex flex-wrap items-center gap-2 border-b border-line px-5 py-3">
        <h2 className="flex items-center gap-1.5 text-3 font-medium">
          Aliases
          <Help topic="An alias">
            <p>A name that callers use, such as prod. It points at a version, or splits invocations between two while you shift traffic.</p>
          </Help>
        </h2>
        <div className="ml-auto flex flex-wrap items-center gap-2">
          {list.aliases.length > 0 ? <Segmented label="Range of the figures" value={RANGES.find(({ value }) => value === range)?.value} options={RANGES} onChange={(value) => set({ range: value })} /> : null}
          <Button size="small" disabledReason={refusal} onClick={() => setCreating(true)}>
            New alias
          </Button>
        </div>
      </div>
      {list.aliases.length === 0 ? <EmptyState title="No alias yet">Callers use the function itself, which is $LATEST: each deployment reaches them at once.</EmptyState> : null}
      <ul>
        {list.aliases.map((alias) => (
          <AliasRow key={alias.name} alias={alias} list={list} />
        ))}
      </ul>
      {creating ? <AliasDialog list={list} onClose={() => setCreating(false)} /> : null}
    </Card>
  );
}
