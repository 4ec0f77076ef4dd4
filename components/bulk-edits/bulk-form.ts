import { type BulkChange, bulkChangeSchema } from "@/lib/bulk-edits/schema";

/** The form as typed: what to change, and the fields of all kinds. */
export interface BulkForm {
  what: BulkChange["what"];
  number: string;
  runtime: string;
  key: string;
  value: string;
  /** Empty = for ever. */
  days: string;
}

export const EMPTY_BULK_FORM: BulkForm = { what: "memory", number: "", runtime: "nodejs24.x", key: "", value: "", days: "30" };

export const BULK_CHOICES: readonly { value: BulkChange["what"]; label: string }[] = [
  { value: "memory", label: "Memory" },
  { value: "timeout", label: "Timeout" },
  { value: "runtime", label: "Runtime" },
  { value: "set_variable", label: "Set a variable" },
  { value: "remove_variable", label: "Remove a variable" },
  { value: "set_tag", label: "Set a tag" },
  { value: "remove_tag", label: "Remove a tag" },
  { value: "log_retention", label: "Log retention" },
];

/** The change that the form means; or what is wrong with it. */
export function readBulkForm(form: BulkForm): { change: BulkChange } | { problem: string } {
  const number = form.number.trim() === "" ? Number.NaN : Number(form.number);
  const parsed = bulkChangeSchema.safeParse({
    what: form.what,
    memoryMb: number,
    timeoutSeconds: number,
    runtime: form.runtime,
    key: form.key,
    value: form.value,
    days: form.days === "" ? undefined : Number(form.days),
  });
  return parsed.success ? { change: parsed.data } : { problem: parsed.error.issues[0]?.message ?? "It is not complete." };
}
