import { type ComparedValue, valueTest } from "./comparison.ts";
import { type ConditionForms, parseCondition } from "./condition-parser.ts";
import { type FilterPattern, FilterPatternError } from "./filter-pattern.ts";
import { parseJsonSelector } from "./json-selector.ts";

const STATES = { NULL: null, TRUE: true, FALSE: false } as const;

/**
 * `{ $.level = "ERROR" && $.ms > 100 }`. Only messages that are JSON objects or arrays match.
 *
 * @throws FilterPatternError
 */
export function parseJsonPattern(pattern: string): FilterPattern {
  if (!pattern.endsWith("}")) throw new FilterPatternError("a closing } is missing");
  const condition = parseCondition(pattern.slice(1, -1), jsonForms());
  return {
    containing: [],
    matches(message) {
      const value = jsonStructure(message);
      return value !== undefined && condition(value);
    },
  };
}

function jsonForms(): ConditionForms<object> {
  return {
    compare(field, operator, compared) {
      const select = parseJsonSelector(field);
      const isAny = operator === "=" && isLoneStar(compared);
      const test = valueTest(operator, compared);
      return (subject) => select(subject).some((value) => isAny || test(scalarOf(value)));
    },
    state(field, state) {
      const select = parseJsonSelector(field);
      if (state === "NOT EXISTS") return (subject) => select(subject).length === 0;
      return (subject) => select(subject).some((value) => value === STATES[state]);
    },
  };
}

/** `$.field = *` asks only whether it is there. */
function isLoneStar({ text, quoted }: ComparedValue): boolean {
  return text === "*" && !quoted;
}

function scalarOf(value: unknown): string | number | boolean | null | undefined {
  return typeof value === "object" && value !== null ? undefined : (value as string | number | boolean | null);
}

function jsonStructure(message: string): object | undefined {
  const first = message.trimStart()[0];
  if (first !== "{" && first !== "[") return undefined;
  try {
    return JSON.parse(message) as object;
  } catch {
    // Not every message that begins with a bracket is JSON: such a one just does not match.
    return undefined;
  }
}
