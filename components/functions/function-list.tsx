"use client";

import { useState } from "react";
import { RegionPicker } from "@/components/connections/region-picker";
import { useConnection } from "@/components/connections/use-connection";
import { PageBody, PageTitle } from "@/components/layout/page";
import { RangePicker } from "@/components/layout/range-picker";
import { EmptyState, ErrorState, PolicyStatement } from "@/components/layout/states";
import { TopBar } from "@/components/layout/top-bar";
import { useViewState } from "@/components/layout/view-state";
import { Button } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import type { RegionProblem } from "@/lib/functions/schema";
import { FunctionFilters } from "./function-filters";
import { FunctionTable } from "./function-table";
import { FunctionTableSkeleton } from "./function-table-skeleton";
import { ListLede } from "./list-lede";
import { useFunctionRows } from "./use-function-rows";

export function FunctionList() {
  const view = useViewState();
  const [visibleKeys, setVisibleKeys] = useState<readonly string[]>([]);
  const { list, all, rows, sort, filter, metricProblems, metricsLoading } = useFunctionRows(visibleKeys);
  const filtered = filter.text !== "" || filter.runtimes.length > 0 || filter.tags.length > 0;
  return (
    <>
      <TopBar
        crumbs={<b className="font-medium text-text">Functions</b>}
        controls={
          <>
            <RegionPicker />
            <RangePicker />
          </>
        }
      />
      <PageBody>
        <PageTitle title="Functions" lede={<ListLede rows={all} loading={!list.data} />} />
        <Problems problems={[...(list.data?.problems ?? []), ...metricProblems]} />
        {list.error && !list.data ? <ErrorState error={list.error} what="The functions could not be read" onRetry={list.refetch} /> : null}
        {list.data || !list.error ? (
          <>
            <FunctionFilters rows={all} filter={filter} shown={rows.length} />
            <Card className="overflow-hidden">
              {!list.data ? <FunctionTableSkeleton /> : null}
              {list.data && rows.length > 0 ? (
                <FunctionTable rows={rows} sort={sort} metricsLoading={metricsLoading} onSort={(next) => view.set({ sort: next })} onVisible={setVisibleKeys} />
              ) : null}
              {list.data && rows.length === 0 && filtered ? <NothingMatches /> : null}
              {list.data && all.length === 0 ? <NoFunctions /> : null}
            </Card>
          </>
        ) : null}
      </PageBody>
    </>
  );
}

function NothingMatches() {
  const view = useViewState();
  return (
    <EmptyState title="No function matches" action={<Button onClick={() => view.set({ q: undefined, runtime: undefined, tag: undefined })}>Clear search and filters</Button>}>
      Search looks at names, descriptions, regions, runtimes and tags.
    </EmptyState>
  );
}

function NoFunctions() {
  const connection = useConnection();
  const view = useViewState();
  const shown = view.regions ?? connection?.regions ?? [];
  return (
    <EmptyState
      title={shown.length === 1 ? `There are no functions in ${shown[0]}` : "There are no functions in these regions"}
      action={view.regions ? <Button onClick={() => view.set({ regions: undefined })}>Show {connection?.regions.join(", ")}</Button> : undefined}
    >
      Choose other regions at the top right{connection?.kind === "local" ? ", or create a function with any AWS client" : ""}.
    </EmptyState>
  );
}

/** What could not be read, once each; what could is below. */
function Problems({ problems }: { problems: readonly Partial<RegionProblem>[] }) {
  const distinct = [...new Map(problems.map((problem) => [`${problem.region} ${problem.message}`, problem])).values()];
  if (distinct.length === 0) return null;
  return (
    <Card role="alert" className="mb-4 flex flex-col gap-3 p-4 text-2">
      {distinct.map((problem) => (
        <div key={`${problem.region} ${problem.message}`} className="flex flex-col gap-2">
          <p>
            {problem.region ? <span className="font-mono text-1">{problem.region} </span> : null}
            <span className="text-error">{problem.message}</span> {problem.hint}
          </p>
          {problem.iamAction ? <PolicyStatement action={problem.iamAction} resource={problem.iamResource} /> : null}
        </div>
      ))}
    </Card>
  );
}
