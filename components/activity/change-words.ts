import { fieldLabel, fieldValue } from "@/components/configuration/field-words";
import type { ChangedField } from "@/lib/activity/schema";

/** Named in a sentence; of more, the number. */
const NAMED = 3;

/** One field of a change, as the history lists it: `Memory: 128 MB → 512 MB`, `STAGE changed`. */
export function changeLine({ field, kind, action, before, after }: ChangedField): string {
  if (kind === "variable") return action === "renamed" ? `${before} renamed to ${after}` : `${field} ${action}`;
  return `${fieldLabel(field)}: ${fieldValue(field, before)} → ${fieldValue(field, after)}`;
}

/** What an undo did; the fields are those of the change that was taken back. `Memory is 128 MB again. STAGE has its former value again.` */
export function undoneSentence(fields: readonly ChangedField[]): string {
  const named = fields.slice(0, NAMED).map((field) => `${undone(field)}.`);
  const others = fields.length - named.length;
  return [...named, ...(others > 0 ? [`${others} more went back.`] : [])].join(" ");
}

function undone({ field, kind, action, before, after }: ChangedField): string {
  if (kind === "configuration") return `${fieldLabel(field)} is ${before === "" ? "empty" : fieldValue(field, before)} again`;
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
