import { wrongType } from "./constraints.ts";

/** `Publish` of CreateFunction and UpdateFunctionCode. */
export function readPublish(value: unknown): boolean {
  if (value !== undefined && value !== null && typeof value !== "boolean") throw wrongType("publish", "a boolean");
  return value === true;
}
