import { AppError } from "@/lib/errors";
import { findJsonProblem } from "@/lib/test-events/json-position";
import { EVENT_SET_FORMAT, readEventSet } from "@/lib/test-events/event-set";
import { eventSetFileSchema, TEST_EVENT_NAME_MAX, type TestEventContent } from "@/lib/test-events/schema";
import { readSharedEvents } from "@/lib/test-events/shared-document";
import { draftOf } from "./use-drafts";

/**
 * Events of a file: a set, the document of shareable test events that the EventBridge schema registry keeps, or any other JSON
 * as one event named after the file. Throws `bad_request` with what is wrong in it.
 */
export function readEventFile(fileName: string, text: string): TestEventContent[] {
  const problem = findJsonProblem(text);
  if (problem) throw new AppError("bad_request", `${fileName} is not JSON: line ${problem.line}, column ${problem.column}: ${problem.message}.`);
  const value: unknown = JSON.parse(text);
  if (isSet(value)) {
    const set = eventSetFileSchema.safeParse(value);
    if (set.success) return readEventSet(set.data);
    const issue = set.error.issues[0];
    throw new AppError("bad_request", `${fileName}: ${issue?.message ?? "it cannot be read"} (${issue?.path.join(".") ?? ""})`);
  }
  const shared = readSharedEvents(value);
  if (shared.length > 0) return shared.map(({ name, payload, invocationType }) => draftOf({ name: name.slice(0, TEST_EVENT_NAME_MAX), payload, invocationType }));
  const name = fileName.replace(/\.json$/i, "").slice(0, TEST_EVENT_NAME_MAX);
  return [draftOf({ name: name || "imported", payload: text })];
}

function isSet(value: unknown): boolean {
  return typeof value === "object" && value !== null && (value as { format?: unknown }).format === EVENT_SET_FORMAT;
}
