"use client";

import { useQuery } from "@tanstack/react-query";
import dynamic from "next/dynamic";
import { ErrorState, LoadingLines } from "@/components/layout/states";
import { useFunctionRef } from "@/components/layout/view-state";
import { Button } from "@/components/ui/button";
import { sourceFileQuery } from "@/lib/code/queries";
import type { Package } from "@/lib/code/schema";
import type { CodeEditsState } from "./use-code-edits";

const SourceEditor = dynamic(() => import("./source-editor"), { ssr: false, loading: () => <LoadingLines lines={8} /> });

interface FilePaneProps {
  code: Package;
  path: string;
  state: CodeEditsState;
  /** Why it cannot be edited. */
  refusal: string | undefined;
  onDeploy: () => void;
}

/** One file: its source to read and edit. */
export function FilePane({ code, path, state, refusal, onDeploy }: FilePaneProps) {
  const ref = useFunctionRef();
  const isNew = !(code.contents?.files ?? []).some((file) => file.path === path);
  const { data, error, refetch } = useQuery({ ...sourceFileQuery(ref, { qualifier: code.qualifier, codeSha256: state.base.codeSha256, path }), enabled: !isNew });
  const removed = state.edits.removed.has(path);
  const original = isNew ? undefined : data?.text;
  const text = state.edits.texts.get(path) ?? original ?? (isNew ? "" : undefined);
  const restore = () => state.edit(path, (original ?? "").replaceAll("\r\n", "\n"), original);
  return (
    <>
      <div className="flex min-h-12 flex-wrap items-center gap-2 border-b border-line px-4 py-2">
        <h2 className="min-w-0 flex-1 truncate font-mono text-2 font-medium" title={path}>{path}</h2>
        {state.edits.texts.has(path) && !isNew ? (
          <Button size="small" variant="quiet" onClick={restore}>
            Undo edits
          </Button>
        ) : null}
        {removed ? (
          <Button size="small" onClick={restore} disabled={original === undefined}>
            Keep it
          </Button>
        ) : refusal ? null : (
          <Button size="small" variant="quiet" onClick={() => state.remove(path)}>
            Remove file
          </Button>
        )}
      </div>
      {error ? <ErrorState error={error} what="The file could not be read" onRetry={refetch} /> : null}
      {!data && !error && !isNew ? <LoadingLines lines={8} /> : null}
      {data?.unshownReason ? <p className="p-5 text-2 text-muted">{data.unshownReason}</p> : null}
      {removed ? <p className="p-5 text-2 text-muted">It goes with the next deployment.</p> : null}
      {text !== undefined && !removed ? (
        <div className="h-[480px] min-h-0">
          <SourceEditor path={path} text={text} readOnly={refusal !== undefined} onChange={(next) => state.edit(path, next, original)} onSave={onDeploy} />
        </div>
      ) : null}
    </>
  );
}
