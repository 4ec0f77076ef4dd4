"use client";

import { Download, Ellipsis, Plus, Search, Upload } from "lucide-react";
import dynamic from "next/dynamic";
import { useState } from "react";
import type { Bench } from "@/components/runs/use-bench";
import { Button } from "@/components/ui/button";
import { Input, Select } from "@/components/ui/field";
import { Menu, MenuItem } from "@/components/ui/menu";
import { useExportSet } from "./use-export-set";

const TemplatePicker = dynamic(() => import("./template-picker").then((module) => module.TemplatePicker), { ssr: false });
const ImportDialog = dynamic(() => import("./import-dialog").then((module) => module.ImportDialog), { ssr: false });

/** A search is worth its room from so many events. */
const SEARCH_FROM = 6;

/** New, import, export; search and tag once there is something to look through. */
export function EventListTools({ bench }: { bench: Bench }) {
  const [open, setOpen] = useState<"templates" | "import">();
  const exportSet = useExportSet(bench);
  const { search, tag, tags, total, find } = bench;
  const searchable = total >= SEARCH_FROM || search !== "" || tag !== undefined || tags.length > 0;
  return (
    <div className="border-b border-line">
      <div className="flex min-h-11 items-center gap-0.5 py-1.5 pr-1.5 pl-3.5 text-1 text-muted">
        <h2 className="flex-1 truncate">Test events{total > 0 ? <span className="figures"> · {total.toLocaleString("en")}</span> : null}</h2>
        <Button variant="quiet" size="small" onClick={() => setOpen("templates")}>
          <Plus size={13} aria-hidden /> New
        </Button>
        <Menu
          align="end"
          trigger={
            <Button variant="quiet" size="icon" className="size-7!" aria-label="Import and export">
              <Ellipsis size={14} aria-hidden />
            </Button>
          }
        >
          <MenuItem onSelect={() => setOpen("import")}>
            <Upload size={13} aria-hidden /> Import…
          </MenuItem>
          <MenuItem disabled={total === 0} onSelect={exportSet}>
            <Download size={13} aria-hidden /> Export {tag ? `“${tag}”` : "all"} as one file
          </MenuItem>
        </Menu>
      </div>
      {searchable ? (
        <div className="flex gap-1.5 px-2.5 pb-2">
          <div className="relative min-w-0 flex-1">
            <Search size={12} aria-hidden className="pointer-events-none absolute top-2 left-2 text-muted" />
            <Input type="search" aria-label="Search test events" placeholder="Search" className="h-7! pl-6.5!" value={search} onChange={(event) => find({ find: event.target.value || undefined })} />
          </div>
          {tags.length > 0 ? (
            <Select aria-label="Tag" className="h-7! w-auto! max-w-32" value={tag ?? ""} onChange={(event) => find({ tag: event.target.value || undefined })}>
              <option value="">all tags</option>
              {tags.map((name) => (
                <option key={name}>{name}</option>
              ))}
            </Select>
          ) : null}
        </div>
      ) : null}
      {open === "templates" ? <TemplatePicker bench={bench} onClose={() => setOpen(undefined)} /> : null}
      {open === "import" ? <ImportDialog bench={bench} onClose={() => setOpen(undefined)} /> : null}
    </div>
  );
}
