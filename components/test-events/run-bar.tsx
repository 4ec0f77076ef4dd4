"use client";

import { Play } from "lucide-react";
import { useModeRefusal } from "@/components/connections/use-connection";
import { useModifierKey } from "@/components/layout/modifier-key";
import { InvocationSelect } from "@/components/runs/invocation-select";
import { QualifierSelect } from "@/components/runs/qualifier-select";
import type { Bench } from "@/components/runs/use-bench";
import { Button } from "@/components/ui/button";
import { Kbd } from "@/components/ui/kbd";

/** How to invoke with the event, and the button that does. */
export function RunBar({ bench, onRun }: { bench: Bench; onRun: () => void }) {
  const refusal = useModeRefusal("invoke");
  const modifier = useModifierKey();
  const { ref, draft, edit, run, loading, streamed, setStreamed, qualifier, setQualifier } = bench;
  return (
    <div className="flex min-w-0 flex-auto flex-wrap items-center gap-2">
      <QualifierSelect functionRef={ref} value={qualifier} onChange={setQualifier} disabled={loading} className="h-7! w-auto! max-w-40 min-w-24 flex-1" />
      <InvocationSelect
        invocationType={draft.invocationType}
        streamed={streamed}
        disabled={loading}
        onChange={(invocationType, asStream) => {
          setStreamed(asStream);
          if (invocationType !== draft.invocationType) edit({ invocationType });
        }}
        className="h-7! w-auto! min-w-36 flex-1"
      />
      <Button variant="primary" size="small" disabledReason={refusal} disabled={run.isPending || loading} onClick={onRun}>
        <Play size={12} aria-hidden /> {run.isPending ? "Running…" : "Run"} <Kbd inverted>{modifier}↵</Kbd>
      </Button>
    </div>
  );
}
