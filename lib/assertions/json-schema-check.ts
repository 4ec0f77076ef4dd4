/**
 * JSON Schema, on the server only: Ajv makes a function of each schema, which the pages' Content-Security-Policy forbids.
 * Ajv quotes what it puts into that function, so a schema is data; its patterns run on RE2.
 */
import { Ajv, type ErrorObject, type Options } from "ajv";
import { Ajv2020 } from "ajv/dist/2020.js";
import addFormats from "ajv-formats";
import { RE2JS } from "re2js";

const SCHEMA_MAX_CHARACTERS = 100_000;

function regExp(pattern: string) {
  const compiled = RE2JS.compile(pattern);
  return { test: (text: string) => compiled.matcher(text).find() };
}
// Ajv writes it into functions that it exports as text; it never does so here.
regExp.code = "regExp";

const OPTIONS: Options = { strict: false, allErrors: false, messages: true, code: { regExp }, logger: false };

/** Outcome of holding a value against a schema; `problem` when the schema itself cannot be used. */
export type SchemaCheck = { fits: true } | { fits: false; where: string; rule: string } | { problem: string };

/** `schemaText` is JSON; draft 2020-12 unless its `$schema` names draft 7 or 6. References must stay inside the schema. */
export function checkJsonSchema(schemaText: string, value: unknown): SchemaCheck {
  if (schemaText.length > SCHEMA_MAX_CHARACTERS) return { problem: `The schema has over ${SCHEMA_MAX_CHARACTERS.toLocaleString("en")} characters.` };
  const schema = parse(schemaText);
  if (typeof schema !== "boolean" && (typeof schema !== "object" || schema === null || Array.isArray(schema))) return { problem: "The schema is not a JSON object." };
  try {
    const fits = validatorFor(schema);
    if (fits(value)) return { fits: true };
    const [error] = (fits as { errors?: ErrorObject[] | null }).errors ?? [];
    return { fits: false, where: error?.instancePath ? error.instancePath : "the whole response", rule: ruleOf(error) };
  } catch (error) {
    if (error instanceof RangeError) return { problem: "The schema or the response is nested too deep to be checked." };
    return { problem: `The schema cannot be used: ${error instanceof Error ? error.message : "it is not valid"}.` };
  }
}

function validatorFor(schema: boolean | object) {
  const named = typeof schema === "object" ? String((schema as Record<string, unknown>).$schema ?? "") : "";
  const older = /draft-0[67]/.test(named);
  const ajv = older ? new Ajv(OPTIONS) : new Ajv2020(OPTIONS);
  addFormats.default(ajv, { mode: "fast" });
  if (typeof schema === "boolean") return ajv.compile(schema);
  // Another dialect's address would have to be fetched; the rules are the same for what people write.
  const { $schema: _dialect, ...rest } = schema as Record<string, unknown>;
  return ajv.compile(rest);
}

/** `/items/0/price must be number`. */
function ruleOf(error: ErrorObject | undefined): string {
  const parameters = error?.params as Record<string, unknown> | undefined;
  const extra = parameters?.additionalProperty ?? parameters?.unevaluatedProperty;
  const allowed = parameters?.allowedValues;
  return [error?.message ?? "does not satisfy the schema", extra ? `(${String(extra)})` : "", allowed ? `(${JSON.stringify(allowed)})` : ""].filter(Boolean).join(" ");
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
