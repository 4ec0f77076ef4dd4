import { mutationOptions, queryOptions } from "@tanstack/react-query";
import { fetchJson } from "@/lib/http/fetch-json";
import { runPath, runQuery } from "@/lib/runs/queries";
import { type Run, runSchema } from "@/lib/runs/schema";
import { runLogSchema } from "./schema";

/** An ended run whose log has not arrived is asked for again for so long. */
const LOG_DELAY_MS = 60_000;

/** The whole log of a run's invocation. CloudWatch has it some seconds after the end. */
export function runLogQuery(connection: string, { id, endedAtMs, startedAtMs, followUp }: Pick<Run, "id" | "endedAtMs" | "startedAtMs" | "followUp">) {
  const attempts = followUp?.attempts.length ?? 0;
  return queryOptions({
    queryKey: [connection, "runs", id, "log", attempts, followUp?.state],
    queryFn: ({ signal }) => fetchJson(`${runPath(connection, id)}/log`, runLogSchema, { signal }),
    refetchInterval: ({ state }) => {
      const fresh = Date.now() - (endedAtMs ?? startedAtMs) < LOG_DELAY_MS;
      return fresh && state.data && (state.data.source !== "log" || state.data.partial) && !state.data.problem ? 3_000 : false;
    },
  });
}

/** Looks into the queue that the run's event was handed to. */
export function lookForReceiptMutation(connection: string, id: string) {
  return mutationOptions({
    mutationFn: () => fetchJson(`${runPath(connection, id)}/receipt`, runSchema, { method: "POST" }),
    onSuccess: (run, _input, _result, { client }) => client.setQueryData(runQuery(connection, id).queryKey, run),
  });
}

/** Looks for a run in the log once more. Invokes nothing. */
export function lookAgainMutation(connection: string, id: string) {
  return mutationOptions({
    mutationFn: () => fetchJson(`${runPath(connection, id)}/look`, runSchema, { method: "POST" }),
    onSuccess: (run, _input, _result, { client }) => client.setQueryData(runQuery(connection, id).queryKey, run),
  });
}
