"use client";

import { useQuery } from "@tanstack/react-query";
import Link from "next/link";
import { usePathname, useRouter } from "next/navigation";
import { type ReactNode, useCallback } from "react";
import { useModeRefusal } from "@/components/connections/use-connection";
import { leaveFor } from "@/components/layout/leave-guard";
import { PageBody } from "@/components/layout/page";
import { RangePicker } from "@/components/layout/range-picker";
import { useShortcut } from "@/components/layout/shortcuts";
import { EmptyState, ErrorState } from "@/components/layout/states";
import { TopBar } from "@/components/layout/top-bar";
import { useFunctionRef, useViewState } from "@/components/layout/view-state";
import { buttonClass } from "@/components/ui/button";
import { functionDetailQuery } from "@/lib/functions/queries";
import { isAppError } from "@/lib/errors";
import { FunctionHeader } from "./function-header";
import { FunctionTabs, TABS } from "./function-tabs";

/** Head and tabs around every page of one function. */
export function FunctionFrame({ children }: { children: ReactNode }) {
  const ref = useFunctionRef();
  const view = useViewState();
  const router = useRouter();
  const pathname = usePathname();
  const { data, error, refetch } = useQuery(functionDetailQuery(ref));
  const base = `/${ref.connection}/functions/${ref.region}/${ref.name}`;
  const tab = TABS.find(({ path }) => pathname === base + path) ?? TABS[0];
  const editRefusal = useModeRefusal("operate");

  const { hrefWithView } = view;
  useShortcut("t", useCallback(() => leaveFor(`${base}/test`, () => router.push(hrefWithView(`${base}/test`))), [router, hrefWithView, base]));
  useShortcut("e", useCallback(() => leaveFor(`${base}/configuration`, () => router.push(hrefWithView(`${base}/configuration`))), [router, hrefWithView, base]));

  if (!data && isAppError(error) && error.code === "not_found") {
    return <NoFunction title={`There is no function ${ref.name} in ${ref.region}`}>It may have been deleted, or live in another region or connection.</NoFunction>;
  }
  if (!data && isAppError(error) && error.code === "bad_request") return <NoFunction title="This address names no function">{error.message}</NoFunction>;
  return (
    <>
      <TopBar
        crumbs={
          <>
            <Link href={view.hrefWithView(`/${ref.connection}/functions`)} className="hover:text-text hover:underline">
              Functions
            </Link>{" "}
            / {ref.region} / <b className="font-medium text-text">{ref.name}</b>
          </>
        }
        controls={tab.path === "" ? <RangePicker /> : undefined}
      />
      <PageBody>
        <FunctionHeader name={ref.name} detail={data} base={base} editRefusal={editRefusal} />
        <FunctionTabs base={base} current={tab.path} />
        {error && !data ? <ErrorState error={error} what={`${ref.name} could not be read`} onRetry={refetch} /> : null}
        {children}
      </PageBody>
    </>
  );
}

function NoFunction({ title, children }: { title: string; children: ReactNode }) {
  const { connection } = useFunctionRef();
  const { hrefWithView } = useViewState();
  return (
    <EmptyState
      page
      title={title}
      action={
        <Link href={hrefWithView(`/${connection}/functions`)} className={buttonClass("primary")}>
          All functions
        </Link>
      }
    >
      {children}
    </EmptyState>
  );
}
