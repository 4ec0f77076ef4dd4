/** Changes as files: CSV for spreadsheets (no cell can be taken for a formula), JSON for everything else. */
import type { ListedChange } from "./schema";

const COLUMNS = ["time", "who", "region", "function", "kind", "status", "field", "action", "before", "after", "page", "error", "id", "undoes", "undone by", "bulk edit"] as const;

/** One line for each field of each change; a change without fields has one line. RFC 4180. */
export function activityCsv(changes: readonly ListedChange[]): string {
  const lines = changes.flatMap((change) => {
    const fields = change.fields.length > 0 ? change.fields : [undefined];
    return fields.map((field) => [
      new Date(change.atMs).toISOString(),
      change.changedBy,
      change.region,
      change.functionName,
      change.kind,
      change.status,
      field?.field,
      field?.action,
      field?.before,
      field?.after,
      change.page,
      change.error,
      change.id,
      change.undoes,
      change.undoneBy,
      change.batchId,
    ]);
  });
  return [COLUMNS, ...lines].map((cells) => `${cells.map(csvCell).join(",")}\r\n`).join("");
}

export function activityJson(changes: readonly ListedChange[]): string {
  const rows = changes.map(({ atMs, ...change }) => ({ at: new Date(atMs).toISOString(), ...change }));
  return `${JSON.stringify(rows, null, 2)}\n`;
}

/**
 * A text that begins like a formula gets an apostrophe, as OWASP advises: a function's description must not run in somebody's
 * spreadsheet. https://owasp.org/www-community/attacks/CSV_Injection
 */
function csvCell(value: string | number | undefined): string {
  if (value === undefined) return "";
  if (typeof value === "number") return String(value);
  const safe = /^[\s]*[=+\-@\t\r]/.test(value) ? `'${value}` : value;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
