"use client";

import { useMutation, useQuery } from "@tanstack/react-query";
import { useModeRefusal } from "@/components/connections/use-connection";
import { ErrorState, LoadingLines } from "@/components/layout/states";
import { Button } from "@/components/ui/button";
import { classNames } from "@/components/ui/class-names";
import { failureQueuesQuery, peekFailuresMutation } from "@/lib/failed-events/queries";
import type { FailureQueue, PeekedMessage } from "@/lib/failed-events/schema";
import { formatDateTime } from "@/lib/format";
import type { FunctionRef } from "@/lib/functions/queries";

const KIND_WORDS: Readonly<Record<FailureQueue["kind"], string>> = { dead_letter: "dead-letter queue", on_failure: "on-failure destination", source: "dead-letter queue of the queue it reads" };

interface FailureQueuesProps {
  functionRef: FunctionRef;
  pickedId: string | undefined;
  onPick: (message: PeekedMessage, queue: FailureQueue) => void;
}

/** The queues in which failed events of the function end, and a look into each. */
export function FailureQueues({ functionRef, pickedId, onPick }: FailureQueuesProps) {
  const list = useQuery(failureQueuesQuery(functionRef));
  if (list.isPending) return <LoadingLines lines={2} className="p-0" />;
  if (list.error) return <ErrorState error={list.error} what="The function's queues could not be read" onRetry={list.refetch} className="px-0" />;
  const { queues, others, problems } = list.data;
  return (
    <div className="flex flex-col gap-2">
      {queues.map((queue) => (
        <QueueRow key={`${queue.kind} ${queue.arn}`} functionRef={functionRef} queue={queue} pickedId={pickedId} onPick={onPick} />
      ))}
      {queues.length === 0 && problems.length === 0 ? <p className="text-2 text-muted">No SQS queue keeps the failed events of this function: it has neither a dead-letter queue nor an on-failure destination that is one.</p> : null}
      {others.length > 0 ? <p className="text-1 text-muted">Failed events also go to {others.map((arn) => arn.split(":").slice(2).join(":")).join(", ")}, where there is nothing to read back.</p> : null}
      {problems.map(({ message }) => (
        <p key={message} className="text-2 text-error">
          {message}
        </p>
      ))}
    </div>
  );
}

function QueueRow({ functionRef, queue, pickedId, onPick }: Omit<FailureQueuesProps, "pickedId"> & { queue: FailureQueue; pickedId: string | undefined }) {
  const refusal = useModeRefusal("invoke");
  const peek = useMutation(peekFailuresMutation(functionRef));
  const messages = peek.data?.messages;
  return (
    <div className="rounded-sm border border-line">
      <div className="flex flex-wrap items-center gap-2 px-3 py-2 text-2">
        <div className="min-w-0 flex-1">
          <p className="truncate font-mono">{queue.arn.split(":").at(-1)}</p>
          <p className="text-1 text-muted">{KIND_WORDS[queue.kind]}</p>
        </div>
        <Button size="small" disabledReason={refusal} disabled={peek.isPending} title="Messages stay in the queue; each look raises their receive count" onClick={() => peek.mutate(queue.arn)}>
          {peek.isPending ? "Looking…" : messages ? "Look again" : "Look into it"}
        </Button>
      </div>
      {peek.error ? <ErrorState error={peek.error} what="The queue could not be read" className="border-t border-grid py-3" /> : null}
      {messages?.length === 0 ? <p className="border-t border-grid px-3 py-2 text-1 text-muted">No message is to be seen now. One that somebody else is reading shows again when its visibility timeout ends.</p> : null}
      {messages && messages.length > 0 ? (
        <ul aria-label="Messages" className="max-h-44 overflow-auto border-t border-grid">
          {messages.map((message) => (
            <li key={message.messageId} className="border-b border-grid last:border-0">
              <button type="button" aria-pressed={message.messageId === pickedId} onClick={() => onPick(message, queue)} className={classNames("flex w-full items-center gap-3 px-3 py-1.5 text-left text-1 -outline-offset-2", message.messageId === pickedId ? "bg-accent-soft" : "hover:bg-sunken")}>
                <span className="figures whitespace-nowrap text-muted">{sentAt(message)}</span>
                <span className="min-w-0 flex-1 truncate font-mono">{message.messageAttributes.ErrorMessage ?? message.messageId}</span>
              </button>
            </li>
          ))}
        </ul>
      ) : null}
    </div>
  );
}

function sentAt({ attributes }: PeekedMessage): string {
  const sentMs = Number(attributes.SentTimestamp);
  return Number.isFinite(sentMs) && sentMs > 0 ? formatDateTime(sentMs) : "";
}
