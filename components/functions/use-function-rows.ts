"use client";

import { useQueries, useQuery } from "@tanstack/react-query";
import { useMemo, useState } from "react";
import { useNow } from "@/components/layout/now";
import { useConnectionId, useViewState } from "@/components/layout/view-state";
import { bareRows, filterRows, joinRows, METRIC_COLUMNS, parseSort, type Sort, sortRows } from "@/lib/functions/function-rows";
import { hasFinding, METRIC_FINDINGS } from "@/lib/functions/list-summary";
import { functionListQuery } from "@/lib/functions/queries";
import { functionRowMetricsQuery } from "@/lib/metrics/queries";
import { readListFilter } from "./list-filter";
import { createMetricAnswers } from "./metric-answers";
import { useMetricChunks } from "./metric-chunks";

/** Up to here metrics of all functions are asked at once; above, those of the rows in sight. */
const ASK_ALL_UP_TO = 300;

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
  const [combine] = useState(createMetricAnswers);
  const metrics = useQueries({
    queries: (wantsAll ? every : chunks).map(({ keys, inSight }) => ({ ...functionRowMetricsQuery(connection, view.range, keys), enabled: inSight })),
    combine,
  });

  const bare = useMemo(() => bareRows(functions), [functions]);
  const all = useMemo(() => joinRows(bare, metrics.byKey), [bare, metrics.byKey]);
  // Thousands of rows are not sorted again for figures that their order does not depend on.
  const source = wantsAll ? all : bare;
  const rows = useMemo(() => {
    const { finding } = filter;
    const found = finding ? source.filter((row) => hasFinding(row, finding, nowMs)) : source;
    return sortRows(filterRows(found, filter), sort);
  }, [source, filter, sort, nowMs]);
  const outdated = metrics.range !== undefined && metrics.range !== view.range;
  return { list, all, rows, sort, filter, metrics, outdated, reportInSight: report };
}
