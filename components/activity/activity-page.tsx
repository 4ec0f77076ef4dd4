"use client";

import { useInfiniteQuery } from "@tanstack/react-query";
import { useMemo } from "react";
import { useNow } from "@/components/layout/now";
import { PageBody, PageTitle } from "@/components/layout/page";
import { EmptyState, ErrorState, LoadingLines } from "@/components/layout/states";
import { TopBar } from "@/components/layout/top-bar";
import { useConnectionId, useViewState } from "@/components/layout/view-state";
import { Button } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { activityQuery } from "@/lib/activity/queries";
import { CLEARED_ACTIVITY, readActivityFilter } from "./activity-address";
import { daysOf } from "./activity-days";
import { ActivityFilters } from "./activity-filters";
import { ActivityItem } from "./activity-item";
import { ExportMenu } from "./export-menu";

/** Every change made from Warmstart, by day. */
export function ActivityPage() {
  const connection = useConnectionId();
  const view = useViewState();
  const nowMs = useNow();
  const { active, ...filter } = readActivityFilter(view.get, nowMs);
  const list = useInfiniteQuery(activityQuery(connection, filter));
  const pages = list.data?.pages;
  const changes = useMemo(() => pages?.flatMap((page) => page.changes) ?? [], [pages]);
  return (
    <>
      <TopBar crumbs={<b className="font-medium text-text">Activity</b>} />
      <PageBody>
        <PageTitle title="Activity" lede="Every change made from Warmstart: recorded before the call, completed after it. Values of variables are never shown." aside={<ExportMenu filter={filter} disabled={changes.length === 0} />} />
        <ActivityFilters filter={{ ...filter, active }} choices={pages?.[0]?.choices} />
        <Card className="overflow-hidden">
          {list.isPending ? <LoadingLines lines={8} /> : null}
          {list.error && !pages ? <ErrorState error={list.error} what="The changes could not be read" onRetry={list.refetch} /> : null}
          {pages && changes.length === 0 && !list.hasNextPage ? active ? <NothingMatches /> : <NothingYet /> : null}
          {daysOf(changes, nowMs).map(({ day, changes: ofDay }) => (
            <section key={day} aria-label={day}>
              <h2 className="border-b border-line bg-sunken px-4 py-1.5 text-1 font-medium text-muted">{day}</h2>
              <ul>
                {ofDay.map((change) => (
                  <ActivityItem key={change.id} change={change} />
                ))}
              </ul>
            </section>
          ))}
          {list.hasNextPage ? (
            <div className="flex justify-center border-t border-line p-3">
              <Button disabled={list.isFetchingNextPage} onClick={() => void list.fetchNextPage()}>
                {list.isFetchingNextPage ? "Reading…" : "Show older changes"}
              </Button>
            </div>
          ) : null}
        </Card>
      </PageBody>
    </>
  );
}

function NothingMatches() {
  const view = useViewState();
  return (
    <EmptyState title="No change matches" action={<Button onClick={() => view.set(CLEARED_ACTIVITY)}>Clear search and filters</Button>}>
      Search looks at functions, kinds, fields, values, people, pages and errors.
    </EmptyState>
  );
}

function NothingYet() {
  return <EmptyState title="Nothing was changed from here yet">Each change will be kept with who made it, before and after, and most can be undone. What other tools change is not listed.</EmptyState>;
}
