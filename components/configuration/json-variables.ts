import type { DotEnvVariable } from "./dot-env";

/** Variables of a JSON object of texts, numbers and switches, also of AWS's own `{"Variables": {…}}`; undefined for anything else. */
export function parseJsonVariables(text: string): DotEnvVariable[] | undefined {
  const parsed = parsedObject(text);
  const inner = parsed && isObject(parsed.Variables) ? parsed.Variables : parsed;
  if (!inner) return undefined;
  const entries = Object.entries(inner);
  if (entries.some(([, value]) => !["string", "number", "boolean"].includes(typeof value))) return undefined;
  return entries.map(([key, value]) => ({ key, value: String(value) }));
}

function parsedObject(text: string): Record<string, unknown> | undefined {
  try {
    const value: unknown = JSON.parse(text);
    return isObject(value) ? value : undefined;
  } catch {
    return undefined;
  }
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
