/** What a bulk edit does to one function: before, after, and why it would be refused. Values of variables stay out of it. */
import { environmentSizeBytes, findKeyProblem, findSizeProblem } from "@/lib/configuration/environment-rules";
import { retentionWords } from "@/lib/log-retention/retention";
import type { BulkChange, BulkPreviewItem } from "./schema";

/** What is known of the function; what the change does not need may be missing. */
export interface PresentFunction {
  packageType: "Zip" | "Image";
  memoryMb: number;
  timeoutSeconds: number;
  runtime?: string;
  environment?: Readonly<Record<string, string>>;
  tags?: Readonly<Record<string, string>>;
  retention?: { days?: number };
}

type Outcome = Pick<BulkPreviewItem, "result" | "before" | "after" | "reason">;

/** AWS's limit. https://docs.aws.amazon.com/lambda/latest/dg/configuration-tags.html */
const MAX_TAGS = 50;

export function judgeBulkChange(change: BulkChange, present: PresentFunction): Outcome {
  switch (change.what) {
    case "memory":
      return compared(`${present.memoryMb.toLocaleString("en")} MB`, `${change.memoryMb.toLocaleString("en")} MB`);
    case "timeout":
      return compared(`${present.timeoutSeconds.toLocaleString("en")} s`, `${change.timeoutSeconds.toLocaleString("en")} s`);
    case "runtime":
      return judgeRuntime(change.runtime, present);
    case "set_variable":
      return judgeVariable(change.key, change.value, present.environment ?? {});
    case "remove_variable":
      return compared(Object.hasOwn(present.environment ?? {}, change.key) ? "set" : "not there", "not there");
    case "set_tag": {
      const tags = present.tags ?? {};
      const full = !Object.hasOwn(tags, change.key) && Object.keys(tags).length >= MAX_TAGS;
      return compared(tagWords(tags, change.key), `“${change.value}”`, full ? `It has ${MAX_TAGS} tags already, the most that AWS takes.` : undefined);
    }
    case "remove_tag":
      return compared(tagWords(present.tags ?? {}, change.key), "not there");
    case "log_retention":
      return compared(retentionWords(present.retention?.days), retentionWords(change.days), present.retention ? undefined : "It has no log group yet: it has not logged anything.");
  }
}

function compared(before: string, after: string, reason?: string): Outcome {
  if (reason !== undefined) return { result: "refused", before, after, reason };
  return { result: before === after ? "unchanged" : "changes", before, after };
}

function judgeRuntime(runtime: string, present: PresentFunction): Outcome {
  const before = present.runtime ?? "container image";
  if (present.packageType === "Image") return compared(before, runtime, "A container image brings its own runtime.");
  if (languageOf(before) !== languageOf(runtime)) return compared(before, runtime, `Its code is written for ${before}.`);
  return compared(before, runtime);
}

function judgeVariable(key: string, value: string, environment: Readonly<Record<string, string>>): Outcome {
  const there = Object.hasOwn(environment, key);
  const before = !there ? "not there" : environment[key] === value ? "that value" : "another value";
  const problem = (there ? undefined : findKeyProblem(key)) ?? findSizeProblem(environmentSizeBytes({ ...environment, [key]: value }));
  return compared(before, "that value", problem);
}

function tagWords(tags: Readonly<Record<string, string>>, key: string): string {
  return Object.hasOwn(tags, key) ? `“${tags[key]}”` : "not there";
}

/** `nodejs22.x` → `nodejs`, `provided.al2023` → `provided`, `java8.al2` → `java`. */
function languageOf(runtime: string): string {
  return /^[a-z]+/.exec(runtime)?.[0] ?? "";
}

/** What a bulk edit does, in a few words: `Memory to 512 MB`, `Variable STAGE`. */
export function bulkWords(change: BulkChange): string {
  switch (change.what) {
    case "memory":
      return `Memory to ${change.memoryMb.toLocaleString("en")} MB`;
    case "timeout":
      return `Timeout to ${change.timeoutSeconds.toLocaleString("en")} s`;
    case "runtime":
      return `Runtime to ${change.runtime}`;
    case "set_variable":
      return `Variable ${change.key} set`;
    case "remove_variable":
      return `Variable ${change.key} removed`;
    case "set_tag":
      return `Tag ${change.key} to “${change.value}”`;
    case "remove_tag":
      return `Tag ${change.key} removed`;
    case "log_retention":
      return `Log retention to ${retentionWords(change.days)}`;
  }
}
