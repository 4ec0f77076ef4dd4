/** Members of a request in either protocol: the Query protocol sends every number as text. */
import { invalidParameter, missingParameter, outOfRange } from "./sqs-error.ts";

export type Members = Readonly<Record<string, unknown>>;

export function text(members: Members, name: string): string | undefined {
  const value = members[name];
  if (value === undefined || value === null) return undefined;
  if (typeof value !== "string") throw invalidParameter(`Value for parameter ${name} is not a text.`);
  return value;
}

export function requiredText(members: Members, name: string): string {
  const value = text(members, name);
  if (value === undefined || value === "") throw missingParameter(name);
  return value;
}

export function integer(members: Members, name: string, range: { min: number; max: number }): number | undefined {
  const value = members[name];
  if (value === undefined || value === null) return undefined;
  const number = Number(value);
  if (!Number.isInteger(number) || number < range.min || number > range.max) throw outOfRange(name, value, range);
  return number;
}

export function texts(members: Members, name: string): string[] {
  const value = members[name];
  return Array.isArray(value) ? value.map(String) : [];
}

export function objects(members: Members, name: string): Members[] {
  const value = members[name];
  return Array.isArray(value) ? value.filter((item): item is Members => typeof item === "object" && item !== null) : [];
}

/** A map of texts; absent is empty. */
export function textMap(members: Members, name: string): Record<string, string> {
  const value = members[name];
  if (typeof value !== "object" || value === null) return {};
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, String(item)]));
}
