"use client";

import { useState } from "react";
import { UnsavedGuard } from "@/components/configuration/unsaved-guard";
import { useModeRefusal } from "@/components/connections/use-connection";
import { useViewState } from "@/components/layout/view-state";
import { Button } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import type { Package } from "@/lib/code/schema";
import { DeployDialog } from "./deploy-dialog";
import { FileList } from "./file-list";
import { FilePane } from "./file-pane";
import { useCodeEdits } from "./use-code-edits";

/** Files at the left, the chosen one at the right, and what is edited but not deployed below. */
export function PackageFiles({ code }: { code: Package }) {
  const view = useViewState();
  const modeRefusal = useModeRefusal("operate");
  const state = useCodeEdits(code);
  const [deploying, setDeploying] = useState(false);
  const chosen = view.get("path");
  const path = chosen !== undefined && state.paths.includes(chosen) ? chosen : (code.handlerFile?.found ?? code.contents?.files[0]?.path);
  const refusal = modeRefusal ?? code.editRefusal;
  const count = state.edits.texts.size + state.edits.removed.size;
  return (
    <Card className="overflow-hidden">
      <div className="grid lg:grid-cols-[280px_minmax(0,1fr)]">
        <FileList code={code} state={state} chosen={path} refusal={refusal} onChoose={(next) => view.set({ path: next })} />
        <div className="flex min-h-[420px] min-w-0 flex-col border-line max-lg:border-t lg:border-l">
          {path === undefined ? <p className="p-5 text-2 text-muted">The package is empty.</p> : <FilePane key={path} code={code} path={path} state={state} refusal={refusal} onDeploy={() => state.dirty && setDeploying(true)} />}
        </div>
      </div>
      <div className="flex flex-wrap items-center justify-end gap-2 border-t border-line px-5 py-3">
        <p role="status" className="mr-auto text-2 text-muted">
          {refusal ?? (count === 0 ? "" : `${count} ${count === 1 ? "file" : "files"} changed, not deployed`)}
          {state.outdated ? <span className="text-error"> · Somebody deployed other code meanwhile.</span> : null}
        </p>
        {state.dirty ? (
          <Button variant="quiet" onClick={state.reset}>
            Discard
          </Button>
        ) : null}
        <Button variant="primary" disabledReason={refusal} disabled={!state.dirty} onClick={() => setDeploying(true)}>
          Review and deploy
        </Button>
      </div>
      <UnsavedGuard dirty={state.dirty} />
      {deploying ? <DeployDialog state={state} onClose={() => setDeploying(false)} /> : null}
    </Card>
  );
}
