/** How long a function's log group keeps events. https://docs.aws.amazon.com/AmazonCloudWatchLogs/latest/APIReference/API_PutRetentionPolicy.html */
import type { ChangedField } from "@/lib/activity/schema";

/** The numbers of days that CloudWatch Logs takes. */
export const RETENTION_DAYS = [1, 3, 5, 7, 14, 30, 60, 90, 120, 150, 180, 365, 400, 545, 731, 1_096, 1_827, 2_192, 2_557, 2_922, 3_288, 3_653] as const;

export const RETENTION_FIELD = "Log retention in days";

/** Days before and after; undefined = for ever. Empty when they are the same. */
export function diffRetention(before: number | undefined, after: number | undefined): ChangedField[] {
  if (before === after) return [];
  const action = before === undefined ? "added" : after === undefined ? "removed" : "changed";
  return [{ field: RETENTION_FIELD, kind: "setting", action, before, after }];
}

/** The days that take a change back; or why that would lose somebody's later change. */
export function planRetentionUndo(fields: readonly ChangedField[], present: number | undefined): { days: number | undefined } | { refusal: string } {
  const field = fields.find((each) => each.field === RETENTION_FIELD);
  if (!field) return { refusal: "It does not say what it changed." };
  if (present !== field.after) return { refusal: `Log retention was changed since: it is ${retentionWords(present)} now, not ${retentionWords(field.after)}.` };
  return { days: field.before === undefined ? undefined : Number(field.before) };
}

/** `7 days`, `for ever`. */
export function retentionWords(days: number | string | undefined): string {
  if (days === undefined) return "for ever";
  return `${Number(days).toLocaleString("en")} ${Number(days) === 1 ? "day" : "days"}`;
}
