/** Whether a comparison was between an alias and a version that it can be moved to. */
import type { Alias } from "@/lib/versions/schema";

export interface Shift {
  alias: Alias;
  /** The version to move to. */
  to: string;
}

/**
 * undefined when neither side is an alias, or when the alias has always pointed at the other side's version. Of two aliases
 * the left one is moved to the right one's version.
 */
export function findShift({ left, right }: { left: string; right: string }, aliases: readonly Alias[]): Shift | { refusal: string } | undefined {
  const find = (qualifier: string) => aliases.find(({ name }) => name === qualifier);
  const alias = find(left) ?? find(right);
  if (!alias) return undefined;
  const otherSide = alias.name === left ? right : left;
  const to = find(otherSide)?.version ?? otherSide;
  if (to === "$LATEST") return { refusal: `${alias.name} cannot share its traffic with $LATEST: publish it as a version first, and compare that.` };
  if (alias.version === "$LATEST") return { refusal: `${alias.name} points at $LATEST, which cannot share traffic.` };
  // Once it is there, the way back stays on offer.
  return alias.version === to && alias.previousVersion === undefined ? undefined : { alias, to };
}
