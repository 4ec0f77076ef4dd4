/** The rows of a JSON tree, as far as it is unfolded. */
import { childrenOf, type JsonSpan } from "./json-outline";

export interface JsonRow extends JsonSpan {
  /** Where its value begins: names the row as long as the text is the same. */
  id: number;
  depth: number;
  /** Text of the key with its quotes, or the index; undefined at the root. */
  key?: string | number;
  /** Of what can be unfolded. */
  open?: boolean;
  /** How many members or entries; of an open one. */
  count?: number;
  /** The closing bracket of an open one. */
  closes?: boolean;
}

/** `open` has the ids of what is unfolded. */
export function rowsOf(text: string, root: JsonSpan, open: ReadonlySet<number>): JsonRow[] {
  const rows: JsonRow[] = [];
  const add = (span: JsonSpan, depth: number, key?: string | number) => {
    const row: JsonRow = { ...span, id: span.start, depth, key };
    rows.push(row);
    if (span.kind === "scalar") return;
    row.open = open.has(row.id);
    if (!row.open) return;
    const children = childrenOf(text, span);
    row.count = children.length;
    for (const child of children) add(child, depth + 1, child.key);
    rows.push({ ...span, id: span.end, depth, closes: true });
  };
  add(root, 0);
  return rows;
}

/** What is unfolded at first: level by level, as long as no more than `maxRows` rows show. */
export function openAtFirst(text: string, root: JsonSpan, maxRows: number): Set<number> {
  const open = new Set<number>();
  let level: JsonSpan[] = [root];
  let rows = 1;
  while (level.length > 0) {
    const next: JsonSpan[] = [];
    for (const span of level) {
      if (span.kind === "scalar") continue;
      const children = childrenOf(text, span, maxRows + 1);
      if (span !== root && rows + children.length > maxRows) return open;
      rows += children.length;
      open.add(span.start);
      next.push(...children);
    }
    level = next;
  }
  return open;
}
