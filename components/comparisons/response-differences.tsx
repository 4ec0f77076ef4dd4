"use client";

import { useQuery } from "@tanstack/react-query";
import Link from "next/link";
import { useMemo } from "react";
import { ErrorState, LoadingLines } from "@/components/layout/states";
import { useFunctionRef } from "@/components/layout/view-state";
import { IgnoreRules } from "@/components/runs/ignore-rules";
import { JsonDiffView } from "@/components/runs/json-diff-view";
import { useIgnoreRules } from "@/components/runs/use-ignore-rules";
import type { SideFigures } from "@/lib/comparisons/side-figures";
import { type PathRule, parsePathRule } from "@/lib/runs/path-rules";
import { runQuery } from "@/lib/runs/queries";

interface ResponseDifferencesProps {
  names: { left: string; right: string };
  left: SideFigures;
  right: SideFigures;
  /** Places that differ between runs of one side too. */
  varying: readonly string[];
}

/** The last warm response of each side, place by place, without what changes by itself. */
export function ResponseDifferences({ names, left, right, varying }: ResponseDifferencesProps) {
  const ref = useFunctionRef();
  const ids = [left.warm.at(-1)?.runId, right.warm.at(-1)?.runId];
  const one = useQuery({ ...runQuery(ref.connection, ids[0] ?? ""), enabled: ids[0] !== undefined });
  const other = useQuery({ ...runQuery(ref.connection, ids[1] ?? ""), enabled: ids[1] !== undefined });
  const ignore = useIgnoreRules(ref);
  const all = useMemo(() => ({ ...ignore, rules: [...ignore.rules, ...varying.flatMap(ruleOf)] }), [ignore, varying]);
  if (ids.includes(undefined)) return <p className="px-4 py-2.5 text-2 text-muted">There are no warm responses on both sides to compare.</p>;
  const error = one.error ?? other.error;
  if (error) return <ErrorState error={error} what="The responses could not be read" onRetry={() => void Promise.all([one.refetch(), other.refetch()])} />;
  if (!one.data || !other.data) return <LoadingLines lines={2} />;
  return (
    <div className="border-t border-line">
      <IgnoreRules ignore={ignore} />
      <JsonDiffView title="Response" before={one.data.response} after={other.data.response} ignore={all} />
      <p className="border-t border-grid px-4 py-2 text-1 text-muted">
        Before: the last warm <RunLink id={one.data.id} name={names.left} />; after: that of <RunLink id={other.data.id} name={names.right} />.{" "}
        {varying.length > 0 ? (
          <>
            Left out, as it differs between runs of one side too: <span className="font-mono break-all">{varying.join(", ")}</span>.
          </>
        ) : null}
      </p>
    </div>
  );
}

function RunLink({ id, name }: { id: string; name: string }) {
  const { connection } = useFunctionRef();
  return (
    <Link href={`/${connection}/runs/${id}`} className="underline underline-offset-2 hover:text-text">
      run of {name}
    </Link>
  );
}

function ruleOf(path: string): PathRule[] {
  const rule = parsePathRule(path);
  return "problem" in rule ? [] : [rule];
}
