/** Sentences for changes that are things made, deleted or moved rather than values that differ. */
import type { ChangedField, ListedChange } from "@/lib/activity/schema";

interface Told extends Pick<ChangedField, "before" | "after"> {
  /** What the field names beside its word: `prod` of `Alias prod`. */
  name: string;
  /** The first form of a done change, else the second: one that failed was only asked for. */
  verb: (done: string, asked: string) => string;
}

type Sentences = Partial<Record<ChangedField["action"], (told: Told) => string | undefined>>;

const SENTENCES: readonly [field: RegExp, sentences: Sentences][] = [
  [/^Created from$/, { added: ({ after, verb }) => `${verb("Created", "Create")} from ${after}` }],
  [
    /^Function$/,
    {
      added: ({ after, verb }) => `${verb("Made", "Make")} the function ${after} again`,
      removed: ({ before, verb }) => `${verb("Deleted", "Delete")} the function ${before}`,
    },
  ],
  [
    /^Alias (.+)$/,
    {
      added: ({ name, after, verb }) => `${verb("Made", "Make")} the alias ${name} for ${versionWords(after)}`,
      removed: ({ name, before, verb }) => `${verb("Deleted", "Delete")} the alias ${name}, which led to ${versionWords(before)}`,
      changed: ({ name, before, after, verb }) => `${verb("Moved", "Move")} the alias ${name} from ${versionWords(before)} to ${versionWords(after)}`,
    },
  ],
  [/^New version$/, { added: ({ after, verb }) => `${verb("Published", "Publish")} a version${described(after)}` }],
  [
    /^Version (\d+)$/,
    {
      added: ({ name, after, verb }) => `${verb("Published", "Publish")} version ${name}${described(after)}`,
      removed: ({ name, before, verb }) => `${verb("Deleted", "Delete")} version ${name}${described(before)}`,
    },
  ],
  [/^Newest version$/, { changed: ({ before, after }) => (before === after ? `Published nothing new: version ${after} has the same code and settings` : undefined) }],
  [
    /^Mapping of (.+)$/,
    {
      added: ({ name, after, verb }) => `${verb("Added", "Add")} the event source ${name} (${after})`,
      removed: ({ name, before, verb }) => `${verb("Removed", "Remove")} the event source ${name} (${before})`,
    },
  ],
  [
    /^Statement (.+)$/,
    {
      added: ({ name, after, verb }) => `${verb("Allowed", "Allow")} ${after} to invoke it (statement ${name})`,
      removed: ({ name, before, verb }) => `${verb("Withdrew", "Withdraw")} the permission of ${before} (statement ${name})`,
    },
  ],
  [/^Source of the code$/, { changed: ({ after, verb }) => `${verb("Took", "Take")} the code from ${after}` }],
  [
    /^(.+)$/,
    {
      added: ({ name, after, verb }) => (after === "new file" ? `${verb("Added", "Add")} the file ${name}` : undefined),
      removed: ({ name, before, verb }) => (before === "file" ? `${verb("Removed", "Remove")} the file ${name}` : undefined),
      changed: ({ name, before, after, verb }) => (after === "edited" && before === undefined ? `${verb("Edited", "Edit")} the file ${name}` : undefined),
    },
  ],
];

/** The sentence for a field of kind `setting`; undefined for one that is a value. */
export function changeSentence({ field, kind, action, before, after }: ChangedField, status: ListedChange["status"]): string | undefined {
  if (kind !== "setting" || (before === undefined && after === undefined)) return undefined;
  const verb = (done: string, asked: string) => (status === "done" ? done : asked);
  for (const [pattern, sentences] of SENTENCES) {
    const match = pattern.exec(field);
    const sentence = match && sentences[action]?.({ name: match[1] ?? "", before, after, verb });
    if (sentence) return sentence;
  }
  return undefined;
}

/** `version 1`; `$LATEST` and a split are said as they are kept. */
function versionWords(words: string | number | undefined): string {
  return /^\d+$/.test(String(words)) ? `version ${words}` : String(words);
}

/** `published` stands for a version without a description. */
function described(words: string | number | undefined): string {
  return words === undefined || words === "published" ? "" : ` (${words})`;
}
