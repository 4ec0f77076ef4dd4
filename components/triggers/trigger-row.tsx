"use client";

import { Check, CircleSlash, KeyRound } from "lucide-react";
import { useState } from "react";
import { useModeRefusal } from "@/components/connections/use-connection";
import { Button } from "@/components/ui/button";
import { Chip } from "@/components/ui/chip";
import { isOn } from "@/lib/triggers/mapping-words";
import type { Trigger, TriggerVerdict } from "@/lib/triggers/schema";
import { MappingDialog } from "./mapping-dialog";
import { RemoveTriggerDialog } from "./remove-trigger-dialog";
import { useMappingEdit } from "./use-mapping-edit";

/** One trigger: what invokes what, whether it can, and why. */
export function TriggerRow({ trigger }: { trigger: Trigger }) {
  const refusal = useModeRefusal("operate");
  const [open, setOpen] = useState<"edit" | "remove">();
  return (
    <li className="grid items-start gap-x-6 gap-y-2 border-b border-grid px-5 py-3.5 text-2 last:border-0 lg:grid-cols-[minmax(0,280px)_minmax(0,1fr)_auto]">
      <div className="min-w-0">
        <h3 className="font-medium break-words">{trigger.source}</h3>
        <p className="font-mono text-1 break-all text-muted">{trigger.name}</p>
        {trigger.qualifier === "$LATEST" ? null : <Chip className="mt-1">invokes {trigger.qualifier}</Chip>}
      </div>
      <div className="min-w-0">
        <p className="flex flex-wrap items-center gap-2">
          <VerdictChip verdict={trigger.verdict} />
          <span className="min-w-0 break-words">{trigger.reason}</span>
        </p>
        {trigger.notes.map((note) => (
          <p key={note} className="mt-1 text-muted">
            {note}
          </p>
        ))}
        <p className="mt-1 text-1 break-words text-muted">{factsOf(trigger).join(" · ")}</p>
      </div>
      <div className="flex flex-wrap gap-2">
        {trigger.kind === "mapping" ? <MappingSwitch trigger={trigger} refusal={refusal} /> : null}
        {trigger.kind === "mapping" ? (
          <Button size="small" disabledReason={refusal} onClick={() => setOpen("edit")}>
            Edit
          </Button>
        ) : null}
        {trigger.kind === "url" ? null : (
          <Button size="small" variant="quiet" disabledReason={refusal} aria-label={`Remove ${trigger.source} ${trigger.name}`} onClick={() => setOpen("remove")}>
            Remove
          </Button>
        )}
      </div>
      {open === "edit" && trigger.kind === "mapping" ? <MappingDialog trigger={trigger} onClose={() => setOpen(undefined)} /> : null}
      {open === "remove" && trigger.kind !== "url" ? <RemoveTriggerDialog trigger={trigger} onClose={() => setOpen(undefined)} /> : null}
    </li>
  );
}

const VERDICTS = {
  works: { word: "works", tone: "neutral", icon: Check },
  permission_only: { word: "permission only", tone: "warm", icon: KeyRound },
  never_fires: { word: "will never fire", tone: "error", icon: CircleSlash },
} as const;

function VerdictChip({ verdict }: { verdict: TriggerVerdict }) {
  const { word, tone, icon: Icon } = VERDICTS[verdict];
  return (
    <Chip tone={tone}>
      <Icon size={11} aria-hidden /> {word}
    </Chip>
  );
}

function MappingSwitch({ trigger, refusal }: { trigger: Extract<Trigger, { kind: "mapping" }>; refusal: string | undefined }) {
  const { edit, pending } = useMappingEdit(trigger);
  const on = isOn(trigger.mapping);
  const settling = trigger.mapping.state.endsWith("ing");
  return (
    <Button size="small" disabledReason={refusal} disabled={pending || settling} onClick={() => void edit({ enabled: !on }, on ? `${trigger.name} is switched off` : `${trigger.name} is switched on`)}>
      {settling ? `${trigger.mapping.state}…` : on ? "Disable" : "Enable"}
    </Button>
  );
}

function factsOf(trigger: Trigger): string[] {
  switch (trigger.kind) {
    case "mapping": {
      const { state, batchSize, windowSeconds, maximumConcurrency, filters, lastProcessingResult } = trigger.mapping;
      return [
        state,
        ...(batchSize === undefined ? [] : [`batch size ${batchSize.toLocaleString("en")}`]),
        ...(windowSeconds ? [`window ${windowSeconds} s`] : []),
        ...(maximumConcurrency === undefined ? [] : [`at most ${maximumConcurrency} at once`]),
        ...(filters.length > 0 ? [`filter ${filters.join(" or ")}`] : []),
        ...(lastProcessingResult ? [`last result: ${lastProcessingResult}`] : []),
      ];
    }
    case "permission": {
      const { statementId, principal, sourceArn, sourceAccount, effect } = trigger.statement;
      return [`statement ${statementId}`, `${effect === "Deny" ? "denies " : ""}${principal}`, ...(sourceArn ? [sourceArn] : []), ...(sourceAccount ? [`account ${sourceAccount}`] : [])];
    }
    case "url":
      return [`authentication ${trigger.url.authType}`, trigger.url.invokeMode === "RESPONSE_STREAM" ? "streams its response" : "buffers its response", "set on the Configuration page"];
  }
}
