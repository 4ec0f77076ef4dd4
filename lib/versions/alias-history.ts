/** What an alias pointed at before, out of the changes that were made from Warmstart. */
import type { Change } from "@/lib/activity/schema";
import { versionOfWords } from "./traffic-shares";

type PastChange = Pick<Change, "kind" | "status" | "fields">;

/** How the history names an alias. */
export function aliasField(name: string): string {
  return `Alias ${name}`;
}

/** Of `changes`, newest first: the version before the last move that is not the present one. */
export function previousVersionOf(alias: { name: string; version: string }, changes: readonly PastChange[]): string | undefined {
  for (const { kind, status, fields } of changes) {
    if (kind !== "alias" || status !== "done") continue;
    const move = fields.find(({ field, action }) => field === aliasField(alias.name) && action === "changed");
    const before = move && versionOfWords(String(move.before));
    if (before && before !== alias.version) return before;
  }
  return undefined;
}
