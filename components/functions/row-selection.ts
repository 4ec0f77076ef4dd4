/** Which rows of the list are chosen. Keys stay chosen while a filter hides their rows. */

export interface RowSelection {
  keys: ReadonlySet<string>;
  /** The row that a click with Shift reaches from. */
  anchor?: string;
}

export const NOTHING_SELECTED: RowSelection = { keys: new Set() };

/** One row on or off; with `range`, all rows from the one clicked before to this one become as this one. */
export function toggleRow({ keys, anchor }: RowSelection, key: string, { range, order }: { range: boolean; order: readonly string[] }): RowSelection {
  const on = !keys.has(key);
  const from = anchor === undefined ? -1 : order.indexOf(anchor);
  const to = order.indexOf(key);
  const touched = range && from >= 0 && to >= 0 ? order.slice(Math.min(from, to), Math.max(from, to) + 1) : [key];
  const next = new Set(keys);
  for (const each of touched) {
    if (on) next.add(each);
    else next.delete(each);
  }
  return { keys: next, anchor: key };
}

/** All rows shown become chosen; when they are already, none of them. */
export function toggleAll({ keys }: RowSelection, order: readonly string[]): RowSelection {
  const all = order.length > 0 && order.every((key) => keys.has(key));
  const next = new Set(keys);
  for (const key of order) {
    if (all) next.delete(key);
    else next.add(key);
  }
  return { keys: next };
}
