/** A function's settings as one flat map, so that diff, conflict, review and undo are the same for all of them. */
import { definitionOf, SETTINGS } from "./setting-definitions";

export type SettingValue = string | number;

/**
 * By field. `null` = none is set; a field that is missing was not read (no permission, or not of this kind of function). Lists
 * are texts with an item a line, switches are `true` or `false`.
 */
export type Settings = Readonly<Record<string, SettingValue | null>>;

/** In the order that pages show; provisioned concurrency and tags come last. */
const ORDER = new Map(Object.keys(SETTINGS).map((field, index) => [field, index]));

export function sortedFields(fields: Iterable<string>): string[] {
  const rank = (field: string) => ORDER.get(field) ?? (field.startsWith("tag:") ? 1_001 : 1_000);
  return [...fields].sort((a, b) => rank(a) - rank(b) || (a < b ? -1 : a > b ? 1 : 0));
}

/** Items of a list. */
export function itemsOf(value: SettingValue | null | undefined): string[] {
  return String(value ?? "").split("\n").filter((item) => item !== "");
}

/** A list as a setting: null when it is empty. */
export function listSetting(items: readonly string[] | undefined, { sorted = false } = {}): string | null {
  const kept = (items ?? []).filter((item) => item !== "");
  if (kept.length === 0) return null;
  return (sorted ? [...kept].sort() : kept).join("\n");
}

/** What a person typed as the value that is saved: numbers as numbers, lists trimmed, nothing as null. Wrong numbers stay texts. */
export function settingOfText(field: string, text: string): SettingValue | null {
  const definition = definitionOf(field);
  if (!definition) return text;
  if (definition.kind === "list") {
    const items = text.split("\n").map((item) => item.trim());
    return listSetting([...new Set(items)], { sorted: definition.unordered });
  }
  const trimmed = field === "description" || field.startsWith("tag:") ? text : text.trim();
  if (trimmed === "") return definition.required || field.startsWith("tag:") ? "" : null;
  const number = definition.kind === "number" ? Number(trimmed) : Number.NaN;
  return Number.isNaN(number) ? trimmed : number;
}

/** The setting as it stands in a field of the form. */
export function textOfSetting(value: SettingValue | null | undefined): string {
  return value === null || value === undefined ? "" : String(value);
}
