import type { Clock } from "../clock.ts";
import { referenceKey, type SampleFunction } from "./sample-function.ts";
import { sendMessageCall } from "./sample-queues.ts";
import { memberOf, type SignedCall, type SignedClient } from "./signed-client.ts";
import { planTraffic, type PlannedCall } from "./traffic-plan.ts";

const WINDOW_MS = 60_000;
const GONE = new Set(["ResourceNotFoundException", "QueueDoesNotExist"]);

export interface TrafficOptions {
  client: SignedClient;
  clock: Clock;
  functions: readonly SampleFunction[];
  seed: string;
  paused: boolean;
  log(message: string): void;
}

export interface Traffic {
  /** Stops or resumes making calls; those under way come to their end. */
  setPaused(paused: boolean): void;
  /** Makes no further call. Resolves when those under way have come to their end. */
  stop(): Promise<void>;
}

/** Calls the shop's functions through the API as `planTraffic` says, a minute at a time. */
export function startTraffic({ client, clock, functions, seed, log, ...options }: TrafficOptions): Traffic {
  const startedAtMs = clock.now();
  const timers = new Set<NodeJS.Timeout>();
  const running = new Set<Promise<void>>();
  let paused = options.paused;
  let lastProblem: string | undefined;

  const later = (delayMs: number, action: () => void) => {
    const timer = setTimeout(() => {
      timers.delete(timer);
      action();
    }, delayMs);
    timers.add(timer);
  };

  const call = async (planned: PlannedCall): Promise<void> => {
    const problem = await invoke(client, functions, planned);
    // A problem that stays (the region is shutting down, its disk is full) is told once.
    if (problem !== undefined && problem !== lastProblem) log(`traffic: ${problem}`);
    lastProblem = problem;
  };

  const run = (planned: PlannedCall) => {
    if (paused) return;
    const execution = call(planned).finally(() => running.delete(execution));
    running.add(execution);
  };

  const planWindow = (fromMs: number) => {
    const untilMs = fromMs + WINDOW_MS;
    const nowMs = clock.now();
    // After the machine slept, what was missed is not made up for.
    if (nowMs > untilMs) return planWindow(nowMs);
    for (const planned of planTraffic(functions, { seed, startedAtMs, fromMs, untilMs }))
      later(Math.max(0, planned.atMs - nowMs), () => run(planned));
    later(untilMs - nowMs, () => planWindow(untilMs));
  };
  planWindow(startedAtMs);

  return {
    setPaused: (value) => {
      paused = value;
    },
    stop: async () => {
      for (const timer of timers) clearTimeout(timer);
      timers.clear();
      await Promise.all(running);
    },
  };
}

/**
 * One invocation, or what leads to one. Answers what went wrong, if that was neither the function's own
 * affair (its errors are part of the picture), nor a throttle (wanted), nor a function or queue that was deleted.
 */
async function invoke(client: SignedClient, functions: readonly SampleFunction[], planned: PlannedCall): Promise<string | undefined> {
  try {
    for (const call of callsOf(functions, planned)) {
      const answer = await client.call(call);
      if (answer.status < 300 || answer.status === 429 || GONE.has(answer.errorType ?? "")) continue;
      return `${planned.functionName} answered ${answer.status} ${String(memberOf(answer.body, "message") ?? memberOf(answer.body, "Message") ?? "")}`;
    }
    return undefined;
  } catch (error) {
    return `${planned.functionName}: ${String(error)}`;
  }
}

function callsOf(functions: readonly SampleFunction[], planned: PlannedCall): SignedCall[] {
  const { region, functionName, payload, via } = planned;
  if (via === "queue") {
    const queue = functions.find((sample) => referenceKey(sample) === referenceKey(planned))?.eventQueue;
    const records = (payload as { Records: { body: string }[] }).Records;
    return queue === undefined ? [] : records.map(({ body }) => sendMessageCall(region, queue.name, body));
  }
  const path = `/2015-03-31/functions/${functionName}/invocations`;
  const call: SignedCall = { service: "lambda", region, method: "POST", path, body: payload };
  return [via === "asynchronous" ? { ...call, headers: { "x-amz-invocation-type": "Event" } } : call];
}
