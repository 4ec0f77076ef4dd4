"use client";

import { useQuery } from "@tanstack/react-query";
import dynamic from "next/dynamic";
import { ErrorState, LoadingLines } from "@/components/layout/states";
import { useFunctionRef } from "@/components/layout/view-state";
import { packageQuery, sourceFileQuery } from "@/lib/code/queries";
import type { PackageComparison } from "@/lib/code/schema";

const CodeDiff = dynamic(() => import("./code-diff"), { ssr: false, loading: () => <LoadingLines lines={6} /> });

/** One file of two qualifiers as a diff; a side that does not have it is empty. */
export function FileDiff({ left, right, file }: { left: string; right: string; file: PackageComparison["files"][number] }) {
  const a = useSide(left, file.path, file.state !== "right_only");
  const b = useSide(right, file.path, file.state !== "left_only");
  const error = a.error ?? b.error;
  if (error) return <ErrorState error={error} what="The file could not be read" />;
  const unshown = a.unshownReason ?? b.unshownReason;
  if (unshown) return <p className="p-5 text-2 text-muted">{unshown}</p>;
  if (a.text === undefined || b.text === undefined) return <LoadingLines lines={6} />;
  return <CodeDiff path={file.path} left={a.text} right={b.text} leftName={left} rightName={right} />;
}

function useSide(qualifier: string, path: string, exists: boolean): { text?: string; unshownReason?: string; error: Error | null } {
  const ref = useFunctionRef();
  const code = useQuery({ ...packageQuery(ref, qualifier), enabled: exists });
  const codeSha256 = code.data?.codeSha256 ?? "";
  const file = useQuery({ ...sourceFileQuery(ref, { qualifier, codeSha256, path }), enabled: exists && code.data !== undefined });
  if (!exists) return { text: "", error: null };
  return { text: file.data?.text, unshownReason: file.data?.unshownReason, error: code.error ?? file.error };
}
