/**
 * AWS's limits and defaults of the settings that Warmstart edits.
 * https://docs.aws.amazon.com/lambda/latest/api/API_UpdateFunctionConfiguration.html
 */
import type { ConfigurationField } from "./schema";

export interface FieldLimit {
  /** AWS's name for it. */
  label: string;
  unit?: "MB" | "s";
  min?: number;
  max: number;
  /** What AWS takes when nothing was set; undefined for the handler, which must be given. */
  default?: string | number;
  /** One sentence: limits and default. */
  text: string;
}

export const FIELD_LIMITS: Readonly<Record<ConfigurationField, FieldLimit>> = {
  memoryMb: {
    label: "Memory",
    unit: "MB",
    min: 128,
    max: 10_240,
    default: 128,
    text: "128 to 10,240 MB in steps of 1 MB; default 128. CPU grows with it: one full vCPU at 1,769 MB.",
  },
  timeoutSeconds: { label: "Timeout", unit: "s", min: 1, max: 900, default: 3, text: "1 to 900 s (15 minutes); default 3." },
  ephemeralStorageMb: {
    label: "Ephemeral storage",
    unit: "MB",
    min: 512,
    max: 10_240,
    default: 512,
    text: "512 to 10,240 MB of /tmp; default 512, which is free.",
  },
  handler: { label: "Handler", max: 128, text: "At most 128 characters without white space, for instance index.handler." },
  description: { label: "Description", max: 256, default: "", text: "At most 256 characters; default empty." },
};

/** Why a value cannot be saved, in a sentence; undefined when it can. Numbers come as typed by the person. */
export function findFieldProblem(field: ConfigurationField, value: string | number): string | undefined {
  const { label, unit, min, max } = FIELD_LIMITS[field];
  if (min !== undefined) {
    const number = typeof value === "number" ? value : Number(value.trim() === "" ? Number.NaN : value);
    if (!Number.isInteger(number)) return `${label} must be a whole number.`;
    const fits = number >= min && number <= max;
    return fits ? undefined : `${label} must be between ${min.toLocaleString("en")} and ${max.toLocaleString("en")} ${unit}.`;
  }
  const text = String(value);
  if (text.length > max) return `${label} has ${text.length} characters; AWS takes at most ${max}.`;
  if (field !== "handler") return undefined;
  if (text === "") return "A handler must be given.";
  return /\s/.test(text) ? "A handler has no white space." : undefined;
}
