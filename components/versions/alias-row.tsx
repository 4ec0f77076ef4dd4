"use client";

import { useQuery } from "@tanstack/react-query";
import { MoreHorizontal, Undo2 } from "lucide-react";
import { useState } from "react";
import { useModeRefusal } from "@/components/connections/use-connection";
import { useFunctionRef, useViewState } from "@/components/layout/view-state";
import { Button } from "@/components/ui/button";
import { Menu, MenuItem } from "@/components/ui/menu";
import { aliasTrafficQuery } from "@/lib/versions/queries";
import type { Alias, VersionList } from "@/lib/versions/schema";
import { pointAt, rollBackVersion, trafficShares } from "@/lib/versions/traffic-shares";
import { AliasDialog } from "./alias-dialog";
import { DeleteAliasDialog } from "./delete-alias-dialog";
import { TrafficSides } from "./traffic-sides";
import { useAliasChange } from "./use-alias-change";

/** One alias: where it leads, how each side does, and the ways to move it. */
export function AliasRow({ alias, list }: { alias: Alias; list: VersionList }) {
  const ref = useFunctionRef();
  const { range } = useViewState();
  const traffic = useQuery(aliasTrafficQuery(ref, alias.name, range));
  const refusal = useModeRefusal("operate");
  const [open, setOpen] = useState<"shift" | "delete">();
  const { change, pending } = useAliasChange(alias);
  const shares = trafficShares(alias);
  const back = rollBackVersion(alias);
  return (
    <li className="grid items-start gap-x-6 gap-y-3 border-b border-grid px-5 py-4 last:border-0 lg:grid-cols-[minmax(120px,200px)_minmax(0,1fr)_auto]">
      <div className="min-w-0">
        <h3 className="font-mono text-3 font-medium break-all">{alias.name}</h3>
        {alias.description ? <p className="mt-0.5 text-2 break-words text-muted">{alias.description}</p> : null}
      </div>
      <TrafficSides shares={shares} traffic={traffic.data} failed={traffic.error !== null} range={range} />
      <div className="flex flex-wrap gap-2">
        {back === undefined ? null : (
          <Button size="small" disabledReason={refusal} disabled={pending} onClick={() => void change(pointAt(alias, back), `Everything goes to version ${back} again`)}>
            <Undo2 size={13} aria-hidden /> Roll back to {back}
          </Button>
        )}
        <Button size="small" disabledReason={refusal} onClick={() => setOpen("shift")}>
          Shift traffic
        </Button>
        <Menu
          align="end"
          trigger={
            <Button size="small" variant="quiet" disabledReason={refusal} aria-label={`More for ${alias.name}`}>
              <MoreHorizontal size={14} aria-hidden />
            </Button>
          }
        >
          <MenuItem onSelect={() => setOpen("shift")}>Edit</MenuItem>
          <MenuItem danger onSelect={() => setOpen("delete")}>
            Delete
          </MenuItem>
        </Menu>
      </div>
      {open === "shift" ? <AliasDialog list={list} alias={alias} onClose={() => setOpen(undefined)} /> : null}
      {open === "delete" ? <DeleteAliasDialog alias={alias} onClose={() => setOpen(undefined)} /> : null}
    </li>
  );
}
