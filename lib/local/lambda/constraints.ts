import { ServiceError } from "../protocols/service-error.ts";

export interface TextRule {
  pattern?: string;
  maxLength?: number;
}

/**
 * Collects breaches of a model's constraints and throws them as AWS does: one `ValidationException`
 * 400 with all of them. `path` is the member in AWS's spelling there, for instance `memorySize`.
 * Absent members pass; a wrong JSON type is a `SerializationException` at once.
 */
export class Constraints {
  private readonly failures: string[] = [];

  text(value: unknown, path: string, rule: TextRule = {}): string | undefined {
    if (value === undefined || value === null) return undefined;
    if (typeof value !== "string") throw wrongType(path, "a string");
    if (rule.maxLength !== undefined && value.length > rule.maxLength) {
      this.fail(value, path, `Member must have length less than or equal to ${rule.maxLength}`);
    }
    if (rule.pattern !== undefined && !matchesWhole(value, rule.pattern)) {
      this.fail(value, path, `Member must satisfy regular expression pattern: ${rule.pattern}`);
    }
    return value;
  }

  requiredText(value: unknown, path: string, rule: TextRule = {}): string {
    if (value === undefined || value === null) this.failNull(path);
    return this.text(value, path, rule) ?? "";
  }

  integer(value: unknown, path: string, range: { min: number; max?: number }): number | undefined {
    if (value === undefined || value === null) return undefined;
    if (typeof value !== "number" || !Number.isInteger(value)) throw wrongType(path, "an integer");
    if (value < range.min) {
      this.fail(value, path, `Member must have value greater than or equal to ${range.min}`);
    }
    if (range.max !== undefined && value > range.max) {
      this.fail(value, path, `Member must have value less than or equal to ${range.max}`);
    }
    return value;
  }

  /** A list of texts; one wrong entry breaks the rule for the whole list, as on AWS. */
  texts(value: unknown, path: string, rule: { maxItems?: number; allowed?: (text: string) => boolean; breach?: string } = {}): string[] | undefined {
    if (value === undefined || value === null) return undefined;
    if (!Array.isArray(value) || !value.every((entry) => typeof entry === "string")) throw wrongType(path, "a list of strings");
    const shown = `[${value.join(", ")}]`;
    if (rule.maxItems !== undefined && value.length > rule.maxItems) {
      this.fail(shown, path, `Member must have length less than or equal to ${rule.maxItems}`);
    }
    if (rule.allowed && rule.breach !== undefined && !value.every(rule.allowed)) this.fail(shown, path, rule.breach);
    return value;
  }

  oneOf<const Choice extends string>(value: unknown, path: string, choices: readonly Choice[]): Choice | undefined {
    const text = this.text(value, path);
    if (text === undefined) return undefined;
    const choice = choices.find((candidate) => candidate === text);
    if (choice === undefined) {
      this.fail(text, path, `Member must satisfy enum value set: [${choices.join(", ")}]`);
    }
    return choice;
  }

  /** Notes a breach that only the caller can see. */
  fail(value: unknown, path: string, rule: string): void {
    this.failures.push(`Value '${String(value)}' at '${path}' failed to satisfy constraint: ${rule}`);
  }

  failNull(path: string): void {
    this.failures.push(`Value null at '${path}' failed to satisfy constraint: Member must not be null`);
  }

  assert(): void {
    const count = this.failures.length;
    if (count === 0) return;
    const heading = `${count} validation error${count === 1 ? "" : "s"} detected: `;
    throw new ServiceError("ValidationException", 400, heading + this.failures.join("; "));
  }
}

/** The members of a structure; absent is `undefined`. */
export function structure(value: unknown, path: string): Record<string, unknown> | undefined {
  if (value === undefined || value === null) return undefined;
  if (typeof value !== "object" || Array.isArray(value)) throw wrongType(path, "a structure");
  return value as Record<string, unknown>;
}

const compiled = new Map<string, RegExp>();

function matchesWhole(value: string, pattern: string): boolean {
  let expression = compiled.get(pattern);
  if (!expression) {
    expression = new RegExp(`^(?:${pattern})$`);
    compiled.set(pattern, expression);
  }
  return expression.test(value);
}

export function wrongType(path: string, expected: string): ServiceError {
  return new ServiceError("SerializationException", 400, `Expected ${expected} at '${path}'.`);
}
