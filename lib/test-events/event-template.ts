/** Shapes: https://docs.aws.amazon.com/lambda/latest/dg/lambda-services.html and https://github.com/aws/aws-lambda-go/tree/main/events */

/** Members and indexes from the top of the event. */
export type JsonPath = readonly (string | number)[];

/** A place that people change, in a small form. */
export interface EventField {
  label: string;
  path: JsonPath;
  /** `base64` and `s3 key` (URL-encoded): shown decoded, written encoded. Default: a text. */
  kind?: "number" | "base64" | "s3 key";
  /** Other places that say the same in another way. */
  also?: readonly { path: JsonPath; from: (value: string) => unknown }[];
}

export type TemplateGroup = "Blank" | "HTTP" | "Authorizers" | "Storage" | "Queues and topics" | "Streams" | "Brokers" | "Schedules and events" | "Operations" | "Development" | "Devices" | "Identity" | "Messages and voice" | "GraphQL and edge" | "Other";

/** An event as a source of AWS sends it, to start a test event from. */
export interface EventTemplate {
  id: string;
  group: TemplateGroup;
  /** What the list says. */
  label: string;
  /** Proposed name of the test event. */
  name: string;
  payload: unknown;
  /** Places and values by which an event of this source is known: the template of which most fit, and all, lends its form. */
  marks: readonly (readonly [JsonPath, unknown?])[];
  fields: readonly EventField[];
}

export const ACCOUNT = "123456789012";
export const REGION = "us-east-1";
export const TIME = "2026-11-13T15:08:50.123Z";
export const TIME_SECONDS = "2026-11-13T15:08:50Z";
/** The same moment. */
export const TIME_MS = 1_794_582_530_123;

/** The record of an event that has a list of one. */
export const FIRST_RECORD = ["Records", 0] as const;

/** UTF-8 in base64, as streams carry it. */
export function toBase64(text: string): string {
  return btoa(String.fromCodePoint(...new TextEncoder().encode(text)));
}

/** undefined when it is not UTF-8 in base64. */
export function fromBase64(text: string): string | undefined {
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(Uint8Array.from(atob(text), (character) => character.codePointAt(0) ?? 0));
  } catch {
    return undefined;
  }
}
