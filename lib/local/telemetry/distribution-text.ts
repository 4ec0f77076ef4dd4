import type { Distribution } from "./distribution.ts";

/**
 * The values of a distribution as the text that the database keeps: `value,count,value,count`. `null` when they all
 * are the same, since count and minimum then say everything.
 */
export function valuesText(distribution: Distribution): string | null {
  if (distribution.min === distribution.max) return null;
  const numbers: number[] = [];
  for (const [value, count] of distribution.values) numbers.push(value, count);
  return numbers.join(",");
}

/** Reads `valuesText` back; `count` and `min` are needed for the `null` case. */
export function valuesFromText(text: string | null, count: number, min: number): Map<number, number> {
  if (text === null) return new Map([[min, count]]);
  const values = new Map<number, number>();
  const parts = text.split(",");
  for (let index = 0; index + 1 < parts.length; index += 2) {
    values.set(Number(parts[index]), Number(parts[index + 1]));
  }
  return values;
}
