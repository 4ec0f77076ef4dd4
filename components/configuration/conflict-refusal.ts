/** Why a conflict cannot be settled yet, naming what is left to choose; undefined when all is chosen. */
export function findUnchosen(rows: readonly { name: string; chosen: boolean }[]): string | undefined {
  const open = rows.filter(({ chosen }) => !chosen).map(({ name }) => name);
  return open.length === 0 ? undefined : `Both changed ${open.join(", ")}: choose mine or theirs first.`;
}
