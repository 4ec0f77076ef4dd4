/** What the local region runs a function on, where that is not what AWS would run it on. Pure. */

interface Interpreters {
  nodejs?: string;
  python?: string;
}

const FAMILIES = [
  { pattern: /^nodejs(\d+)\.x$/, key: "nodejs", language: "Node.js" },
  { pattern: /^python(\d+\.\d+)$/, key: "python", language: "Python" },
] as const;

/**
 * The interpreter that stands in for a runtime: `{ language: "Node.js", version: "20.20.2" }` for `nodejs22.x`. Undefined when it is
 * the runtime's own version, when nothing is known, and for runtimes that bring their own. No `version`: the machine has none.
 */
export function standIn(runtime: string, interpreters: Interpreters | undefined): { language: string; version?: string } | undefined {
  for (const { pattern, key, language } of FAMILIES) {
    const wanted = pattern.exec(runtime)?.[1];
    if (wanted === undefined || !interpreters) continue;
    const version = interpreters[key];
    return version?.startsWith(`${wanted}.`) ? undefined : { language, version };
  }
  return undefined;
}
