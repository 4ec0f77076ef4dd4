import { createHash } from "node:crypto";
import { invalidNextToken } from "./logs-error.ts";

/**
 * A `nextToken`: where to go on, bound to the question it was made for, so that it is refused with another one.
 *
 * @param question Everything of the request that decides what is listed
 */
export function pageToken(question: readonly unknown[], position: readonly (string | number)[]): string {
  return Buffer.from(JSON.stringify([digest(question), ...position])).toString("base64url");
}

/** @throws InvalidParameterException for a token of another question or none of ours */
export function positionOf(question: readonly unknown[], token: string): (string | number)[] {
  let parsed: unknown;
  try {
    parsed = JSON.parse(Buffer.from(token, "base64url").toString("utf8"));
  } catch {
    throw invalidNextToken();
  }
  if (!Array.isArray(parsed) || parsed[0] !== digest(question)) throw invalidNextToken();
  return parsed.slice(1) as (string | number)[];
}

function digest(question: readonly unknown[]): string {
  return createHash("sha256").update(JSON.stringify(question)).digest("base64url").slice(0, 16);
}
