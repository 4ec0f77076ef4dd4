"use client";

import { useInfiniteQuery } from "@tanstack/react-query";
import { useEffect, useState } from "react";
import { EmptyState, ErrorState, LoadingLines } from "@/components/layout/states";
import { useViewState } from "@/components/layout/view-state";
import { Button } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { formatMoment } from "@/lib/format";
import { runListQuery } from "@/lib/runs/queries";
import { type RunFilter, runFilterSchema, type RunList } from "@/lib/runs/schema";
import { HistoryFilters } from "./history-filters";
import { HistoryTable } from "./history-table";
import type { Bench } from "./use-bench";

/** Every run made from here, newest first; what is searched for is in the address. */
export function RunHistory({ bench }: { bench: Bench }) {
  const view = useViewState();
  const filter = useFilter();
  const runs = useInfiniteQuery(runListQuery(bench.ref, filter));
  const { data, error, hasNextPage, isFetchingNextPage, isPending, refetch, fetchNextPage } = runs;
  const pages = data?.pages ?? [];
  const rows = pages.flatMap((page) => page.runs);
  const searching = Object.keys(filter).length > 0;
  useSearchOn(pages, hasNextPage && !isFetchingNextPage && !error, fetchNextPage);
  return (
    <Card className="mt-4 overflow-hidden">
      <div className="flex flex-wrap items-center gap-2 border-b border-line px-3.5 py-2">
        <h2 className="mr-auto text-1 text-muted">History of runs made from Warmstart</h2>
        <HistoryFilters bench={bench} filter={filter} />
      </div>
      {isPending ? <LoadingLines lines={3} /> : null}
      {error && !data ? <ErrorState error={error} what="The history could not be read" onRetry={refetch} /> : null}
      {data && rows.length === 0 && !hasNextPage ? <NoRuns searching={searching} onClear={() => view.set({ "run-text": undefined, outcome: undefined, "run-event": undefined })} /> : null}
      {rows.length > 0 ? <HistoryTable rows={rows} onNearEnd={hasNextPage && !isFetchingNextPage ? () => void fetchNextPage() : undefined} /> : null}
      <ListEnd pages={pages} searching={searching} hasMore={hasNextPage} loading={isFetchingNextPage} onMore={() => void fetchNextPage()} />
    </Card>
  );
}

function useFilter(): RunFilter {
  const view = useViewState();
  const wanted = { outcome: view.get("outcome"), event: view.get("run-event"), text: view.get("run-text") };
  const known = Object.fromEntries(Object.entries(wanted).filter(([, value]) => value !== undefined));
  return runFilterSchema.safeParse(known).data ?? {};
}

/** A search looks through so many runs at a time: while it has found nothing to scroll through, it goes on by itself. */
const ENOUGH_ROWS = 30;

function useSearchOn(pages: readonly RunList[], mayGoOn: boolean, goOn: () => unknown): void {
  const [stopped, setStopped] = useState(false);
  const found = pages.reduce((sum, { runs }) => sum + runs.length, 0);
  const last = pages.at(-1);
  const short = last !== undefined && last.searchedToMs !== undefined && found < ENOUGH_ROWS;
  useEffect(() => {
    const onVisibility = () => setStopped(document.hidden);
    document.addEventListener("visibilitychange", onVisibility);
    return () => document.removeEventListener("visibilitychange", onVisibility);
  }, []);
  useEffect(() => {
    if (short && mayGoOn && !stopped) goOn();
  }, [short, mayGoOn, stopped, goOn]);
}

function NoRuns({ searching, onClear }: { searching: boolean; onClear: () => void }) {
  if (!searching) return <EmptyState title="Not run from here yet">Each run is kept with its event, response and log.</EmptyState>;
  return (
    <EmptyState title="No run like that" action={<Button onClick={onClear}>Show all runs</Button>}>
      Names, errors, request ids, events and responses up to 64 KB were searched.
    </EmptyState>
  );
}

interface ListEndProps {
  pages: readonly RunList[];
  searching: boolean;
  hasMore: boolean;
  loading: boolean;
  onMore: () => void;
}

function ListEnd({ pages, searching, hasMore, loading, onMore }: ListEndProps) {
  if (!hasMore) return null;
  const searchedToMs = pages.at(-1)?.searchedToMs;
  return (
    <div className="flex items-center justify-center gap-3 border-t border-line p-2 text-1 text-muted">
      {searching && searchedToMs !== undefined ? <span>Searched back to {formatMoment(searchedToMs)}.</span> : null}
      <Button size="small" disabled={loading} onClick={onMore}>
        {loading ? (searching ? "Searching…" : "Loading…") : "Older runs"}
      </Button>
    </div>
  );
}
