import { Check, Circle, CircleHelp, Loader, X } from "lucide-react";
import { callWords } from "@/lib/configuration/save-plan";
import type { CallState, PlannedCall } from "@/lib/configuration/schema";

const STATES = {
  waiting: { icon: Circle, word: "not made", look: "text-faint" },
  running: { icon: CircleHelp, word: "its answer was lost", look: "text-accent" },
  done: { icon: Check, word: "made", look: "text-text" },
  failed: { icon: X, word: "refused", look: "text-error" },
} as const;

/** The AWS calls of a save, in their order, each with what it changes and what became of it. */
export function CallList({ calls, busy }: { calls: readonly (PlannedCall & Partial<CallState>)[]; busy?: boolean }) {
  return (
    <ol aria-label="AWS calls" className="flex flex-col gap-1 text-2">
      {calls.map((call) => {
        const { icon: Icon, word, look } = STATES[call.state ?? "waiting"];
        return (
          <li key={`${call.operation} ${call.fields.join(" ")}`} className="flex items-start gap-2">
            {busy && call.state === undefined ? <Loader size={14} aria-hidden className="mt-[3px] shrink-0 text-muted" /> : <Icon size={14} aria-hidden className={`mt-[3px] shrink-0 ${look}`} />}
            <span className="min-w-0">
              <code className="font-mono text-1 break-all">{call.operation}</code> <span className="text-muted">{callWords(call)}</span>
              {call.state === undefined ? null : <span className={look}> · {word}</span>}
              {call.error ? <span className="block text-error">{call.error}</span> : null}
            </span>
          </li>
        );
      })}
    </ol>
  );
}
