"use client";

import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { PageBody, PageTitle } from "@/components/layout/page";
import { EmptyState, ErrorState, LoadingLines } from "@/components/layout/states";
import { TopBar } from "@/components/layout/top-bar";
import { useConnectionId, useViewState } from "@/components/layout/view-state";
import { Card } from "@/components/ui/card";
import { Segmented } from "@/components/ui/segmented";
import { environmentMatrixQuery } from "@/lib/environment/queries";
import type { MatrixRow } from "@/lib/environment/schema";
import { ColumnPicker } from "./column-picker";
import { MatrixTable } from "./matrix-table";
import { verdictSentence } from "./verdict-words";

const SHOWN = [
  { value: "all", label: "All" },
  { value: "differing", label: "Different" },
  { value: "missing", label: "Missing" },
] as const;
type Shown = (typeof SHOWN)[number]["value"];

const SHOWS: Record<Shown, (verdict: MatrixRow["verdict"]) => boolean> = {
  all: () => true,
  differing: (verdict) => verdict === "different" || verdict === "both",
  missing: (verdict) => verdict === "missing" || verdict === "both",
};

/** Variables of several functions, versions or aliases side by side: what is the same, what differs, what is missing. */
export function MatrixPage() {
  const connection = useConnectionId();
  const view = useViewState();
  const columns = (view.get("columns") ?? "").split(",").filter((column) => column !== "");
  const [shown, setShown] = useState<Shown>("all");
  const { data, error, refetch } = useQuery(environmentMatrixQuery(connection, columns));
  const rows = data?.rows.filter(({ verdict }) => SHOWS[shown](verdict)) ?? [];
  const setColumns = (next: readonly string[]) => view.set({ columns: next.join(",") });
  return (
    <>
      <TopBar crumbs={<b className="font-medium text-text">Variables</b>} />
      <PageBody>
        <PageTitle title="Variables" lede={data ? verdictSentence(data) : "Which variables are the same in several functions, versions or aliases. Values stay on the server."} />
        <div className="mb-4 flex flex-wrap items-center gap-3">
          <ColumnPicker columns={columns} onChange={setColumns} />
          {data && data.rows.length > 0 ? <Segmented label="Rows" value={shown} options={SHOWN} onChange={setShown} /> : null}
        </div>
        <Card className="overflow-hidden">
          {columns.length === 0 ? (
            <EmptyState title="Choose what to compare">Add two or more functions, or versions and aliases of one. The address keeps the choice, so it can be shared.</EmptyState>
          ) : null}
          {columns.length > 0 && !data && !error ? <LoadingLines lines={7} /> : null}
          {columns.length > 0 && error && !data ? <ErrorState error={error} what="The environments could not be read" onRetry={refetch} /> : null}
          {data && data.rows.length === 0 ? <EmptyState title="No environment variables">None of these functions has any{data.columns.some(({ problem }) => problem) ? ", as far as they could be read" : ""}.</EmptyState> : null}
          {data && data.rows.length > 0 && rows.length === 0 ? <EmptyState title={shown === "missing" ? "Nothing is missing" : "Nothing differs"}>Every variable that the others have is there{shown === "missing" ? "" : ", with one value"}.</EmptyState> : null}
          {data && columns.length > 0 && (rows.length > 0 || data.columns.some(({ problem }) => problem)) ? <MatrixTable matrix={data} rows={rows} onRemove={(index) => setColumns(columns.filter((_, other) => other !== index))} /> : null}
        </Card>
      </PageBody>
    </>
  );
}
