"use client";

import { useMemo } from "react";
import { Button } from "@/components/ui/button";
import { classNames } from "@/components/ui/class-names";
import { diffJson, type JsonDiff, type JsonDifference, pathText } from "@/lib/runs/json-diff";
import { ResultSection } from "./result-section";
import type { Ignore } from "./use-ignore-rules";

/** Longer values are cut: the whole is in the tree above. */
const SHOWN_CHARACTERS = 300;
/** More than these are counted, not listed. */
const SHOWN_DIFFERENCES = 200;

interface JsonDiffViewProps {
  title: string;
  before: string | undefined;
  after: string | undefined;
  ignore: Ignore;
}

/** What differs, place by place. */
export function JsonDiffView({ title, before, after, ignore }: JsonDiffViewProps) {
  const diff = useMemo(() => (before === undefined || after === undefined ? undefined : diffJson(before, after, ignore.rules)), [before, after, ignore.rules]);
  return (
    <ResultSection title={title} note={noteOf(diff, before, after)}>
      {diff && diff.differences.length > 0 ? (
        <ul className="border-t border-grid">
          {diff.differences.slice(0, SHOWN_DIFFERENCES).map((difference) => (
            <Difference key={`${pathText(difference.path)} ${difference.kind} ${difference.before ?? ""}`} difference={difference} onIgnore={difference.path.length > 0 ? ignore.add : undefined} />
          ))}
        </ul>
      ) : null}
    </ResultSection>
  );
}

function noteOf(diff: JsonDiff | undefined, before: string | undefined, after: string | undefined): string {
  if (!diff) return before === after ? "neither has one" : `only ${before === undefined ? "after" : "before"} has one`;
  const count = diff.differences.length;
  const left = diff.ignored > 0 ? `, ${diff.ignored} left out` : "";
  const how = diff.asText ? " (not JSON, compared as text)" : "";
  if (count === 0) return `no difference${left}${how}`;
  const more = diff.cut ? "more than " : "";
  const listed = count > SHOWN_DIFFERENCES ? `, the first ${SHOWN_DIFFERENCES} listed` : "";
  return `${more}${count.toLocaleString("en")} ${count === 1 ? "difference" : "differences"}${left}${listed}${how}`;
}

const WORDS: Record<JsonDifference["kind"], string> = { added: "added", removed: "removed", changed: "changed" };

function Difference({ difference: { path, kind, before, after }, onIgnore }: { difference: JsonDifference; onIgnore?: (path: string) => void }) {
  const place = pathText(path);
  return (
    <li className="group flex flex-wrap items-start gap-x-3 gap-y-1 border-b border-grid px-3.5 py-1.5 font-mono text-1 last:border-0">
      <span className="w-16 text-muted">{WORDS[kind]}</span>
      <span className="min-w-0 flex-[1_1_10rem] break-all">{place}</span>
      <span className="flex min-w-0 flex-[3_1_16rem] flex-col gap-0.5">
        {before === undefined ? null : <Value sign="−" text={before} className="bg-sunken text-muted" />}
        {after === undefined ? null : <Value sign="+" text={after} className="bg-sunken" />}
      </span>
      {onIgnore ? (
        <Button variant="quiet" size="small" className="font-sans" aria-label={`Leave out ${place}`} onClick={() => onIgnore(place)}>
          Leave out
        </Button>
      ) : null}
    </li>
  );
}

function Value({ sign, text, className }: { sign: string; text: string; className: string }) {
  return (
    <span className={classNames("rounded-sm px-1.5 break-all whitespace-pre-wrap", className)}>
      <span className="sr-only">{sign === "+" ? "after: " : "before: "}</span>
      <span aria-hidden>{sign} </span>
      {text.slice(0, SHOWN_CHARACTERS)}
      {text.length > SHOWN_CHARACTERS ? "…" : ""}
    </span>
  );
}
