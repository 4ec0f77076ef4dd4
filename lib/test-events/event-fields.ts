import { type EventField, type EventTemplate, fromBase64, toBase64 } from "./event-template";
import { setValue, valueAt } from "./json-edit";
import { decodeS3Key, encodeS3Key } from "./s3-key";

/** A field of the form with what the event has there. */
export interface FieldValue {
  field: EventField;
  /** As a person reads it: base64 and URL encoding decoded, JSON of anything but a text. */
  text: string;
}

/** Fields of a template that the event has; one that is missing or not readable is left out. */
export function readFields(template: EventTemplate, event: unknown): FieldValue[] {
  return template.fields.flatMap((field) => {
    const value = valueAt(event, field.path);
    if (value === undefined || (typeof value === "object" && value !== null)) return [];
    if (field.kind !== "base64" && field.kind !== "s3 key") return [{ field, text: value === null ? "" : String(value) }];
    const text = typeof value !== "string" ? undefined : field.kind === "base64" ? fromBase64(value) : decodeS3Key(value);
    return text === undefined ? [] : [{ field, text }];
  });
}

/** The event's text with a field changed, and all places that say the same. undefined: the text is no number where one is due. */
export function writeField(payload: string, field: EventField, text: string): string | undefined {
  const value = field.kind === "number" ? numberOf(text) : field.kind === "base64" ? toBase64(text) : field.kind === "s3 key" ? encodeS3Key(text) : text;
  if (value === undefined) return undefined;
  const others = (field.also ?? []).map(({ path, from }) => ({ path, value: from(text) }));
  return [{ path: field.path, value: value as unknown }, ...others].reduce((edited, { path, value: next }) => setValue(edited, path, next), payload);
}

function numberOf(text: string): number | undefined {
  const value = Number(text);
  return text.trim() === "" || !Number.isFinite(value) ? undefined : value;
}
