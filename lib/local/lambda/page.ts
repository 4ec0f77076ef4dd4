import { Constraints } from "./constraints.ts";
import { invalidParameter } from "./lambda-errors.ts";

const MAX_ITEMS_LIMIT = 10_000;

/** `MaxItems` of a list call, cut to what AWS returns at most. Throws `ValidationException`. */
export function readPageSize(query: URLSearchParams, largest: number): number {
  const text = query.get("MaxItems");
  if (text === null) return largest;
  const constraints = new Constraints();
  const maxItems = constraints.integer(Number(text), "maxItems", { min: 1, max: MAX_ITEMS_LIMIT });
  constraints.assert();
  return Math.min(maxItems ?? largest, largest);
}

/**
 * One page of `items`, which are sorted by `nameOf`. The marker holds the last name of the page, so
 * a function that is made or deleted meanwhile neither doubles nor hides another.
 */
export function pageOf<Item>(
  items: readonly Item[],
  nameOf: (item: Item) => string,
  marker: string | null,
  pageSize: number,
): { items: Item[]; nextMarker?: string } {
  const after = marker === null ? undefined : decodeMarker(marker);
  const rest = after === undefined ? items : items.filter((item) => nameOf(item) > after);
  const page = rest.slice(0, pageSize);
  const last = page.at(-1);
  if (rest.length <= pageSize || last === undefined) return { items: page };
  return { items: page, nextMarker: Buffer.from(JSON.stringify({ after: nameOf(last) })).toString("base64") };
}

function decodeMarker(marker: string): string {
  try {
    const value: unknown = JSON.parse(Buffer.from(marker, "base64").toString("utf8"));
    const after = (value as { after?: unknown } | null)?.after;
    if (typeof after === "string") return after;
  } catch {
    // Falls through to the refusal below.
  }
  throw invalidParameter("Invalid Marker value.");
}
