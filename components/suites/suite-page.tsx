"use client";

import { useQuery } from "@tanstack/react-query";
import Link from "next/link";
import { useParams } from "next/navigation";
import { PageBody } from "@/components/layout/page";
import { EmptyState, ErrorState, LoadingLines } from "@/components/layout/states";
import { TopBar } from "@/components/layout/top-bar";
import { useConnectionId, useViewState } from "@/components/layout/view-state";
import { buttonClass } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { Skeleton } from "@/components/ui/skeleton";
import { isAppError } from "@/lib/errors";
import { suiteQuery } from "@/lib/suites/queries";
import { SuiteHeader } from "./suite-header";
import { SuiteHistory } from "./suite-history";
import { SuiteItems } from "./suite-items";
import { SuiteRunCard } from "./suite-run-card";

/** One suite: run it, what came of it, what is in it, how it went before. The run that is shown stands in the address. */
export function SuitePage() {
  const connection = useConnectionId();
  const id = String(useParams().suite);
  const view = useViewState();
  const suite = useQuery(suiteQuery(connection, id));
  const { data, error } = suite;
  if (!data && isAppError(error) && error.code === "not_found") return <NoSuite />;
  const shownRunId = view.get("run") ?? data?.lastRun?.id;
  return (
    <>
      <TopBar
        crumbs={
          <>
            <Link href={view.hrefWithView(`/${connection}/tests`)} className="hover:text-text hover:underline">
              Tests
            </Link>{" "}
            / <b className="font-medium text-text">{data?.name ?? "…"}</b>
          </>
        }
      />
      <PageBody>
        {data ? <SuiteHeader suite={data} /> : <Skeleton className="mb-5 h-9 w-72" />}
        {error && !data ? (
          <Card>
            <ErrorState error={error} what="The suite could not be read" onRetry={() => void suite.refetch()} />
          </Card>
        ) : null}
        <div className="grid items-start gap-4 xl:grid-cols-[minmax(0,1fr)_340px]">
          <div className="flex min-w-0 flex-col gap-4">
            {shownRunId ? <SuiteRunCard key={shownRunId} id={shownRunId} /> : null}
            {data ? <SuiteItems suite={data} /> : null}
            {suite.isPending ? (
              <Card>
                <LoadingLines lines={6} />
              </Card>
            ) : null}
          </div>
          {data ? <SuiteHistory suiteId={id} shownRunId={shownRunId} /> : null}
        </div>
      </PageBody>
    </>
  );
}

function NoSuite() {
  const connection = useConnectionId();
  return (
    <EmptyState
      page
      title="There is no such suite"
      action={
        <Link href={`/${connection}/tests`} className={buttonClass("primary")}>
          All suites
        </Link>
      }
    >
      It may have been deleted.
    </EmptyState>
  );
}
