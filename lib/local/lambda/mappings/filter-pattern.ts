/**
 * Filter patterns of event source mappings: a pattern has the event's shape, with a list of conditions at each leaf.
 * https://docs.aws.amazon.com/lambda/latest/dg/invocation-eventfiltering.html
 */
export type Condition = (value: unknown) => boolean;

/** Whether an event, or a part of it, matches; `undefined` for a part that is missing. */
export type FilterPattern = (value: unknown) => boolean;

/** `undefined` for what is no valid pattern. */
export function parseFilterPattern(text: string): FilterPattern | undefined {
  try {
    return readObject(JSON.parse(text));
  } catch {
    return undefined;
  }
}

/** Caught by `parseFilterPattern`: AWS names no details either. */
class InvalidPattern extends Error {}

function readObject(pattern: unknown): FilterPattern {
  if (!isObject(pattern)) throw new InvalidPattern();
  const parts = Object.entries(pattern).map(([name, value]): FilterPattern => {
    if (name === "$or") return readAlternatives(value);
    const part = Array.isArray(value) ? readLeaf(value) : readObject(value);
    return (event) => part(isObject(event) ? event[name] : undefined);
  });
  const whole: FilterPattern = (event) => parts.every((part) => part(event));
  // A list matches when one of its items does.
  return (event) => (Array.isArray(event) ? event.some(whole) : whole(event));
}

function readAlternatives(value: unknown): FilterPattern {
  if (!Array.isArray(value) || value.length === 0) throw new InvalidPattern();
  const patterns = value.map(readObject);
  return (event) => patterns.some((pattern) => pattern(event));
}

function readLeaf(conditions: readonly unknown[]): FilterPattern {
  if (conditions.length === 0) throw new InvalidPattern();
  const read = conditions.map(readCondition);
  return (value) => {
    const values = Array.isArray(value) ? value : [value];
    return read.some((condition) => values.some(condition));
  };
}

function readCondition(condition: unknown): Condition {
  if (!isObject(condition)) return (value) => value === condition;
  const [[operator, operand] = ["", undefined], ...more] = Object.entries(condition);
  const read = OPERATORS[operator];
  if (!read || more.length > 0) throw new InvalidPattern();
  return read(operand);
}

const OPERATORS: Readonly<Record<string, (operand: unknown) => Condition>> = {
  prefix: (operand) => onText(operand, (value, text) => value.startsWith(text)),
  suffix: (operand) => onText(operand, (value, text) => value.endsWith(text)),
  "equals-ignore-case": (operand) => onText(operand, (value, text) => value.toLowerCase() === text.toLowerCase()),
  exists: readExists,
  numeric: readNumeric,
  "anything-but": readAnythingBut,
};

function onText(operand: unknown, test: (value: string, text: string) => boolean): Condition {
  if (typeof operand !== "string") throw new InvalidPattern();
  return (value) => typeof value === "string" && test(value, operand);
}

/** Of leaves only: an object does not count as there. */
function readExists(operand: unknown): Condition {
  if (typeof operand !== "boolean") throw new InvalidPattern();
  return (value) => (value !== undefined && !isObject(value)) === operand;
}

const COMPARISONS: Readonly<Record<string, (value: number, limit: number) => boolean>> = {
  "=": (value, limit) => value === limit,
  "<": (value, limit) => value < limit,
  "<=": (value, limit) => value <= limit,
  ">": (value, limit) => value > limit,
  ">=": (value, limit) => value >= limit,
};

/** `[">", 0, "<=", 10]` */
function readNumeric(operand: unknown): Condition {
  if (!Array.isArray(operand) || (operand.length !== 2 && operand.length !== 4)) throw new InvalidPattern();
  const tests: ((value: number) => boolean)[] = [];
  for (let index = 0; index < operand.length; index += 2) {
    const compare = COMPARISONS[String(operand[index])];
    const limit: unknown = operand[index + 1];
    if (!compare || typeof limit !== "number") throw new InvalidPattern();
    tests.push((value) => compare(value, limit));
  }
  return (value) => typeof value === "number" && tests.every((test) => test(value));
}

function readAnythingBut(operand: unknown): Condition {
  if (isObject(operand)) {
    const excluded = readCondition(operand);
    return (value) => isPresent(value) && !excluded(value);
  }
  const excluded: readonly unknown[] = Array.isArray(operand) ? operand : [operand];
  const isScalar = (value: unknown) => typeof value === "string" || typeof value === "number";
  if (excluded.length === 0 || !excluded.every(isScalar)) throw new InvalidPattern();
  return (value) => isPresent(value) && !excluded.some((item) => item === value);
}

const isPresent = (value: unknown): boolean => value !== undefined && !isObject(value);

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
