/** An undo is a change like others and can be undone too: says which changes are taken back at the end of such chains. */

interface Link {
  id: string;
  status: "intended" | "done" | "failed";
  undoesId?: string;
}

/** For each change that is taken back, the id of the undo that did it. An undo that was itself taken back no longer counts. */
export function findUndone(changes: readonly Link[]): Map<string, string> {
  const undos = new Map<string, Link[]>();
  for (const change of changes) {
    if (change.undoesId === undefined || change.status !== "done") continue;
    undos.set(change.undoesId, [...(undos.get(change.undoesId) ?? []), change]);
  }
  const undoOf = (id: string): string | undefined => undos.get(id)?.find((undo) => undoOf(undo.id) === undefined)?.id;
  return new Map(
    [...undos.keys()].flatMap((id): [string, string][] => {
      const undo = undoOf(id);
      return undo === undefined ? [] : [[id, undo]];
    }),
  );
}
