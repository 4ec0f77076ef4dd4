import { FIELD_LIMITS } from "@/lib/configuration/limits";
import type { ConfigurationField } from "@/lib/configuration/schema";

/** Name of a field as the page writes it; variables keep their own. */
export function fieldLabel(field: string): string {
  return FIELD_LIMITS[field as ConfigurationField]?.label ?? field;
}

/** A value with its unit. */
export function fieldValue(field: string, value: string | number | undefined): string {
  if (value === undefined) return "–";
  if (value === "") return "(empty)";
  const unit = FIELD_LIMITS[field as ConfigurationField]?.unit;
  return unit && typeof value === "number" ? `${value.toLocaleString("en")} ${unit}` : String(value);
}
