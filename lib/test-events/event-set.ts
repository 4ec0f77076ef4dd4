/**
 * A set of test events as one file that belongs in git: members and events always in the same order, an event as JSON where
 * that says all of it, and no ids or times, so that a set that did not change is the same file.
 */
import type { Assertion } from "@/lib/assertions/schema";
import type { EventSetFile, TestEventContent } from "./schema";

export const EVENT_SET_FORMAT = "warmstart-test-events";

type SetEvent = EventSetFile["events"][number];

/** The file's text. */
export function writeEventSet(events: readonly TestEventContent[]): string {
  const inOrder = [...events].sort((a, b) => compare(a.name, b.name) || Number(a.shared) - Number(b.shared));
  const file: EventSetFile = { format: EVENT_SET_FORMAT, version: 1, events: inOrder.map(toSetEvent) };
  return `${JSON.stringify(file, null, 2)}\n`;
}

/** What is left out has its default. */
function toSetEvent({ name, description, tags, shared, invocationType, clientContext, payload, assertions }: TestEventContent): SetEvent {
  return {
    name,
    ...(description ? { description } : {}),
    ...(tags.length > 0 ? { tags } : {}),
    ...(shared ? { shared } : {}),
    ...(invocationType === "RequestResponse" ? {} : { invocationType }),
    ...(clientContext ? { clientContext } : {}),
    ...writePayload(payload),
    ...(assertions.length > 0 ? { assertions: assertions.map(({ id: _id, ...assertion }) => assertion) as SetEvent["assertions"] } : {}),
  };
}

/** As JSON when reading it back gives the same text; else as text, with its own spaces and digits. */
function writePayload(payload: string): Pick<SetEvent, "event" | "eventText"> {
  try {
    const event: unknown = JSON.parse(payload);
    if (JSON.stringify(event, null, 2) === payload) return { event };
  } catch {
    // Kept as it is typed.
  }
  return { eventText: payload };
}

/** The events of a file; their assertions are numbered. */
export function readEventSet(file: EventSetFile): TestEventContent[] {
  return file.events.map(({ event, eventText, assertions = [], description = "", tags = [], shared = false, invocationType = "RequestResponse", clientContext = "", name }) => ({
    name,
    description,
    tags,
    payload: eventText ?? JSON.stringify(event, null, 2) ?? "{}",
    invocationType,
    clientContext,
    assertions: assertions.map((assertion, index) => ({ ...assertion, id: String(index + 1) }) as Assertion),
    shared,
  }));
}

/** By code units: the order must not depend on the language of a machine. */
function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/** `order of two items` → `order-of-two-items.json`. */
export function fileNameOf(name: string, end = "event"): string {
  const safe = name.replaceAll(/[^A-Za-z0-9._-]+/g, "-").replaceAll(/^[-.]+|[-.]+$/g, "");
  return `${safe || end}${end === "event" || safe === "" ? "" : `.${end}`}.json`;
}
