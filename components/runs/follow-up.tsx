"use client";

import { useMutation } from "@tanstack/react-query";
import { RotateCw } from "lucide-react";
import type { ReactNode } from "react";
import { useModeRefusal } from "@/components/connections/use-connection";
import { PolicyStatement } from "@/components/layout/states";
import { Button } from "@/components/ui/button";
import { Chip, type ChipTone } from "@/components/ui/chip";
import { classNames } from "@/components/ui/class-names";
import { formatDateTime, formatMs } from "@/lib/format";
import { lookAgainMutation, lookForReceiptMutation } from "@/lib/run-logs/queries";
import type { Attempt, FollowUp as FollowUpFacts } from "@/lib/run-logs/schema";
import type { Run } from "@/lib/runs/schema";
import { deliverySteps, followUpSentence } from "./follow-up-words";
import { ResultSection } from "./result-section";

/** What the function's log says of a run that Warmstart did not see the end of. */
export function FollowUp({ connection, run }: { connection: string; run: Run }) {
  const look = useMutation(lookAgainMutation(connection, run.id));
  if (run.outcome !== "accepted" && run.outcome !== "unknown") return null;
  const { followUp } = run;
  return (
    <ResultSection
      title={run.outcome === "accepted" ? "Followed in the log" : "Looked up in the log"}
      note={followUp?.logGroup}
      aside={
        <Button size="small" variant="quiet" disabled={look.isPending} onClick={() => look.mutate()}>
          <RotateCw size={13} aria-hidden className={classNames(look.isPending && "animate-spin")} /> Look again
        </Button>
      }
    >
      <div role="status" className="border-t border-grid px-3.5 py-2.5 text-2">
        <p>{followUp ? followUpSentence(followUp) : "Not looked for yet."}</p>
        {followUp?.problem ? <p className="mt-1 text-error">{followUp.problem.message}</p> : null}
        {look.error ? <p className="mt-1 text-error">{look.error.message}</p> : null}
      </div>
      {followUp?.problem?.iamAction ? (
        <div className="px-3.5 pb-3">
          <PolicyStatement action={followUp.problem.iamAction} resource={followUp.problem.iamResource} />
        </div>
      ) : null}
      {followUp ? <Steps connection={connection} run={run} followUp={followUp} /> : null}
    </ResultSection>
  );
}

/** Accepted, each attempt, and where the event goes then. */
function Steps({ connection, run, followUp }: { connection: string; run: Run; followUp: FollowUpFacts }) {
  const { attempts } = followUp;
  return (
    <ol className="flex flex-col border-t border-grid px-3.5 py-2 text-2">
      {run.outcome === "accepted" ? (
        <Step word="accepted" atMs={run.startedAtMs}>
          AWS took the event into its queue (202).
        </Step>
      ) : null}
      {attempts.map((attempt, index) => (
        <Step key={`${attempt.logStream} ${attempt.startedAtMs}`} word={ENDED_WORDS[attempt.ended]} tone={ENDED_TONES[attempt.ended]} atMs={attempt.startedAtMs}>
          {attempts.length > 1 || followUp.state === "retrying" ? `Attempt ${index + 1}. ` : ""}
          <AttemptFacts attempt={attempt} />
        </Step>
      ))}
      {deliverySteps(followUp).map(({ sentence, isQueue }) => (
        <Step key={sentence} word="then">
          {sentence} {isQueue ? <QueueLook connection={connection} id={run.id} /> : null}
        </Step>
      ))}
    </ol>
  );
}

function QueueLook({ connection, id }: { connection: string; id: string }) {
  const refusal = useModeRefusal("operate");
  const look = useMutation(lookForReceiptMutation(connection, id));
  return (
    <>
      <Button size="small" disabled={look.isPending} disabledReason={refusal} title="Takes nothing out. Each look raises the receive count of the messages it sees." onClick={() => look.mutate()}>
        {look.isPending ? "Looking…" : "Look into the queue"}
      </Button>
      {look.error ? <span className="block text-error">{look.error.message}</span> : null}
    </>
  );
}

const ENDED_WORDS: Record<Attempt["ended"], string> = { running: "started", success: "finished", error: "failed", timeout: "timed out" };
const ENDED_TONES: Record<Attempt["ended"], ChipTone> = { running: "warm", success: "neutral", error: "error", timeout: "error" };

function Step({ word, tone = "neutral", atMs, children }: { word: string; tone?: ChipTone; atMs?: number; children: ReactNode }) {
  return (
    <li className="flex flex-wrap items-baseline gap-x-2 gap-y-0.5 py-1">
      <span className="w-20 shrink-0">
        <Chip tone={tone}>{word}</Chip>
      </span>
      <span className="min-w-0 flex-1 basis-52 break-words">{children}</span>
      {atMs === undefined ? null : <time className="text-1 whitespace-nowrap text-muted">{formatDateTime(atMs)}</time>}
    </li>
  );
}

function AttemptFacts({ attempt }: { attempt: Attempt }) {
  const { errorType, durationMs, initDurationMs, maxMemoryUsedMb, version } = attempt;
  const facts = [
    errorType,
    durationMs === undefined ? undefined : formatMs(durationMs),
    initDurationMs === undefined ? undefined : `cold, INIT ${formatMs(initDurationMs)}`,
    maxMemoryUsedMb === undefined ? undefined : `${maxMemoryUsedMb} MB`,
    version && `version ${version}`,
  ];
  return <>{facts.filter(Boolean).join(" · ") || "It runs; its REPORT line is not there yet."}</>;
}
