/** The environment as `.env` text and back. Values that are hidden stand as `<value of NAME>`: moving that to another name renames. */
import { findKeyProblem } from "@/lib/configuration/environment-rules";
import type { Environment } from "@/lib/configuration/schema";
import { readDotEnv } from "./dot-env";
import { type Addition, type EnvironmentEdits, NO_EDITS, type VariableEdit } from "./environment-edits";

const HIDDEN = /^<value of ([A-Za-z_][A-Za-z0-9_]*)>$/;

/** The edits as text, a line for each variable that will be there; values that were typed are shown, quoted where they must be. */
export function toDotEnvText(environment: Environment, edits: EnvironmentEdits): string {
  const existing = environment.variables.flatMap(({ key }) => {
    const { newKey, value, removed } = edits.byKey.get(key) ?? {};
    return removed ? [] : [`${newKey ?? key}=${value === undefined ? `<value of ${key}>` : quotedValue(value)}`];
  });
  const added = edits.additions.map(({ key, value }) => `${key}=${quotedValue(value)}`);
  return [...existing, ...added].join("\n");
}

/** Names only, for a file that may be shared. */
export function toTemplateText(environment: Environment): string {
  return `${environment.variables.map(({ key }) => `${key}=`).join("\n")}\n`;
}

export interface DotEnvReading {
  edits: EnvironmentEdits;
  /** What is wrong, line by line; then the edits must not be taken. */
  problems: string[];
  /** Lines that are neither a variable nor empty: they are not kept, as AWS keeps names and values only. */
  comments: number;
}

/** The edits that a text asks for: names that are gone are removed, hidden values that stand elsewhere are renamed. */
export function readDotEnvText(environment: Environment, text: string, newId: () => string): DotEnvReading {
  const known = new Set(environment.variables.map(({ key }) => key));
  const { variables, leftOut } = readDotEnv(text);
  const byKey = new Map<string, VariableEdit>();
  const additions: Addition[] = [];
  const problems = leftOut.map(({ line, reason }) => `Line ${line}: ${reason}`);
  const moved = new Map<string, string>();
  for (const { key, value } of variables) {
    const source = HIDDEN.exec(value)?.[1];
    const problem = known.has(key) ? undefined : findKeyProblem(key);
    if (problem) problems.push(`${key}: ${problem}`);
    if (source === undefined) {
      if (known.has(key)) byKey.set(key, { value });
      else additions.push({ id: newId(), key, value });
    } else if (!known.has(source)) problems.push(`${key}: there is no value of ${source}.`);
    else if (moved.has(source)) problems.push(`${key}: the value of ${source} is already ${moved.get(source)}. A hidden value cannot be copied.`);
    else {
      moved.set(source, key);
      if (source !== key) byKey.set(source, { newKey: key });
    }
  }
  for (const key of known) {
    if (variables.some((variable) => variable.key === key) || moved.has(key)) continue;
    byKey.set(key, { removed: true });
  }
  for (const [source, key] of moved) {
    if (source !== key && known.has(key)) problems.push(`${key}: it is there already. Remove it first, then give it the value of ${source}.`);
  }
  return { edits: byKey.size + additions.length === 0 ? NO_EDITS : { byKey, additions }, problems, comments: commentLines(text) };
}

/** White space, quotes, comments and line ends need quotes; all else stands as it is. */
function quotedValue(value: string): string {
  if (/^[^\s"'#\\<>]*$/.test(value)) return value;
  if (!/['\n]/.test(value) && !value.includes("\r")) return `'${value}'`;
  return `"${value.replaceAll("\\", "\\\\").replaceAll('"', '\\"').replaceAll("\n", "\\n").replaceAll("\r", "\\r")}"`;
}

function commentLines(text: string): number {
  return text.split(/\r?\n/).filter((line) => /^\s*#/.test(line)).length;
}
