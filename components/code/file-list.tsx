"use client";

import { useState } from "react";
import { toast } from "sonner";
import { Button } from "@/components/ui/button";
import { classNames } from "@/components/ui/class-names";
import { Input } from "@/components/ui/field";
import { type Package, packagePathSchema } from "@/lib/code/schema";
import { formatBytes } from "@/lib/format";
import type { CodeEditsState } from "./use-code-edits";

const LARGEST = 5;

interface FileListProps {
  code: Package;
  state: CodeEditsState;
  chosen: string | undefined;
  refusal: string | undefined;
  onChoose: (path: string) => void;
}

/** Every file with its size, found by a part of its path; the largest on top when there are many. */
export function FileList({ code, state, chosen, refusal, onChoose }: FileListProps) {
  const [text, setText] = useState("");
  const files = code.contents?.files ?? [];
  const sizes = new Map(files.map(({ path, sizeBytes }) => [path, sizeBytes]));
  const shown = state.paths.filter((path) => path.toLowerCase().includes(text.toLowerCase()));
  const largest = files.length > LARGEST * 2 ? files.toSorted((a, b) => b.sizeBytes - a.sizeBytes).slice(0, LARGEST) : [];
  const hidden = (code.contents?.fileCount ?? 0) - files.length;
  const item = (path: string) => (
    <FileItem key={path} path={path} sizeBytes={sizes.get(path)} chosen={path === chosen} word={wordOf(path, state, sizes.has(path))} onChoose={() => onChoose(path)} />
  );
  return (
    <div className="flex max-h-[560px] min-w-0 flex-col">
      <div className="flex gap-2 border-b border-line p-3">
        <Input type="search" aria-label="Find a file" placeholder="Find a file" value={text} onChange={(event) => setText(event.target.value)} />
        <NewFile refusal={refusal} state={state} onMade={onChoose} />
      </div>
      <nav aria-label="Files" className="min-h-0 overflow-auto py-2">
        {largest.length > 0 && text === "" ? (
          <>
            <p className="px-3 pb-1 text-1 text-muted">Largest</p>
            <ul className="mb-2 border-b border-grid pb-2">{largest.map(({ path }) => item(path))}</ul>
          </>
        ) : null}
        <ul>{shown.map(item)}</ul>
        {shown.length === 0 ? <p className="px-3 py-2 text-2 text-muted">No file has “{text}” in its path.</p> : null}
        {hidden > 0 ? <p className="px-3 py-2 text-1 text-muted">{hidden.toLocaleString("en")} smaller files are not listed.</p> : null}
      </nav>
    </div>
  );
}

function FileItem({ path, sizeBytes, chosen, word, onChoose }: { path: string; sizeBytes: number | undefined; chosen: boolean; word: string | undefined; onChoose: () => void }) {
  const folder = path.slice(0, path.lastIndexOf("/") + 1);
  return (
    <li>
      <button
        type="button"
        aria-current={chosen ? "true" : undefined}
        onClick={onChoose}
        className={classNames("flex w-full items-baseline gap-2 px-3 py-1 text-left text-2 -outline-offset-2", chosen ? "bg-sunken font-medium" : "hover:bg-sunken")}
      >
        <span className={classNames("min-w-0 flex-1 truncate font-mono text-1", word === "removed" && "line-through")} title={path}>
          <span className="text-muted">{folder}</span>
          {path.slice(folder.length)}
        </span>
        {word ? <span className="shrink-0 text-1 text-accent">{word}</span> : null}
        <span className="figures shrink-0 text-1 text-muted">{sizeBytes === undefined ? "" : formatBytes(sizeBytes)}</span>
      </button>
    </li>
  );
}

function NewFile({ refusal, state, onMade }: { refusal: string | undefined; state: CodeEditsState; onMade: (path: string) => void }) {
  const [path, setPath] = useState<string>();
  if (path === undefined) {
    return (
      <Button size="medium" disabledReason={refusal} onClick={() => setPath("")}>
        New
      </Button>
    );
  }
  const make = () => {
    const parsed = packagePathSchema.safeParse(path.trim());
    const problem = parsed.error?.issues[0]?.message ?? (state.paths.includes(path.trim()) ? "There is a file of that name." : undefined);
    if (problem || !parsed.data) return void toast.error(problem);
    state.edit(parsed.data, "", undefined);
    onMade(parsed.data);
    setPath(undefined);
  };
  return (
    <form
      className="flex gap-1"
      onSubmit={(event) => {
        event.preventDefault();
        make();
      }}
    >
      {/* oxlint-disable-next-line jsx-a11y/no-autofocus -- it appears because its button was pressed */}
      <Input autoFocus aria-label="Path of the new file" placeholder="lib/new.mjs" value={path} onChange={(event) => setPath(event.target.value)} onKeyDown={(event) => event.key === "Escape" && setPath(undefined)} className="font-mono" />
      <Button type="submit">Add</Button>
    </form>
  );
}

function wordOf(path: string, { edits }: CodeEditsState, exists: boolean): string | undefined {
  if (edits.removed.has(path)) return "removed";
  if (!edits.texts.has(path)) return undefined;
  return exists ? "edited" : "new";
}
