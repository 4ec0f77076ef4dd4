"use client";

import { ChevronRight } from "lucide-react";
import { type ReactNode, useMemo, useState } from "react";
import { CopyButton } from "@/components/layout/states";
import { classNames } from "@/components/ui/class-names";
import { Segmented } from "@/components/ui/segmented";
import { formatBytes } from "@/lib/format";
import { outlineOf } from "@/lib/runs/json-outline";
import { JsonTree } from "./json-tree";
import { ResultSection } from "./result-section";
import { TextView } from "./text-view";

type View = "tree" | "raw";
const VIEWS = [
  { value: "tree", label: "Tree" },
  { value: "raw", label: "Raw" },
] as const;

interface JsonSectionProps {
  title: string;
  /** As it was sent or came; every digit shows as it is. */
  text: string;
  /** Closed until asked for. */
  folded?: boolean;
  aside?: ReactNode;
  /** How tall it may become. */
  className?: string;
}

/** JSON as a tree and as it came, up to 6 MB without a hitch; other text as it came. */
export function JsonSection({ title, text, folded = false, aside, className = "max-h-96" }: JsonSectionProps) {
  const [open, setOpen] = useState(!folded);
  const [view, setView] = useState<View>("tree");
  const sizeBytes = useMemo(() => new TextEncoder().encode(text).length, [text]);
  const root = useMemo(() => (open ? outlineOf(text) : undefined), [text, open]);
  const heading = folded ? (
    <button type="button" aria-expanded={open} onClick={() => setOpen(!open)} className="flex items-center gap-1 hover:text-text">
      <ChevronRight size={13} aria-hidden className={classNames("transition-transform", open && "rotate-90")} /> {title}
    </button>
  ) : (
    title
  );
  const nested = root && root.kind !== "scalar" ? root : undefined;
  return (
    <ResultSection
      title={heading}
      note={formatBytes(sizeBytes)}
      aside={
        <>
          {aside}
          {nested ? <Segmented label={`Show ${title.toLowerCase()} as`} value={view} options={VIEWS} onChange={setView} /> : null}
          <CopyButton text={text} label={`Copy ${title.toLowerCase()}`} />
        </>
      }
    >
      {open ? (
        <div className="border-t border-grid">
          {nested && view === "tree" ? <JsonTree key={text.length} label={title} text={text} root={nested} className={className} /> : <TextView label={title} text={text} className={className} />}
        </div>
      ) : null}
    </ResultSection>
  );
}
