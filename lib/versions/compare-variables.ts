/** Variables of two versions, name by name. */
import type { VersionComparison } from "./schema";

type Variables = Readonly<Record<string, string>>;

/** Different ones first, each group by name. The answer has no values. */
export function compareVariables(left: Variables, right: Variables): VersionComparison["variables"] {
  const keys = [...new Set([...Object.keys(left), ...Object.keys(right)])].toSorted();
  const rows = keys.map((key) => ({ key, state: stateOf(key, left, right) }));
  return [...rows.filter(({ state }) => state !== "same"), ...rows.filter(({ state }) => state === "same")];
}

function stateOf(key: string, left: Variables, right: Variables): VersionComparison["variables"][number]["state"] {
  if (!Object.hasOwn(right, key)) return "left_only";
  if (!Object.hasOwn(left, key)) return "right_only";
  return left[key] === right[key] ? "same" : "different";
}
