import { formatDateTime } from "@/lib/format";
import type { RunSummary } from "@/lib/runs/schema";

const INVOCATION_WORDS: Record<RunSummary["invocationType"], string | undefined> = { RequestResponse: undefined, Event: "asynchronous", DryRun: "dry run" };

/** What a run was, in a few words each: event, kind, version, when, who. */
export function runFacts(run: RunSummary): string[] {
  const { qualifier, executedVersion, streamed, invocationType } = run;
  const version = executedVersion === undefined || executedVersion === qualifier ? qualifier : `${qualifier} → version ${executedVersion}`;
  const facts = [run.testEventName ?? "unsaved event", streamed ? "response stream" : INVOCATION_WORDS[invocationType], version, formatDateTime(run.startedAtMs), run.startedBy && `by ${run.startedBy}`];
  return facts.filter((fact): fact is string => Boolean(fact));
}
