"use client";

import { useMemo } from "react";
import { linesOf } from "@/lib/runs/text-lines";
import { VirtualRows } from "./virtual-rows";

/** Longer lines are broken: a response is often one line of megabytes. */
const LINE_CHARACTERS = 160;

/** Text as it came, line by line, whatever its size. */
export function TextView({ label, text, followEnd, className }: { label: string; text: string; followEnd?: boolean; className?: string }) {
  const lines = useMemo(() => linesOf(text, LINE_CHARACTERS), [text]);
  return <VirtualRows label={label} count={lines.length} followEnd={followEnd} className={className} renderRow={(index) => text.slice(...(lines[index] ?? [0, 0]))} />;
}
