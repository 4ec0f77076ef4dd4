"use client";

import Link from "next/link";
import { useConnectionId, useViewState } from "@/components/layout/view-state";
import { Chip, type ChipTone } from "@/components/ui/chip";
import type { BulkEdit } from "@/lib/bulk-edits/schema";

type Item = BulkEdit["items"][number];

const STATUS: Record<Item["status"], { word: string; tone: ChipTone; rank: number }> = {
  failed: { word: "failed", tone: "error", rank: 0 },
  running: { word: "running", tone: "warm", rank: 1 },
  waiting: { word: "waiting", tone: "neutral", rank: 2 },
  cancelled: { word: "left out", tone: "neutral", rank: 3 },
  done: { word: "changed", tone: "neutral", rank: 4 },
  unchanged: { word: "already so", tone: "neutral", rank: 5 },
};

/** Each function with how it went; what needs a look comes first. */
export function BulkItems({ items }: { items: readonly Item[] }) {
  const connection = useConnectionId();
  const { hrefWithView } = useViewState();
  const ordered = items.toSorted((a, b) => STATUS[a.status].rank - STATUS[b.status].rank);
  return (
    <ul className="text-2">
      {ordered.map(({ region, name, status, error }) => (
        <li key={`${region}/${name}`} className="flex flex-wrap items-baseline gap-x-3 border-b border-grid px-4 py-2 last:border-0">
          <Link href={hrefWithView(`/${connection}/functions/${region}/${name}`)} className="font-medium break-all hover:underline">
            {name}
          </Link>
          <span className="text-1 text-muted">{region}</span>
          <span className="ml-auto">
            <Chip tone={STATUS[status].tone}>{STATUS[status].word}</Chip>
          </span>
          {error ? <p className="w-full text-error">{error}</p> : null}
        </li>
      ))}
    </ul>
  );
}
