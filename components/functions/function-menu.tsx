"use client";

import { Copy, Ellipsis, OctagonX, Trash2 } from "lucide-react";
import { useRouter } from "next/navigation";
import { useState } from "react";
import { useModeRefusal } from "@/components/connections/use-connection";
import { StopDialog } from "@/components/emergency-stops/stop-dialog";
import { leaveFor } from "@/components/layout/leave-guard";
import { useFunctionRef } from "@/components/layout/view-state";
import { DeleteDialog } from "@/components/new-functions/delete-dialog";
import { Button } from "@/components/ui/button";
import { Menu, MenuItem, MenuLabel } from "@/components/ui/menu";

/** What is done to the function as a whole. */
export function FunctionMenu() {
  const target = useFunctionRef();
  const refusal = useModeRefusal("operate");
  const router = useRouter();
  const [open, setOpen] = useState<"stop" | "delete">();
  const copyPath = `/${target.connection}/functions/new?from=${target.region}/${target.name}`;
  if (refusal) {
    return (
      <Button size="icon" aria-label="More actions" disabledReason={refusal}>
        <Ellipsis size={15} aria-hidden />
      </Button>
    );
  }
  return (
    <>
      <Menu
        align="end"
        trigger={
          <Button size="icon" aria-label="More actions">
            <Ellipsis size={15} aria-hidden />
          </Button>
        }
      >
        <MenuLabel>{target.name}</MenuLabel>
        <MenuItem onSelect={() => leaveFor(copyPath, () => router.push(copyPath))}>
          <Copy size={14} aria-hidden /> Copy to a new function…
        </MenuItem>
        <MenuItem danger onSelect={() => setOpen("stop")}>
          <OctagonX size={14} aria-hidden /> Emergency stop…
        </MenuItem>
        <MenuItem danger onSelect={() => setOpen("delete")}>
          <Trash2 size={14} aria-hidden /> Delete…
        </MenuItem>
      </Menu>
      <StopDialog target={target} open={open === "stop"} onOpenChange={(next) => setOpen(next ? "stop" : undefined)} />
      <DeleteDialog target={target} open={open === "delete"} onOpenChange={(next) => setOpen(next ? "delete" : undefined)} />
    </>
  );
}
