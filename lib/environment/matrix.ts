/** Lays variables of several functions side by side: which are the same, which differ, which are missing. */
import type { MatrixRow } from "./schema";

export interface ColumnVariables {
  /** By name; undefined = the function could not be read. */
  variables: Readonly<Record<string, string>> | undefined;
}

/** One row per name, by name. Columns that could not be read have no say in the verdict. */
export function matrixRows(columns: readonly ColumnVariables[], hintOf: (key: string, value: string) => string | undefined): MatrixRow[] {
  const keys = new Set(columns.flatMap(({ variables }) => Object.keys(variables ?? {})));
  return [...keys].sort().map((key) => {
    const values = columns.map(({ variables }) => (variables && Object.hasOwn(variables, key) ? variables[key] : undefined));
    const known = values.filter((value) => value !== undefined);
    const groups = groupsByFrequency(known);
    const readable = columns.filter(({ variables }) => variables !== undefined).length;
    return {
      key,
      verdict: verdictOf(groups.length > 1, known.length < readable),
      cells: values.map((value) => (value === undefined ? {} : { group: groups.indexOf(value) })),
      secretHint: known.map((value) => hintOf(key, value)).find((hint) => hint !== undefined),
    };
  });
}

function verdictOf(different: boolean, missing: boolean): MatrixRow["verdict"] {
  if (different) return missing ? "both" : "different";
  return missing ? "missing" : "same";
}

/** Distinct values, the most common first, then in the order of the columns. */
function groupsByFrequency(values: readonly string[]): string[] {
  const counts = new Map<string, number>();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  return [...counts].sort(([, a], [, b]) => b - a).map(([value]) => value);
}
