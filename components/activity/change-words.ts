import { fieldLabel, fieldValue } from "@/components/configuration/field-words";
import type { ChangedField, ChangeKind, ListedChange } from "@/lib/activity/schema";
import { changeSentence } from "./change-sentences";

/** Title of a change, and its name in a filter. */
export const KIND_WORDS: Record<ChangeKind, string> = {
  configuration: "Configuration",
  environment: "Environment",
  reveal: "Value revealed",
  undo: "Undo",
  code: "Code",
  version: "Version",
  alias: "Alias",
  concurrency: "Concurrency",
  asynchronous: "Asynchronous invocation",
  url: "Function URL",
  trigger: "Trigger",
  permission: "Permission",
  layer: "Layer",
  tags: "Tags",
  log_retention: "Log retention",
  create: "Created",
  delete: "Deleted",
  emergency_stop: "Emergency stop",
  emergency_restore: "Emergency stop ended",
  shared_event: "Shareable test event",
};

/** How a change ended. */
export const STATUS_WORDS: Record<ListedChange["status"], string> = { done: "done", failed: "failed", intended: "outcome unknown" };

/** Last part of a page's path, as its tab is called: `Configuration`, `Functions`. */
export function pageWords(page: string): string {
  const [, , topic = "", , name, tab] = page.split("/");
  if (topic !== "functions") return capital(topic) || page;
  if (name === undefined) return "Functions";
  return tab === undefined ? "Monitor" : capital(tab);
}

function capital(word: string): string {
  return word.charAt(0).toUpperCase() + word.slice(1).replaceAll("-", " ");
}

/** Named in a sentence; of more, the number. */
const NAMED = 3;

/** One field of a change, as the history lists it: `Memory: 128 MB → 512 MB`, `STAGE changed`, `Deleted the function old`. */
export function changeLine(changed: ChangedField, status: ListedChange["status"] = "done"): string {
  const { field, kind, action, before, after } = changed;
  if (kind === "variable") return action === "renamed" ? `${before} renamed to ${after}` : `${field} ${action}`;
  const sentence = changeSentence(changed, status);
  if (sentence) return sentence;
  const name = labelOf({ field, kind });
  if (before === undefined && after === undefined) return `${name} ${action}`;
  if (action === "added") return kind === "tag" ? `${name} added: ${fieldValue(field, after)}` : `${name} set to ${fieldValue(field, after)}`;
  if (action === "removed") return `${name} removed; it was ${fieldValue(field, before)}`;
  return `${name}: ${fieldValue(field, before)} → ${fieldValue(field, after)}`;
}

function labelOf({ field, kind }: Pick<ChangedField, "field" | "kind">): string {
  if (kind === "tag") return `Tag ${field}`;
  return kind === "configuration" ? fieldLabel(field) : field;
}

/** What an undo did; the fields are those of the change that was taken back. `Memory is 128 MB again. STAGE has its former value again.` */
export function undoneSentence(fields: readonly ChangedField[]): string {
  const named = fields.slice(0, NAMED).map((field) => `${undone(field)}.`);
  const others = fields.length - named.length;
  return [...named, ...(others > 0 ? [`${others} more went back.`] : [])].join(" ");
}

function undone({ field, kind, action, before, after }: ChangedField): string {
  if (kind !== "variable") {
    const name = labelOf({ field, kind });
    return before === undefined ? `${name} is not set again` : `${name} is ${before === "" ? "empty" : fieldValue(field, before)} again`;
  }
  switch (action) {
    case "added":
      return `${field} is gone again`;
    case "removed":
      return `${field} is back`;
    case "renamed":
      return `${after} is called ${before} again`;
    case "changed":
      return `${field} has its former value again`;
  }
}
