import { notSupportedHere } from "./lambda-errors.ts";

/**
 * Refuses what the local region cannot honour, instead of dropping it. Neutral values pass (`null`,
 * `false`, `""`, empty lists and structures): deployment tools send them to say "none".
 */
export function refuseUnsupported(body: Readonly<Record<string, unknown>>, supported: ReadonlySet<string>): void {
  for (const [member, value] of Object.entries(body)) {
    if (!supported.has(member) && !isNeutral(value)) throw notSupportedHere(member);
  }
}

function isNeutral(value: unknown): boolean {
  if (value === null || value === undefined || value === false || value === "") return true;
  return typeof value === "object" && Object.values(value).every(isNeutral);
}
