import { valueTest } from "./comparison.ts";
import { type Condition, parseCondition } from "./condition-parser.ts";
import { type FilterPattern, FilterPatternError } from "./filter-pattern.ts";

/** One place of the pattern: `...` takes any number of fields, others exactly one. */
type Place = { any: true } | { any: false; condition: Condition<string> | undefined };

const FIELD = /\s*(?:\[([^\]]*)\]|"((?:[^"\\]|\\.)*)"|(\S+))/y;

/**
 * `[ip, user, ..., status >= 400, bytes]`: fields in order, separated by spaces or tabs, what stands in `[]` or `""`
 * being one field.
 *
 * @throws FilterPatternError
 */
export function parseFieldsPattern(pattern: string): FilterPattern {
  if (!pattern.endsWith("]")) throw new FilterPatternError("a closing ] is missing");
  const places = splitPlaces(pattern.slice(1, -1)).map(placeOf);
  if (places.filter((place) => place.any).length > 1) throw new FilterPatternError("only one ellipsis is allowed");
  return { containing: [], matches: (message) => fieldsMatch(places, fieldsOf(message)) };
}

function splitPlaces(text: string): string[] {
  const places = text.match(/(?:"(?:[^"\\]|\\.)*"|%[^%]*%|[^,"%]|%)+/g) ?? [];
  return places.map((place) => place.trim());
}

function placeOf(text: string): Place {
  if (text === "...") return { any: true };
  if (text === "" || /^[\w.\-/#$]+$/.test(text)) return { any: false, condition: undefined };
  const condition = parseCondition<string>(text, {
    compare(_field, operator, compared) {
      const test = valueTest(operator, compared);
      return (value) => test(value);
    },
  });
  return { any: false, condition };
}

function fieldsOf(message: string): string[] {
  const text = message.trimEnd();
  const fields: string[] = [];
  FIELD.lastIndex = 0;
  while (FIELD.lastIndex < text.length) {
    const match = FIELD.exec(text);
    if (!match) break;
    const [, bracketed, quoted, plain] = match;
    fields.push(bracketed ?? quoted ?? plain ?? "");
  }
  return fields;
}

function fieldsMatch(places: readonly Place[], fields: readonly string[]): boolean {
  const ellipsis = places.findIndex((place) => place.any);
  if (ellipsis === -1) return places.length === fields.length && eachMatches(places, fields);
  const tail = places.slice(ellipsis + 1);
  if (fields.length < ellipsis + tail.length) return false;
  return (
    eachMatches(places.slice(0, ellipsis), fields) && eachMatches(tail, fields.slice(fields.length - tail.length))
  );
}

function eachMatches(places: readonly Place[], fields: readonly string[]): boolean {
  return places.every((place, index) => place.any || !place.condition || place.condition(fields[index] ?? ""));
}
