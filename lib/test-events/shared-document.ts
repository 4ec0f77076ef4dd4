/**
 * The document of a function's shareable test events: OpenAPI 3.0 in the schema registry `lambda-testevent-schemas`, an event
 * under `components.examples`. https://docs.aws.amazon.com/lambda/latest/dg/testing-functions.html
 */
import type { TestEventContent } from "./schema";

export interface SharedEvent {
  name: string;
  /** JSON text. */
  payload: string;
  invocationType: TestEventContent["invocationType"];
}

interface Example {
  value?: unknown;
  "x-metadata"?: { invocationType?: unknown };
}

type Document = Record<string, unknown> & { components?: Record<string, unknown> & { examples?: Record<string, Example> } };

/** The events of a document, by name; none when it is no such document. */
export function readSharedEvents(document: unknown): SharedEvent[] {
  if (typeof document !== "object" || document === null) return [];
  const examples = (document as Document).components?.examples;
  if (typeof examples !== "object" || examples === null) return [];
  return Object.entries(examples)
    .filter(([, example]) => typeof example === "object" && example !== null && "value" in example)
    .map(([name, example]) => ({ name, payload: JSON.stringify(example.value, null, 2), invocationType: typeOf(example["x-metadata"]?.invocationType) }))
    .toSorted((a, b) => (a.name < b.name ? -1 : 1));
}

function typeOf(value: unknown): SharedEvent["invocationType"] {
  return value === "Event" || value === "DryRun" ? value : "RequestResponse";
}

/** The document with an event added or replaced; everything else in it stays. `document` undefined: a new one. */
export function writeSharedEvent(document: unknown, { name, payload, invocationType }: SharedEvent): Document {
  const present = typeof document === "object" && document !== null ? (document as Document) : EMPTY;
  const examples = { ...present.components?.examples, [name]: { value: JSON.parse(payload) as unknown, "x-metadata": { invocationType } } };
  return { ...present, components: { ...present.components, examples } };
}

const EMPTY: Document = { openapi: "3.0.0", info: { version: "1.0.0", title: "Event" }, paths: {}, components: { schemas: { Event: { type: "object" } } } };

/** The console's rule for names. */
const NAME = /^[A-Za-z0-9._-]{1,25}$/;

/** Why AWS's console would not show an event of this name, in a sentence. */
export function findSharedNameProblem(name: string): string | undefined {
  return NAME.test(name) ? undefined : "AWS takes names of 1 to 25 letters, digits, dots, hyphens and underscores.";
}
