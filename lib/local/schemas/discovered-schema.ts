import { textOf, type SchemasCall, type SchemasOperation } from "./schemas-call.ts";
import { badRequest } from "./schemas-error.ts";

/**
 * A schema of the first of the given events.
 * https://docs.aws.amazon.com/eventbridge/latest/schema-reference/v1-discover.html
 */
export const getDiscoveredSchema: SchemasOperation = (call) => {
  const [event] = eventsOf(call);
  const schema = schemaOf(event);
  const isOpenApi = (textOf(call, "Type") ?? "OpenApi3") === "OpenApi3";
  const document = isOpenApi
    ? { openapi: "3.0.0", info: { version: "1.0.0", title: "Event" }, paths: {}, components: { schemas: { Event: schema } } }
    : { $schema: "http://json-schema.org/draft-04/schema#", title: "Event", ...schema };
  return { status: 200, body: { Content: JSON.stringify(document) } };
};

function eventsOf({ body }: SchemasCall): unknown[] {
  const events = body["Events"];
  if (!Array.isArray(events) || events.length === 0) throw badRequest("Events must hold at least one event.");
  try {
    return events.map((event) => JSON.parse(String(event)) as unknown);
  } catch {
    throw badRequest("Events must be JSON documents.");
  }
}

/** What a value is, member by member; a list is described by its first item. */
export function schemaOf(value: unknown): object {
  if (Array.isArray(value)) return { type: "array", items: value.length === 0 ? {} : schemaOf(value[0]) };
  if (value === null) return { type: "object", nullable: true };
  if (typeof value === "object") {
    const members = Object.entries(value as object);
    const properties = Object.fromEntries(members.map(([name, member]) => [name, schemaOf(member)]));
    return { type: "object", ...(members.length === 0 ? {} : { required: members.map(([name]) => name) }), properties };
  }
  if (typeof value === "number") return { type: "number" };
  return { type: typeof value === "boolean" ? "boolean" : "string" };
}
