import { definitionOf } from "@/lib/configuration/setting-definitions";
import { itemsOf } from "@/lib/configuration/settings";

/** Name of a field as the page writes it; variables keep their own. */
export function fieldLabel(field: string): string {
  return definitionOf(field)?.label ?? field;
}

/** A value with its unit; lists with an item a line. */
export function fieldValue(field: string, value: string | number | null | undefined): string {
  const definition = definitionOf(field);
  if (value === undefined || value === null) return definition?.default === undefined ? "–" : `– (${fieldValue(field, definition.default)})`;
  if (value === "") return "(empty)";
  if (definition?.kind === "switch") return value === "true" ? "on" : "off";
  if (definition?.kind === "list") return itemsOf(value).join("\n");
  if (typeof value !== "number") return String(value);
  return definition?.unit ? `${value.toLocaleString("en")} ${definition.unit}` : value.toLocaleString("en");
}
