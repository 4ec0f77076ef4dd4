import type { EnvironmentMatrix, MatrixColumn, MatrixRow } from "@/lib/environment/schema";

const VERDICT_WORDS: Record<MatrixRow["verdict"], string> = { same: "same", different: "different", missing: "missing", both: "different, missing" };

/** The verdict on a row; a dash where one column has nothing to be compared with. */
export function verdictWord(verdict: MatrixRow["verdict"], columnCount: number): string {
  return columnCount === 1 ? "–" : VERDICT_WORDS[verdict];
}

/** The finding in a sentence: `4 of 9 variables differ, 2 are missing somewhere.` */
export function verdictSentence({ columns, rows }: EnvironmentMatrix): string {
  if (rows.length === 0) return "No variables.";
  const named = `${rows.length} ${rows.length === 1 ? "variable" : "variables"}`;
  if (columns.length === 1) return `${named}. Add another function to compare.`;
  const differing = rows.filter(({ verdict }) => verdict === "different" || verdict === "both").length;
  const missing = rows.filter(({ verdict }) => verdict === "missing" || verdict === "both").length;
  if (differing + missing === 0) return `${named}, the same everywhere.`;
  const parts = [differing > 0 && `${differing} ${differing === 1 ? "has" : "have"} different values`, missing > 0 && `${missing} ${missing === 1 ? "is" : "are"} missing somewhere`];
  return `${named}: ${parts.filter(Boolean).join(", ")}.`;
}

/** A, B … Z, then numbers: equal letters in a row are equal values. */
export function groupLetter(group: number): string {
  return group < 26 ? String.fromCharCode(65 + group) : String(group + 1);
}

/** `checkout`, `checkout:prod`. */
export function columnName({ functionName, qualifier }: MatrixColumn): string {
  return qualifier === undefined ? functionName : `${functionName}:${qualifier}`;
}
