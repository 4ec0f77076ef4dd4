"use client";

import Link from "next/link";
import { memo } from "react";
import { useConnectionId } from "@/components/layout/view-state";
import { Chip } from "@/components/ui/chip";
import { formatMs } from "@/lib/format";
import type { SuiteRunCase } from "@/lib/suites/schema";
import { CASE_WORDS } from "./suite-words";

/** One event of a run; memoised, as a run of a thousand is looked at again every moment. */
export const CaseRow = memo(function CaseRow({ testCase }: { testCase: SuiteRunCase }) {
  const connection = useConnectionId();
  const { status, testEventName, functionName, region, qualifier, runId, message, assertionResults = [], durationMs, cold, executedVersion } = testCase;
  const { word, tone } = CASE_WORDS[status];
  const failed = assertionResults.filter(({ passed }) => !passed);
  const atVersion = executedVersion && executedVersion !== qualifier ? ` = version ${executedVersion}` : "";
  return (
    <li className="border-b border-grid px-4 py-2 text-2 last:border-0">
      <div className="flex items-start gap-3">
        <span className="w-32 shrink-0 max-sm:w-28">
          <Chip tone={tone} className="max-w-full">{word}</Chip>
        </span>
        <div className="min-w-0 flex-1">
          <p className="font-medium break-words">{testEventName}</p>
          <p className="text-1 break-words text-muted">
            {functionName}:{qualifier}
            {atVersion} · {region}
            {assertionResults.length > 0 ? ` · ${assertionResults.length - failed.length} of ${assertionResults.length} assertion${assertionResults.length === 1 ? "" : "s"} passed` : ""}
          </p>
        </div>
        <span className="flex shrink-0 items-center gap-2">
          {cold ? <Chip tone="cold">cold</Chip> : null}
          {durationMs === undefined ? null : <span className="figures text-muted max-sm:hidden">{formatMs(durationMs)}</span>}
          {runId ? (
            <Link href={`/${connection}/runs/${runId}`} aria-label={`Run of ${testEventName} at ${functionName}`} className="text-muted underline decoration-line-strong underline-offset-2 hover:text-text">
              run
            </Link>
          ) : null}
        </span>
      </div>
      {status === "failed" && failed.length > 0 ? <FailedAssertions failed={failed} /> : null}
      {message && (status === "error" || status === "cancelled" || (status === "failed" && failed.length === 0)) ? (
        <p className="mt-1 text-2 break-words text-muted sm:pl-35">{message}</p>
      ) : null}
    </li>
  );
});

function FailedAssertions({ failed }: { failed: NonNullable<SuiteRunCase["assertionResults"]> }) {
  return (
    <ul className="mt-1.5 flex flex-col gap-1.5 sm:pl-35">
      {failed.map(({ assertionId, label, expected, got, where }) => (
        <li key={assertionId} className="rounded-sm bg-error-soft px-2.5 py-1.5">
          <p className="font-medium break-words text-error">{label}</p>
          <dl className="mt-0.5 grid grid-cols-[auto_minmax(0,1fr)] gap-x-3 font-mono text-1 break-words">
            <dt className="text-muted">expected</dt>
            <dd>{expected}</dd>
            <dt className="text-muted">got</dt>
            <dd>{got}</dd>
            {where ? (
              <>
                <dt className="text-muted">where</dt>
                <dd>{where}</dd>
              </>
            ) : null}
          </dl>
        </li>
      ))}
    </ul>
  );
}
