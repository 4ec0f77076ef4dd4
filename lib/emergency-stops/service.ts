import "server-only";
import { randomUUID } from "node:crypto";
import { recordChange } from "@/lib/activity/service";
import { getDelivery } from "@/lib/aws/lambda-delivery";
import { listEventSourceMappings } from "@/lib/aws/lambda-event-sources";
import { getFunctionConcurrency } from "@/lib/aws/lambda-functions";
import { getPolicy } from "@/lib/aws/lambda-policy";
import { deleteReservedConcurrency, putReservedConcurrency } from "@/lib/aws/lambda-reserved-concurrency";
import { listFunctionUrls } from "@/lib/aws/lambda-url";
import { processState } from "@/lib/aws/process-state";
import { requireConnection, requireMode } from "@/lib/connections/service";
import {
  createEmergencyStop,
  type EmergencyStopRecord,
  findDueEmergencyStops,
  findEmergencyStop,
  findOpenEmergencyStops,
  updateEmergencyStop,
} from "@/lib/db/emergency-stops";
import type { FunctionPlace } from "@/lib/db/test-events";
import { operatorName } from "@/lib/env";
import { AppError, isAppError } from "@/lib/errors";
import { toRegionProblem } from "@/lib/functions/function-summary";
import type { RegionProblem } from "@/lib/functions/schema";
import { describeConsequences } from "./consequences";
import type { EmergencyStop, StopPreview } from "./schema";

/** What the change is called in Activity. */
const RESERVED_FIELD = "Reserved concurrency";
/** How often it is looked whether a stop's time has come. */
const TICK_MS = 2_000;

/** What each way into the function will do while it is stopped. A way that may not be read is a problem beside the others. */
export async function previewStop(place: FunctionPlace): Promise<StopPreview> {
  await requireConnection(place.connection);
  const target = targetOf(place);
  const problems: RegionProblem[] = [];
  const attempt = async <T>(read: Promise<T>): Promise<T | undefined> => {
    try {
      return await read;
    } catch (error) {
      if (!isAppError(error) || error.code === "not_found") throw error;
      problems.push(toRegionProblem(place.region, error));
      return undefined;
    }
  };
  const [reservedConcurrency, mappings, policy, urls, delivery] = await Promise.all([
    attempt(getFunctionConcurrency(target, place.functionName)),
    attempt(listEventSourceMappings(target, place.functionName)),
    attempt(getPolicy(target, place.functionName)),
    attempt(listFunctionUrls(target, place.functionName)),
    attempt(getDelivery(target, place.functionName, "$LATEST")),
  ]);
  const consequences = describeConsequences({ mappings: mappings ?? [], policy: policy?.document, urls: urls ?? [], onFailure: delivery?.onFailure, deadLetter: delivery?.deadLetter });
  return { reservedConcurrency, consequences, problems };
}

export async function listStops(connection: string): Promise<{ stops: EmergencyStop[] }> {
  await requireConnection(connection);
  return { stops: (await findOpenEmergencyStops(connection)).map(withoutConnection) };
}

/** Sets reserved concurrency to 0, so that AWS rejects every invocation. The way back is written down before. */
export async function startStop(place: FunctionPlace, minutes: number | undefined): Promise<EmergencyStop> {
  await requireMode(place.connection, "operate");
  const target = targetOf(place);
  const { functionName } = place;
  if ((await findOpenEmergencyStops(place.connection, place)).length > 0) throw new AppError("conflict", `${functionName} is stopped already.`);
  const previousReserved = await getFunctionConcurrency(target, functionName);
  if (previousReserved === 0) throw new AppError("conflict", `The reserved concurrency of ${functionName} is 0 already: AWS rejects every invocation.`);
  const id = randomUUID();
  const stoppedAtMs = Date.now();
  const restoreAtMs = minutes === undefined ? undefined : stoppedAtMs + minutes * 60_000;
  const stop = { id, ...place, previousReserved, restoreAtMs, startedBy: operatorName(), stoppedAtMs };
  await createEmergencyStop(stop);
  try {
    const fields = [{ field: RESERVED_FIELD, kind: "setting" as const, action: previousReserved === undefined ? ("added" as const) : ("changed" as const), before: previousReserved, after: 0 }];
    await recordChange(place, { id, kind: "emergency_stop", fields }, () => putReservedConcurrency(target, functionName, 0));
  } catch (error) {
    await afterFailedStop(id, error);
    throw error;
  }
  await updateEmergencyStop(id, { status: "stopped" });
  return withoutConnection({ ...stop, status: "stopped" });
}

