"use client";

import { X } from "lucide-react";
import { useId, useState } from "react";
import { Button } from "@/components/ui/button";
import { Input } from "@/components/ui/field";
import { parsePathRule } from "@/lib/runs/path-rules";
import type { Ignore } from "./use-ignore-rules";

/** Which places a comparison leaves out. */
export function IgnoreRules({ ignore }: { ignore: Ignore }) {
  const [text, setText] = useState("");
  const problemId = useId();
  const parsed = text.trim() ? parsePathRule(text) : undefined;
  const problem = parsed && "problem" in parsed ? parsed.problem : undefined;
  return (
    <form
      className="flex flex-wrap items-center gap-1.5 border-b border-grid px-3.5 py-2 text-2"
      onSubmit={(event) => {
        event.preventDefault();
        if (!parsed || problem) return;
        ignore.add(text);
        setText("");
      }}
    >
      <span className="text-muted">Leave out</span>
      {ignore.rules.map((rule) => (
        <span key={rule.text} className="inline-flex items-center gap-1 rounded-full border border-line py-px pr-1 pl-2 font-mono text-1">
          {rule.text}
          <button type="button" aria-label={`Compare ${rule.text} again`} onClick={() => ignore.remove(rule.text)} className="rounded-full p-0.5 text-muted hover:bg-sunken hover:text-text">
            <X size={11} aria-hidden />
          </button>
        </span>
      ))}
      <Input aria-label="Path to leave out" placeholder="$..timestamp" aria-invalid={problem ? true : undefined} aria-describedby={problem ? problemId : undefined} value={text} onChange={(event) => setText(event.target.value)} className="h-7! w-44! font-mono" />
      <Button type="submit" size="small" disabled={!parsed || problem !== undefined}>
        Add
      </Button>
      {problem ? (
        <p id={problemId} className="basis-full text-1 text-error">
          {problem}
        </p>
      ) : null}
    </form>
  );
}
