"use client";

import { useQueries, useQuery, type UseQueryResult } from "@tanstack/react-query";
import { useMemo } from "react";
import { useConnectionId, useViewState } from "@/components/layout/view-state";
import { hasFinding, METRIC_FINDINGS } from "@/lib/functions/list-summary";
import { filterRows, functionKeyOf, joinRows, METRIC_COLUMNS, parseSort, type Sort, sortRows } from "@/lib/functions/function-rows";
import { functionListQuery } from "@/lib/functions/queries";
import { functionRowMetricsQuery } from "@/lib/metrics/queries";
import type { FunctionRowMetrics, FunctionRowMetricsList } from "@/lib/metrics/schema";
import { readListFilter } from "./list-filter";

/** As many functions as one metrics request names. */
const CHUNK = 100;
/** Up to here metrics of all functions are asked at once; above, those of the rows in sight. */
const ASK_ALL_UP_TO = 300;

/**
 * The list as the address describes it. Metrics are asked for the chunks with a visible row, or for all when the
 * order or the filter depends on them.
 */
export function useFunctionRows(visibleKeys: readonly string[]) {
  const connection = useConnectionId();
  const view = useViewState();
  const list = useQuery(functionListQuery(connection, view.regions));
  const functions = useMemo(() => list.data?.functions ?? [], [list.data]);
  const few = functions.length <= ASK_ALL_UP_TO;
  const sortText = view.get("sort");
  const sort = useMemo((): Sort => parseSort(sortText) ?? (few ? { column: "invocations", descending: true } : { column: "name", descending: false }), [sortText, few]);
  const filter = useMemo(() => readListFilter(view.get), [view.get]);

  const chunks = useMemo(() => chunksOf(functions.map(functionKeyOf).sort(), CHUNK), [functions]);
  const wantsAll = few || METRIC_COLUMNS.has(sort.column) || (filter.finding !== undefined && METRIC_FINDINGS.has(filter.finding));
  const visible = useMemo(() => new Set(visibleKeys), [visibleKeys]);
  const answers = useQueries({
    queries: chunks.map((keys) => ({
      ...functionRowMetricsQuery(connection, view.range, keys),
      enabled: wantsAll || keys.some((key) => visible.has(key)),
    })),
    combine: combineAnswers,
  });

  const all = useMemo(() => joinRows(functions, answers.byKey), [functions, answers.byKey]);
  const rows = useMemo(() => {
    const { finding } = filter;
    const found = finding ? all.filter((row) => hasFinding(row, finding, Date.now())) : all;
    return sortRows(filterRows(found, filter), sort);
  }, [all, filter, sort]);
  return { list, all, rows, sort, filter, metrics: answers };
}

function combineAnswers(answers: UseQueryResult<FunctionRowMetricsList>[]) {
  const byKey = new Map<string, FunctionRowMetrics>();
  for (const { data } of answers) for (const row of data?.rows ?? []) byKey.set(functionKeyOf(row), row);
  const problems = answers.flatMap(({ data, error }) => [...(data?.problems ?? []), ...(error ? [{ region: "", message: error.message }] : [])]);
  return { byKey, problems, loading: answers.some(({ isLoading }) => isLoading) };
}

function chunksOf<T>(items: readonly T[], size: number): T[][] {
  return Array.from({ length: Math.ceil(items.length / size) }, (_, index) => items.slice(index * size, (index + 1) * size));
}