/** An answer that was lost may have been a yes: the stop stays open, and its restoring looks at what AWS has. */
async function afterFailedStop(id: string, error: unknown): Promise<void> {
  const lost = !isAppError(error) || error.code === "timeout" || error.code === "unreachable";
  const message = isAppError(error) ? error.message : "Something went wrong in Warmstart itself.";
  await updateEmergencyStop(id, { status: lost ? "stopping" : "failed", error: message });
}

/** Gives the function its reserved concurrency back, now. Answers the stop as it ended: with `error` when somebody had changed it meanwhile. */
export async function restoreStop(connection: string, id: string): Promise<EmergencyStop> {
  await requireMode(connection, "operate");
  const stop = await findEmergencyStop(connection, id);
  if (!stop) throw new AppError("not_found", "There is no such emergency stop.");
  if (stop.status === "restored" || stop.status === "failed") return withoutConnection(stop);
  return withoutConnection(await restoreOnce(stop, operatorName()));
}

/** A click and the clock may come at once: the second waits for the first. */
function restoreOnce(stop: EmergencyStopRecord, changedBy: string): Promise<EmergencyStopRecord> {
  const running = processState("emergency-restores", () => new Map<string, Promise<EmergencyStopRecord>>());
  const present = running.get(stop.id) ?? restore(stop, changedBy).finally(() => running.delete(stop.id));
  running.set(stop.id, present);
  return present;
}

async function restore(stop: EmergencyStopRecord, changedBy: string): Promise<EmergencyStopRecord> {
  const { connection, region, functionName, id, previousReserved } = stop;
  const place = { connection, region, functionName };
  try {
    const present = await getFunctionConcurrency(targetOf(place), functionName);
    if (present !== 0) return await close(stop, present === previousReserved ? undefined : changedMeanwhile(present));
    const action = previousReserved === undefined ? ("removed" as const) : ("changed" as const);
    const fields = [{ field: RESERVED_FIELD, kind: "setting" as const, action, before: 0, after: previousReserved }];
    await recordChange(place, { kind: "emergency_restore", fields, undoesId: id, changedBy }, () =>
      previousReserved === undefined ? deleteReservedConcurrency(targetOf(place), functionName) : putReservedConcurrency(targetOf(place), functionName, previousReserved),
    );
    return await close(stop, undefined);
  } catch (error) {
    if (isAppError(error) && error.code === "not_found") return close(stop, "The function is gone.");
    const message = isAppError(error) ? error.message : "Something went wrong in Warmstart itself.";
    await updateEmergencyStop(id, { status: stop.status, error: message });
    throw error;
  }
}

function changedMeanwhile(present: number | undefined): string {
  const now = present === undefined ? "Someone took the reserved concurrency away meanwhile" : `Someone set the reserved concurrency to ${present} meanwhile`;
  return `${now}: it is left so.`;
}

async function close(stop: EmergencyStopRecord, error: string | undefined): Promise<EmergencyStopRecord> {
  await updateEmergencyStop(stop.id, { status: "restored", error, restoredAtMs: Date.now() });
  return { ...stop, status: "restored", error };
}

/**
 * Takes back what is due: at once, which is at the start of the server what fell due while there was none, and from then on
 * every two seconds. What fails is tried again at the next tick, with the reason beside the stop.
 */
export function watchEmergencyStops(): void {
  processState("emergency-watch", () => {
    const timer = setInterval(() => void restoreDue(), TICK_MS);
    timer.unref();
    void restoreDue();
    return timer;
  });
}

async function restoreDue(): Promise<void> {
  try {
    const due = await findDueEmergencyStops(Date.now());
    await Promise.allSettled(due.map((stop) => restoreOnce(stop, `${stop.startedBy}, by timer`)));
  } catch (error) {
    console.error("emergency stops could not be looked at:", error instanceof Error ? error.name : "Error");
  }
}

function withoutConnection({ connection: _connection, ...stop }: EmergencyStopRecord): EmergencyStop {
  return stop;
}

function targetOf({ connection, region }: FunctionPlace): { connectionId: string; region: string } {
  return { connectionId: connection, region };
}
