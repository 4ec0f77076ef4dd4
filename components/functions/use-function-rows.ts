"use client";

import { useQueries, useQuery, type UseQueryResult } from "@tanstack/react-query";
import { useMemo } from "react";
import { useConnectionId, useViewState } from "@/components/layout/view-state";
import { filterRows, functionKeyOf, joinRows, METRIC_COLUMNS, parseSort, type Sort, sortRows } from "@/lib/functions/function-rows";
import { functionListQuery } from "@/lib/functions/queries";
import { functionRowMetricsQuery } from "@/lib/metrics/queries";
import type { FunctionRowMetrics, FunctionRowMetricsList } from "@/lib/metrics/schema";

/** As many functions as one metrics request names. */
const CHUNK = 100;
/** Up to here metrics of all functions are asked at once; above, those of the rows in sight. */
const ASK_ALL_UP_TO = 300;

/**
 * The list as the address describes it. Metrics are asked for the chunks with a visible row, or for all when the
 * order depends on them.
 */
export function useFunctionRows(visibleKeys: readonly string[]) {
  const connection = useConnectionId();
  const view = useViewState();
  const list = useQuery(functionListQuery(connection, view.regions));
  const functions = useMemo(() => list.data?.functions ?? [], [list.data]);
  const sort: Sort = parseSort(view.get("sort")) ?? (functions.length <= ASK_ALL_UP_TO ? { column: "invocations", descending: true } : { column: "name", descending: false });

  const chunks = useMemo(() => chunksOf(functions.map(functionKeyOf).sort(), CHUNK), [functions]);
  const wantsAll = functions.length <= ASK_ALL_UP_TO || METRIC_COLUMNS.has(sort.column);
  const visible = new Set(visibleKeys);
  const answers = useQueries({
    queries: chunks.map((keys) => ({
      ...functionRowMetricsQuery(connection, view.range, keys),
      enabled: wantsAll || keys.some((key) => visible.has(key)),
    })),
    combine: combineAnswers,
  });

  const filter = { text: view.get("q") ?? "", runtimes: listOf(view.get("runtime")), tags: listOf(view.get("tag")) };
  const all = joinRows(functions, answers.metrics);
  return { list, all, rows: sortRows(filterRows(all, filter), sort), sort, filter, metricProblems: answers.problems, metricsLoading: answers.loading };
}

function combineAnswers(answers: UseQueryResult<FunctionRowMetricsList>[]) {
  const metrics = new Map<string, FunctionRowMetrics>();
  for (const { data } of answers) for (const row of data?.rows ?? []) metrics.set(functionKeyOf(row), row);
  const problems = answers.flatMap(({ data, error }) => [...(data?.problems ?? []), ...(error ? [{ region: "", message: error.message }] : [])]);
  return { metrics, problems, loading: answers.some(({ isLoading }) => isLoading) };
}

function chunksOf<T>(items: readonly T[], size: number): T[][] {
  return Array.from({ length: Math.ceil(items.length / size) }, (_, index) => items.slice(index * size, (index + 1) * size));
}

function listOf(text: string | undefined): string[] {
  return text?.split(",").filter(Boolean) ?? [];
}
