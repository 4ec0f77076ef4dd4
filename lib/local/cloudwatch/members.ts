import { constraintError } from "./cloudwatch-error.ts";

type Values = Readonly<Record<string, unknown>>;

/**
 * The members of a request or of a structure in it, each checked as it is read. Both protocols end here: numbers,
 * flags and times may be JSON values or the texts of a form. An empty text counts as absent.
 *
 * Every method throws a `ValidationError` for a value that does not fit.
 */
export class Members {
  readonly #values: Values;
  readonly #path: string;

  /** @param path Where the structure stands, for messages: `metricDataQueries.1.member.` */
  constructor(values: Values, path = "") {
    this.#values = values;
    this.#path = path;
  }

  text(name: string): string | undefined {
    const value = this.#given(name);
    if (value === undefined || typeof value === "string") return value;
    throw this.#wrong(name);
  }

  requiredText(name: string): string {
    return this.text(name) ?? this.#missing(name);
  }

  flag(name: string): boolean | undefined {
    const value = this.#given(name);
    if (value === undefined) return undefined;
    if (value === true || value === "true") return true;
    if (value === false || value === "false") return false;
    throw this.#wrong(name);
  }

  integer(name: string, min: number): number | undefined {
    const value = this.#given(name);
    if (value === undefined) return undefined;
    const number = Number(value);
    if (!Number.isSafeInteger(number)) throw this.#wrong(name);
    if (number >= min) return number;
    throw constraintError(number, this.#shown(name), `Member must have value greater than or equal to ${min}`);
  }

  requiredInteger(name: string, min: number): number {
    return this.integer(name, min) ?? this.#missing(name);
  }

  /** Epoch milliseconds. */
  requiredTime(name: string): number {
    const timeMs = timeOf(this.#given(name) ?? this.#missing(name));
    if (!Number.isFinite(timeMs)) throw this.#wrong(name);
    return timeMs;
  }

  choice<Choice extends string>(name: string, choices: readonly Choice[]): Choice | undefined {
    const value = this.text(name);
    const choice = choices.find((candidate) => candidate === value);
    if (value === undefined || choice !== undefined) return choice;
    throw constraintError(value, this.#shown(name), `Member must satisfy enum value set: [${choices.join(", ")}]`);
  }

  texts(name: string): string[] | undefined {
    const items = this.#list(name);
    if (items?.some((item) => typeof item !== "string")) throw this.#wrong(name);
    return items as string[] | undefined;
  }

  structure(name: string): Members | undefined {
    const value = this.#given(name);
    if (value === undefined) return undefined;
    if (!isStructure(value)) throw this.#wrong(name);
    return new Members(value, `${this.#shown(name)}.`);
  }

  structures(name: string): Members[] | undefined {
    return this.#list(name)?.map((item, index) => {
      if (!isStructure(item)) throw this.#wrong(name);
      return new Members(item, `${this.#shown(name)}.${index + 1}.member.`);
    });
  }

  #given(name: string): unknown {
    const value = this.#values[name];
    return value === "" || value === null ? undefined : value;
  }

  #list(name: string): unknown[] | undefined {
    const value = this.#given(name);
    if (value === undefined || Array.isArray(value)) return value;
    throw this.#wrong(name);
  }

  #shown(name: string): string {
    return `${this.#path}${name.charAt(0).toLowerCase()}${name.slice(1)}`;
  }

  #missing(name: string): never {
    throw constraintError(null, this.#shown(name), "Member must not be null");
  }

  #wrong(name: string): Error {
    return constraintError(String(this.#values[name]), this.#shown(name), "Member has the wrong type");
  }
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
