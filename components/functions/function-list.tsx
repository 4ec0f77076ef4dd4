"use client";

import { useState } from "react";
import { BulkBar } from "@/components/bulk-edits/bulk-bar";
import { RegionPicker } from "@/components/connections/region-picker";
import { useConnection } from "@/components/connections/use-connection";
import { Outdated } from "@/components/layout/outdated";
import { PageBody, PageTitle } from "@/components/layout/page";
import { RangePicker } from "@/components/layout/range-picker";
import { ErrorState } from "@/components/layout/states";
import { SimulatedNote } from "@/components/layout/simulated-note";
import { TopBar } from "@/components/layout/top-bar";
import { useViewState } from "@/components/layout/view-state";
import { Card } from "@/components/ui/card";
import { FunctionFilters } from "./function-filters";
import { FunctionTable } from "./function-table";
import { FunctionTableSkeleton } from "./function-table-skeleton";
import { NoFunctions, NothingMatches } from "./list-empty";
import { ListLede } from "./list-lede";
import { ListProblems, StaleList } from "./list-problems";
import { CreateFunctionLink } from "./create-function-link";
import { NOTHING_SELECTED } from "./row-selection";
import { useFunctionRows } from "./use-function-rows";

export function FunctionList() {
  const [selection, setSelection] = useState(NOTHING_SELECTED);
  const view = useViewState();
  const { list, all, rows, sort, filter, metrics, outdated, reportInSight } = useFunctionRows();
  const connectionProblem = useConnection()?.problem ?? "";
  const failed = list.error && !list.data;
  // The banner already says what keeps the whole connection from working.
  const problems = [...(list.data?.problems ?? []), ...metrics.problems].filter(({ message = "" }) => !connectionProblem.includes(message));
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
        <PageTitle title="Functions" lede={failed ? undefined : <Outdated on={outdated}><ListLede rows={all} loading={!list.data} /></Outdated>} aside={<>{metrics.window ? <SimulatedNote {...metrics.window} /> : null}<CreateFunctionLink /></>} />
        <ListProblems problems={problems} />
        {list.error && list.data ? <StaleList error={list.error} readAtMs={list.dataUpdatedAt} onRetry={list.refetch} /> : null}
        {failed ? (
          <Card>
            <ErrorState error={list.error} what="The functions could not be read" onRetry={list.refetch} />
          </Card>
        ) : (
          <>
            {list.data && all.length === 0 && !filter.active ? null : <FunctionFilters rows={all} filter={filter} shown={rows.length} awaited={outdated ? view.range : undefined} />}
            <BulkBar functions={all.filter(({ key }) => selection.keys.has(key))} onClear={() => setSelection(NOTHING_SELECTED)} />
            <Card className="overflow-hidden">
              {!list.data ? <FunctionTableSkeleton /> : null}
              {list.data && rows.length > 0 ? (
                <FunctionTable rows={rows} sort={sort} range={metrics.range ?? view.range} metrics={metrics.byKey} metricsLoading={metrics.loading} outdated={outdated} onSort={(next) => view.set({ sort: next })} selection={selection} onSelect={setSelection} onVisible={reportInSight} />
              ) : null}
              {all.length > 0 && rows.length === 0 ? <NothingMatches undecided={metrics.loading && filter.finding !== undefined} /> : null}
              {list.data && all.length === 0 ? <NoFunctions onRetry={list.data.problems.length > 0 ? list.refetch : undefined} /> : null}
            </Card>
          </>
        )}
      </PageBody>
    </>
  );
}
