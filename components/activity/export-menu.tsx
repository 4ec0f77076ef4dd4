"use client";

import { useMutation } from "@tanstack/react-query";
import { Download } from "lucide-react";
import { toast } from "sonner";
import { useConnectionId } from "@/components/layout/view-state";
import { Button } from "@/components/ui/button";
import { Menu, MenuItem } from "@/components/ui/menu";
import { activityCsv, activityJson } from "@/lib/activity/activity-export";
import { type ActivityFilter, exportActivityMutation } from "@/lib/activity/queries";
import type { ListedChange } from "@/lib/activity/schema";

const FORMATS = {
  csv: { type: "text/csv", write: activityCsv },
  json: { type: "application/json", write: activityJson },
} as const;

/** The changes that the filter lets through, as a file. */
export function ExportMenu({ filter, disabled }: { filter: ActivityFilter; disabled: boolean }) {
  const connection = useConnectionId();
  const { mutateAsync, isPending } = useMutation(exportActivityMutation(connection, filter));
  const save = async (format: keyof typeof FORMATS) => {
    try {
      const { changes, complete } = await mutateAsync();
      download(changes, format);
      if (!complete) toast.warning(`The file has the newest ${changes.length.toLocaleString("en")} changes`, { description: "Narrow the filter for older ones." });
    } catch (error) {
      toast.error("The changes could not be exported", { description: error instanceof Error ? error.message : undefined });
    }
  };
  return (
    <Menu
      align="end"
      trigger={
        <Button disabled={disabled || isPending}>
          <Download size={13} aria-hidden /> {isPending ? "Reading…" : "Export"}
        </Button>
      }
    >
      <MenuItem onSelect={() => void save("csv")}>CSV, a line for each field</MenuItem>
      <MenuItem onSelect={() => void save("json")}>JSON</MenuItem>
    </Menu>
  );
}

function download(changes: readonly ListedChange[], format: keyof typeof FORMATS) {
  const { type, write } = FORMATS[format];
  const url = URL.createObjectURL(new Blob([write(changes)], { type }));
  const link = document.createElement("a");
  link.href = url;
  link.download = `warmstart-activity.${format}`;
  link.click();
  URL.revokeObjectURL(url);
}
