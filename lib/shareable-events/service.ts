import "server-only";
import { recordChange } from "@/lib/activity/service";
import { createEventSchema, discoverEventSchema, getEventSchema, updateEventSchema } from "@/lib/aws/schemas";
import type { FunctionPlace } from "@/lib/db/test-events";
import { AppError } from "@/lib/errors";
import { findJsonProblem } from "@/lib/test-events/json-position";
import { readSharedEvents, writeSharedEvent } from "@/lib/test-events/shared-document";
import type { ShareableEventInput, ShareableEventList } from "./schema";

/** AWS's limit for an event. */
const EVENT_MAX_BYTES = 6_144_000;

/** Test events that Lambda's console and SAM share of a function. Throws `access_denied` with the IAM action. */
export async function listShareableEvents(place: FunctionPlace): Promise<ShareableEventList> {
  return { events: readSharedEvents(parse(await getEventSchema(targetOf(place), place.functionName))) };
}

/**
 * Saves an event there, as a recorded change. Throws `conflict` when the name is taken and `replace` is false. AWS has no way
 * to guard against somebody who writes at the same moment: what is there is read just before.
 */
export async function saveShareableEvent(place: FunctionPlace, { replace, ...event }: ShareableEventInput): Promise<ShareableEventList> {
  const problem = findJsonProblem(event.payload);
  if (problem) throw new AppError("bad_request", `The event is not JSON: line ${problem.line}, column ${problem.column}: ${problem.message}.`);
  if (Buffer.byteLength(event.payload) > EVENT_MAX_BYTES) throw new AppError("payload_too_large", `AWS keeps shareable test events of at most ${EVENT_MAX_BYTES.toLocaleString("en")} bytes.`);
  const target = targetOf(place);
  const present = await getEventSchema(target, place.functionName);
  const former = readSharedEvents(parse(present)).find(({ name }) => name === event.name);
  if (former && !replace) throw new AppError("conflict", `There is already a shareable test event named “${event.name}”.`, { data: { field: "name" } });
  const fields = [{ field: event.name, kind: "setting" as const, action: former ? ("changed" as const) : ("added" as const) }];
  await recordChange(place, { kind: "shared_event", fields }, async () => {
    if (present !== undefined) return updateEventSchema(target, place.functionName, JSON.stringify(writeSharedEvent(parse(present), event)));
    const discovered = await discoverEventSchema(target, place.functionName, event.payload);
    return createEventSchema(target, place.functionName, JSON.stringify(writeSharedEvent(parse(discovered), event)));
  });
  return listShareableEvents(place);
}

function parse(content: string | undefined): unknown {
  if (content === undefined) return undefined;
  try {
    return JSON.parse(content);
  } catch {
    throw new AppError("aws_error", "The schema that holds the shareable test events is not JSON.", { hint: "Look at it in the EventBridge schema registry lambda-testevent-schemas." });
  }
}

function targetOf({ connection, region }: FunctionPlace) {
  return { connectionId: connection, region };
}
