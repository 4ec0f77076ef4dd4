"use client";

import { ChevronRight } from "lucide-react";
import dynamic from "next/dynamic";
import { type ReactNode, useMemo, useState } from "react";
import { CopyButton, LoadingLines } from "@/components/layout/states";
import { classNames } from "@/components/ui/class-names";
import { formatBytes } from "@/lib/format";
import { formatJson } from "@/lib/runs/format-json";
import { ResultSection } from "./result-section";

const JsonEditor = dynamic(() => import("@/components/ui/json-editor"), { ssr: false, loading: () => <LoadingLines lines={4} /> });

/** More than this is cut on the page (the whole is one click away): colouring megabytes would freeze the tab. */
const SHOWN_CHARACTERS = 100_000;

interface JsonSectionProps {
  title: string;
  /** As it was sent or came; shown indented, with every digit as it is. */
  text: string;
  /** Closed until asked for. */
  folded?: boolean;
  aside?: ReactNode;
}

export function JsonSection({ title, text, folded = false, aside }: JsonSectionProps) {
  const [open, setOpen] = useState(!folded);
  const sizeBytes = useMemo(() => new TextEncoder().encode(text).length, [text]);
  const heading = folded ? (
    <button type="button" aria-expanded={open} onClick={() => setOpen(!open)} className="flex items-center gap-1 hover:text-text">
      <ChevronRight size={13} aria-hidden className={classNames("transition-transform", open && "rotate-90")} /> {title}
    </button>
  ) : (
    title
  );
  return (
    <ResultSection
      title={heading}
      note={formatBytes(sizeBytes)}
      aside={
        <>
          {aside}
          <CopyButton text={text} label={`Copy ${title.toLowerCase()}`} />
        </>
      }
    >
      {open ? <FormattedJson title={title} text={text} sizeBytes={sizeBytes} /> : null}
    </ResultSection>
  );
}

function FormattedJson({ title, text, sizeBytes }: { title: string; text: string; sizeBytes: number }) {
  const shown = useMemo(() => formatJson(text, SHOWN_CHARACTERS), [text]);
  return (
    <>
      {shown.cut ? <p className="border-t border-grid bg-accent-soft px-3.5 py-1.5 text-1">Only the beginning is shown; “Copy” copies all {formatBytes(sizeBytes)}.</p> : null}
      <div className={classNames("max-h-96 overflow-auto border-t border-grid", shown.cut && "h-96")}>
        <JsonEditor label={title} value={shown.text} readOnly />
      </div>
    </>
  );
}
