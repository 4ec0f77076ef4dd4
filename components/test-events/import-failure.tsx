"use client";

import { useMemo, useState } from "react";
import type { Bench } from "@/components/runs/use-bench";
import { Field } from "@/components/ui/field";
import { eventOfMessage, type FailedEvent, findFailedEvent } from "@/lib/test-events/failure-event";
import type { FailureQueue, PeekedMessage } from "@/lib/failed-events/schema";
import { FailureQueues } from "./failure-queues";
import { PASTE_AREA } from "./paste-area";
import { RedactionReview } from "./redaction-review";

/** The event of a failed invocation: from a queue, or from a text that a person pastes. */
export function ImportFailure({ bench, onDone }: { bench: Bench; onDone: () => void }) {
  const [text, setText] = useState("");
  const [picked, setPicked] = useState<{ message: PeekedMessage; queue: FailureQueue }>();
  const found = useMemo(() => (picked ? readMessage(picked.message, picked.queue, bench.ref.region) : text.trim() === "" ? undefined : findFailedEvent(text)), [picked, text, bench.ref.region]);
  const problem = found && "problem" in found ? found.problem : undefined;
  return (
    <>
      <FailureQueues functionRef={bench.ref} pickedId={picked?.message.messageId} onPick={(message, queue) => setPicked({ message, queue })} />
      <div className="mt-4">
        <Field label="Or paste it" hint="An on-failure record, a dead-letter queue's message, or a log line with the event in it." error={picked ? undefined : problem}>
          {(control) => (
            <textarea
              {...control}
              rows={4}
              spellCheck={false}
              className={PASTE_AREA}
              value={text}
              onChange={(event) => {
                setPicked(undefined);
                setText(event.target.value);
              }}
            />
          )}
        </Field>
      </div>
      {picked && problem ? (
        <p role="alert" className="mt-3 text-2 text-error">
          {problem}
        </p>
      ) : null}
      {found && !("problem" in found) ? <RedactionReview key={picked?.message.messageId ?? text} bench={bench} event={found.event} name={nameOf(found)} note={noteOf(found)} onDone={onDone} /> : null}
    </>
  );
}

function readMessage(message: PeekedMessage, { sourceArn }: FailureQueue, region: string): FailedEvent | { problem: string } {
  return eventOfMessage(message, sourceArn ? { sourceArn, region } : undefined);
}

function nameOf({ requestId }: FailedEvent): string {
  return requestId ? `failed ${requestId.slice(0, 8)}` : "failed event";
}

function noteOf({ source, reason, requestId }: FailedEvent): string {
  return [`From ${source}`, requestId && `request ${requestId}`, reason].filter(Boolean).join(" · ").slice(0, 500);
}
