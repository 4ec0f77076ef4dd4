import { ServiceError } from "../protocols/service-error.ts";
import { invalidParameter } from "./logs-error.ts";

/** The members of a request, each checked as it is read. Messages are AWS's. */
export interface Members {
  has(name: string): boolean;
  text(name: string): string | undefined;
  /** @throws InvalidParameterException when it is missing */
  requiredText(name: string): string;
  flag(name: string): boolean | undefined;
  integer(name: string, range: { min: number; max?: number }): number | undefined;
  choice<Choice extends string>(name: string, choices: readonly Choice[]): Choice | undefined;
  texts(name: string): string[] | undefined;
  objects(name: string): Record<string, unknown>[] | undefined;
}

/** Reads the members of a parsed body; a value of the wrong JSON type is a `SerializationException`. */
export function membersOf(body: Readonly<Record<string, unknown>>): Members {
  const read = <Value>(name: string, isRight: (value: unknown) => value is Value): Value | undefined => {
    const value = body[name];
    if (value === undefined || value === null) return undefined;
    if (!isRight(value)) throw new ServiceError("SerializationException", 400, `Unexpected type of member ${name}`);
    return value;
  };
  return {
    has: (name) => body[name] !== undefined && body[name] !== null,
    text: (name) => read(name, isText),
    requiredText(name) {
      const value = read(name, isText);
      if (value === undefined) throw constraint(null, name, "Member must not be null");
      if (value === "") throw constraint(value, name, "Member must have length greater than or equal to 1");
      return value;
    },
    flag: (name) => read(name, isFlag),
    integer(name, { min, max = Infinity }) {
      const value = read(name, isInteger);
      if (value === undefined) return undefined;
      if (value < min) throw constraint(value, name, `Member must have value greater than or equal to ${min}`);
      if (value > max) throw constraint(value, name, `Member must have value less than or equal to ${max}`);
      return value;
    },
    choice(name, choices) {
      const value = read(name, isText);
      if (value === undefined) return undefined;
      const choice = choices.find((candidate) => candidate === value);
      if (!choice) throw constraint(value, name, `Member must satisfy enum value set: [${choices.join(", ")}]`);
      return choice;
    },
    texts: (name) => read(name, (value): value is string[] => Array.isArray(value) && value.every(isText)),
    objects: (name) => read(name, (value): value is Record<string, unknown>[] => isObjects(value)),
  };
}

/** The text that AWS answers when a member breaks its constraint. */
export function constraint(value: string | number | null, name: string, rule: string): ServiceError {
  const shown = value === null ? "null" : `'${value}'`;
  return invalidParameter(
    `1 validation error detected: Value ${shown} at '${name}' failed to satisfy constraint: ${rule}`,
  );
}

function isText(value: unknown): value is string {
  return typeof value === "string";
}

function isFlag(value: unknown): value is boolean {
  return typeof value === "boolean";
}

function isInteger(value: unknown): value is number {
  return Number.isSafeInteger(value);
}

function isObjects(value: unknown): boolean {
  return Array.isArray(value) && value.every((item) => typeof item === "object" && item !== null);
}
