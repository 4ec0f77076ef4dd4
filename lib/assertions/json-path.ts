import { FunctionExpressionType, type FilterFunction, JSONPathEnvironment } from "json-p3";
import { RE2JS } from "re2js";
import type { JsonValue } from "./json-value";

const PATH_MAX_CHARACTERS = 1_000;

/** `match()` and `search()` of RFC 9535 with RE2 in the place of the engine's own expressions, which a pattern can stall. */
class PatternFunction implements FilterFunction {
  readonly argTypes = [FunctionExpressionType.ValueType, FunctionExpressionType.ValueType];
  readonly returnType = FunctionExpressionType.LogicalType;
  readonly #whole: boolean;

  constructor(whole: boolean) {
    this.#whole = whole;
  }

  call(text: unknown, pattern: unknown): boolean {
    if (typeof text !== "string" || typeof pattern !== "string") return false;
    try {
      const compiled = RE2JS.compile(pattern);
      return this.#whole ? compiled.matches(text) : compiled.matcher(text).find();
    } catch {
      // RFC 9535 2.4.6: a pattern that cannot be read matches nothing.
      return false;
    }
  }
}

const environment = new JSONPathEnvironment();
environment.functionRegister.set("match", new PatternFunction(true));
environment.functionRegister.set("search", new PatternFunction(false));

/** A value and its normalized path, for instance `$['items'][0]`. */
export interface FoundValue {
  path: string;
  value: JsonValue;
}

/** What keeps a JSONPath (RFC 9535) from being used, in a sentence; undefined when it can. */
export function findPathProblem(path: string): string | undefined {
  if (path.trim() === "") return "Write a path, for instance $.statusCode.";
  if (path.length > PATH_MAX_CHARACTERS) return `The path has ${path.length.toLocaleString("en")} characters; at most ${PATH_MAX_CHARACTERS.toLocaleString("en")} are taken.`;
  try {
    environment.compile(path);
    return undefined;
  } catch (error) {
    const said = error instanceof Error ? (error.message.split("\n")[0] ?? "") : "";
    return path.startsWith("$") ? `This is not a JSONPath: ${said}.` : "A path begins with $, for instance $.statusCode.";
  }
}

/** Every value that the path leads to. Throws on a path that `findPathProblem` refuses. */
export function findByPath(path: string, value: JsonValue): FoundValue[] {
  return environment.compile(path).query(value).nodes.map((node) => ({ path: shortPath(node.location), value: node.value as JsonValue }));
}

const NAME = /^[A-Za-z_][A-Za-z0-9_]*$/;

/** A place as a person writes it: `$.items[0].sku`, `$['content-type']`. */
export function shortPath(location: readonly (string | number)[]): string {
  const parts = location.map((part) => {
    if (typeof part === "number") return `[${part}]`;
    return NAME.test(part) ? `.${part}` : `[${quoteName(part)}]`;
  });
  return `$${parts.join("")}`;
}

function quoteName(name: string): string {
  const escaped = JSON.stringify(name).slice(1, -1).replaceAll(String.raw`\"`, '"').replaceAll("'", String.raw`\'`);
  return `'${escaped}'`;
}
