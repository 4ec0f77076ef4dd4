import { AppError } from "@/lib/errors";

/** A place in the list by name: the last event of a page. */
export interface ListPlace {
  name: string;
  id: string;
}

export function writeListPlace({ name, id }: ListPlace): string {
  return JSON.stringify([name, id]);
}

/** Throws `bad_request` on what `writeListPlace` did not write. */
export function readListPlace(text: string): ListPlace {
  try {
    const parsed: unknown = JSON.parse(text);
    if (Array.isArray(parsed) && typeof parsed[0] === "string" && typeof parsed[1] === "string") return { name: parsed[0], id: parsed[1] };
  } catch {
    // Said below.
  }
  throw new AppError("bad_request", "The address names no place in the list.");
}
