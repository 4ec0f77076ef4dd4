"use client";

import { useQueries, useQuery, type UseQueryResult } from "@tanstack/react-query";
import { useMemo } from "react";
import { useNow } from "@/components/layout/now";
import { useConnectionId, useViewState } from "@/components/layout/view-state";
import { filterRows, functionKeyOf, joinRows, METRIC_COLUMNS, parseSort, type Sort, sortRows } from "@/lib/functions/function-rows";
import { hasFinding, METRIC_FINDINGS } from "@/lib/functions/list-summary";
import { functionListQuery } from "@/lib/functions/queries";
import { functionRowMetricsQuery } from "@/lib/metrics/queries";
import type { FunctionRowMetrics, FunctionRowMetricsList } from "@/lib/metrics/schema";
import { readListFilter } from "./list-filter";
import { useMetricChunks } from "./metric-chunks";

/** Up to here metrics of all functions are asked at once; above, those of the rows in sight. */
const ASK_ALL_UP_TO = 300;

const NO_METRICS: ReadonlyMap<string, FunctionRowMetrics> = new Map();

/**
 * The list as the address describes it. Metrics are asked for the rows in sight, or for all when the order or the
 * filter depends on them.
 */
export function useFunctionRows() {
  const connection = useConnectionId();
  const view = useViewState();
  const nowMs = useNow();
  const list = useQuery(functionListQuery(connection, view.regions));
  const functions = useMemo(() => list.data?.functions ?? [], [list.data]);
  const few = functions.length <= ASK_ALL_UP_TO;
  const sortText = view.get("sort");
  const sort = useMemo((): Sort => parseSort(sortText) ?? (few ? { column: "invocations", descending: true } : { column: "name", descending: false }), [sortText, few]);
  const filter = useMemo(() => readListFilter(view.get), [view.get]);

  const { chunks, every, report } = useMetricChunks(functions);
  const wantsAll = few || METRIC_COLUMNS.has(sort.column) || (filter.finding !== undefined && METRIC_FINDINGS.has(filter.finding));
  const metrics = useQueries({
    queries: (wantsAll ? every : chunks).map(({ keys, inSight }) => ({ ...functionRowMetricsQuery(connection, view.range, keys), enabled: inSight })),
    combine: combineAnswers,
  });

  const bare = useMemo(() => joinRows(functions, NO_METRICS), [functions]);
  const all = useMemo(() => joinRows(functions, metrics.byKey), [functions, metrics.byKey]);
  // Thousands of rows are not sorted again for figures that their order does not depend on.
  const source = wantsAll ? all : bare;
  const rows = useMemo(() => {
    const { finding } = filter;
    const found = finding ? source.filter((row) => hasFinding(row, finding, nowMs)) : source;
    return sortRows(filterRows(found, filter), sort);
  }, [source, filter, sort, nowMs]);
  return { list, all, rows, sort, filter, metrics, reportInSight: report };
}

function combineAnswers(answers: UseQueryResult<FunctionRowMetricsList>[]) {
  const byKey = new Map<string, FunctionRowMetrics>();
  for (const { data } of answers) for (const row of data?.rows ?? []) byKey.set(functionKeyOf(row), row);
  const problems = answers.flatMap(({ data, error }) => [...(data?.problems ?? []), ...(error ? [{ region: "", message: error.message }] : [])]);
  const window = answers.find(({ data }) => data)?.data?.window;
  return { byKey, problems, window, loading: answers.some(({ isLoading }) => isLoading) };
}
