import { parseChoices, type RowFilter } from "@/lib/functions/function-rows";
import { type Finding, parseFinding } from "@/lib/functions/list-summary";

/** What the address says of which functions are shown. */
export interface ListFilter extends RowFilter {
  finding?: Finding;
  /** Whether anything narrows the list. */
  active: boolean;
}

/** Changes to the address that show every function again. */
export const CLEARED_FILTERS = { q: undefined, show: undefined, runtime: undefined, region: undefined, tag: undefined };

/** Reads the filter out of the address: `q`, `show`, `region`, `runtime`, `tag`. */
export function readListFilter(get: (key: string) => string | undefined): ListFilter {
  const filter = {
    text: get("q") ?? "",
    finding: parseFinding(get("show")),
    regions: parseChoices(get("region")),
    runtimes: parseChoices(get("runtime")),
    tags: parseChoices(get("tag")),
  };
  const active = Object.values(filter).some((value) => (typeof value === "object" ? value.length > 0 : Boolean(value)));
  return { ...filter, active };
}
