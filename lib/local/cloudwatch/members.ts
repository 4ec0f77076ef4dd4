import { constraintError } from "./cloudwatch-error.ts";

/**
 * The members of a request or of a structure in it. Both protocols end here: numbers, flags and times may be JSON
 * values or the texts of a form.
 */
export interface Members {
  text(name: string): string | undefined;
  requiredText(name: string): string;
  flag(name: string): boolean | undefined;
  integer(name: string, range: { min: number; max?: number }): number | undefined;
  /** Epoch milliseconds. */
  requiredTime(name: string): number;
  choice<Choice extends string>(name: string, choices: readonly Choice[]): Choice | undefined;
  texts(name: string): string[] | undefined;
  structure(name: string): Members | undefined;
  structures(name: string): Members[] | undefined;
}

/** @param path Where the structure stands, for messages: `metricDataQueries.1.member.` */
export function membersOf(values: Readonly<Record<string, unknown>>, path = ""): Members {
  const shown = (name: string): string => `${path}${name.charAt(0).toLowerCase()}${name.slice(1)}`;
  const given = (name: string): unknown => (values[name] === "" ? undefined : (values[name] ?? undefined));
  const wrong = (name: string): Error => constraintError(String(values[name]), shown(name), "Member has the wrong type");
  const text = (name: string): string | undefined => {
    const value = given(name);
    if (value === undefined || typeof value === "string") return value;
    throw wrong(name);
  };
  const list = (name: string): unknown[] | undefined => {
    const value = given(name);
    if (value === undefined || Array.isArray(value)) return value;
    throw wrong(name);
  };
  const missing = (name: string): Error => constraintError(null, shown(name), "Member must not be null");

  return {
    text,
    requiredText(name) {
      const value = text(name);
      if (value === undefined) throw missing(name);
      return value;
    },
    flag(name) {
      const value = given(name);
      if (value === undefined) return undefined;
      if (value === true || value === "true") return true;
      if (value === false || value === "false") return false;
      throw wrong(name);
    },
    integer(name, { min, max = Infinity }) {
      const value = given(name);
      if (value === undefined) return undefined;
      const number = Number(value);
      if (!Number.isSafeInteger(number)) throw wrong(name);
      if (number < min) throw constraintError(number, shown(name), `Member must have value greater than or equal to ${min}`);
      if (number > max) throw constraintError(number, shown(name), `Member must have value less than or equal to ${max}`);
      return number;
    },
    requiredTime(name) {
      const value = given(name);
      if (value === undefined) throw missing(name);
      const timeMs = timeOf(value);
      if (!Number.isFinite(timeMs)) throw wrong(name);
      return timeMs;
    },
    choice(name, choices) {
      const value = text(name);
      if (value === undefined) return undefined;
      const choice = choices.find((candidate) => candidate === value);
      if (!choice) throw constraintError(value, shown(name), `Member must satisfy enum value set: [${choices.join(", ")}]`);
      return choice;
    },
    texts(name) {
      const items = list(name);
      if (items?.some((item) => typeof item !== "string")) throw wrong(name);
      return items as string[] | undefined;
    },
    structure(name) {
      const value = given(name);
      if (value === undefined) return undefined;
      if (!isStructure(value)) throw wrong(name);
      return membersOf(value, `${shown(name)}.`);
    },
    structures(name) {
      return list(name)?.map((item, index) => {
        if (!isStructure(item)) throw wrong(name);
        return membersOf(item, `${shown(name)}.${index + 1}.member.`);
      });
    },
  };
}

function isStructure(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** JSON sends epoch seconds, forms ISO 8601. */
function timeOf(value: unknown): number {
  if (typeof value === "number") return Math.round(value * 1000);
  const text = String(value);
  return /^\d+(\.\d+)?$/.test(text) ? Math.round(Number(text) * 1000) : Date.parse(text);
}
