import type { ImportResult, TestEventContent } from "./schema";

/** Of one request: the guard takes 16 MB, and JSON in JSON is longer than it looks. */
const BATCH_MAX_CHARACTERS = 3_000_000;
const BATCH_MAX_EVENTS = 500;

/** Events in requests of a size that goes through; one that is larger alone goes alone. */
export function importBatches(events: readonly TestEventContent[]): TestEventContent[][] {
  const batches: TestEventContent[][] = [];
  let characters = 0;
  for (const event of events) {
    const last = batches.at(-1);
    if (last && last.length < BATCH_MAX_EVENTS && characters + event.payload.length <= BATCH_MAX_CHARACTERS) {
      last.push(event);
      characters += event.payload.length;
    } else {
      batches.push([event]);
      characters = event.payload.length;
    }
  }
  return batches;
}

/** `Imported 3 events: 2 new, 1 replaced; 4 were there already.` */
export function importWords(results: readonly ImportResult[]): string {
  const sum = (key: "created" | "replaced" | "unchanged" | "skipped") => results.reduce((total, result) => total + result[key], 0);
  const [created, replaced, unchanged, skipped] = [sum("created"), sum("replaced"), sum("unchanged"), sum("skipped")];
  const written = created + replaced;
  const how = [created > 0 ? `${created.toLocaleString("en")} new` : "", replaced > 0 ? `${replaced.toLocaleString("en")} replaced` : ""].filter(Boolean).join(", ");
  const parts = [
    written > 0 ? `Imported ${written.toLocaleString("en")} ${written === 1 ? "event" : "events"}: ${how}` : "Nothing was written",
    unchanged > 0 ? `${unchanged.toLocaleString("en")} ${unchanged === 1 ? "was" : "were"} there already` : "",
    skipped > 0 ? `${skipped.toLocaleString("en")} left out` : "",
  ];
  return `${parts.filter(Boolean).join("; ")}.`;
}
