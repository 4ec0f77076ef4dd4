"use client";

import { useQuery } from "@tanstack/react-query";
import { Plus } from "lucide-react";
import { useState } from "react";
import { LoadingLines } from "@/components/layout/states";
import { useConnectionId, useViewState } from "@/components/layout/view-state";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { Input } from "@/components/ui/field";
import { MATRIX_MAX_COLUMNS } from "@/lib/environment/schema";
import { functionListQuery } from "@/lib/functions/queries";
import { qualifierListQuery } from "@/lib/setting-choices/queries";

/** Shown at once; the search narrows them. */
const MAX_SHOWN = 40;

/** Adds functions, or versions and aliases of one, to the comparison. */
export function ColumnPicker({ columns, onChange }: { columns: readonly string[]; onChange: (columns: readonly string[]) => void }) {
  const [open, setOpen] = useState(false);
  const full = columns.length >= MATRIX_MAX_COLUMNS;
  return (
    <>
      <Button variant={columns.length === 0 ? "primary" : "secondary"} disabledReason={full ? `At most ${MATRIX_MAX_COLUMNS} are compared at once.` : undefined} onClick={() => setOpen(true)}>
        <Plus size={14} aria-hidden /> Add a function
      </Button>
      {columns.length > 0 ? (
        <Button variant="quiet" onClick={() => onChange([])}>
          Clear
        </Button>
      ) : null}
      <Dialog open={open} onOpenChange={setOpen} title="Compare" description="Functions, or versions and aliases of one. Those that are chosen stay chosen." footer={<Button variant="primary" onClick={() => setOpen(false)}>Done</Button>}>
        {open ? <Choices columns={columns} onChange={onChange} /> : null}
      </Dialog>
    </>
  );
}

function Choices({ columns, onChange }: { columns: readonly string[]; onChange: (columns: readonly string[]) => void }) {
  const connection = useConnectionId();
  const { regions } = useViewState();
  const { data, error } = useQuery(functionListQuery(connection, regions));
  const [text, setText] = useState("");
  const [unfolded, setUnfolded] = useState<string>();
  const found = (data?.functions ?? []).filter(({ name }) => name.toLowerCase().includes(text.trim().toLowerCase()));
  const toggle = (column: string) => onChange(columns.includes(column) ? columns.filter((other) => other !== column) : [...columns, column].slice(0, MATRIX_MAX_COLUMNS));
  return (
    <>
      <Input aria-label="Search functions" placeholder="Search functions" value={text} onChange={(event) => setText(event.target.value)} />
      {!data && !error ? <LoadingLines lines={5} className="px-0" /> : null}
      {error ? <p className="mt-2 text-2 text-error">{error.message}</p> : null}
      <ul className="mt-2">
        {found.slice(0, MAX_SHOWN).map(({ region, name }) => {
          const column = `${region}/${name}`;
          return (
            <li key={column} className="border-b border-grid py-1.5 text-2 last:border-0">
              <div className="flex items-center gap-2">
                <label className="flex min-w-0 flex-1 items-center gap-2">
                  <input type="checkbox" checked={columns.includes(column)} onChange={() => toggle(column)} />
                  <span className="truncate">{name}</span>
                  <span className="text-1 text-muted">{region}</span>
                </label>
                <Button variant="quiet" size="small" aria-expanded={unfolded === column} aria-label={`Versions and aliases of ${name}`} onClick={() => setUnfolded(unfolded === column ? undefined : column)}>
                  versions
                </Button>
              </div>
              {unfolded === column ? <Qualifiers region={region} name={name} columns={columns} onToggle={toggle} /> : null}
            </li>
          );
        })}
      </ul>
      {found.length > MAX_SHOWN ? <p className="mt-2 text-1 text-muted">{found.length - MAX_SHOWN} more: search to narrow them.</p> : null}
      {data && found.length === 0 ? <p className="mt-3 text-2 text-muted">No function is called “{text}”.</p> : null}
    </>
  );
}

function Qualifiers({ region, name, columns, onToggle }: { region: string; name: string; columns: readonly string[]; onToggle: (column: string) => void }) {
  const connection = useConnectionId();
  const { data, error } = useQuery(qualifierListQuery({ connection, region, name }));
  if (error) return <p className="pl-6 text-1 text-error">{error.message}</p>;
  if (!data) return <p className="pl-6 text-1 text-muted">Reading versions and aliases…</p>;
  const all = [...data.aliases.map((alias) => ({ qualifier: alias.name, note: `alias of version ${alias.version}` })), ...data.versions.map((version) => ({ qualifier: version, note: "version" }))];
  if (all.length === 0) return <p className="pl-6 text-1 text-muted">It has no published version and no alias.</p>;
  return (
    <ul className="pl-6">
      {all.map(({ qualifier, note }) => {
        const column = `${region}/${name}:${qualifier}`;
        return (
          <li key={qualifier}>
            <label className="flex items-center gap-2 py-0.5">
              <input type="checkbox" checked={columns.includes(column)} onChange={() => onToggle(column)} />
              {qualifier} <span className="text-1 text-muted">{note}</span>
            </label>
          </li>
        );
      })}
    </ul>
  );
}
