/** Keeps unsaved settings of a function in this browser. Settings hold no values of variables, so no secret gets there. */
import { z } from "zod";
import { settingsSchema } from "@/lib/configuration/schema";
import type { FunctionRef } from "@/lib/functions/queries";

const draftSchema = z.object({
  /** What the person started from. */
  base: settingsSchema,
  /** As typed, by field; null = taken away. */
  edits: z.record(z.string(), z.string().nullable()),
  savedAtMs: z.number(),
});
export type SettingsDraft = z.infer<typeof draftSchema>;

function keyOf({ connection, region, name }: FunctionRef): string {
  return `warmstart:settings-draft:${connection}/${region}/${name}`;
}

/** undefined when there is none, or this browser keeps nothing. */
export function readDraft(ref: FunctionRef): SettingsDraft | undefined {
  try {
    const parsed = draftSchema.safeParse(JSON.parse(window.localStorage.getItem(keyOf(ref)) ?? "null"));
    return parsed.success && Object.keys(parsed.data.edits).length > 0 ? parsed.data : undefined;
  } catch {
    return undefined;
  }
}

export function writeDraft(ref: FunctionRef, draft: SettingsDraft | undefined): void {
  try {
    if (draft) window.localStorage.setItem(keyOf(ref), JSON.stringify(draft));
    else window.localStorage.removeItem(keyOf(ref));
  } catch {
    // Private windows may refuse: then the draft lives as long as the page.
  }
}
