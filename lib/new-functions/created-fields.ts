/** What the record of a creation says: where it came from and its main settings, never a value of a variable. */
import type { ChangedField } from "@/lib/activity/schema";
import type { NewFunction } from "./schema";
import { TEMPLATES } from "./templates";

export function createdFields(request: NewFunction, { Environment, Tags }: { Environment?: { Variables: Record<string, string> }; Tags?: Record<string, string> }, reservedConcurrency: number | undefined): ChangedField[] {
  const settings: [string, string | number | undefined][] = [
    ["Created from", sourceWords(request.source)],
    ["Runtime", request.runtime],
    ["Handler", request.handler],
    ["Memory in MB", request.memoryMb],
    ["Timeout in s", request.timeoutSeconds],
    ["Execution role", request.roleArn],
    ["Reserved concurrency", reservedConcurrency],
  ];
  return [
    ...settings.flatMap(([field, after]): ChangedField[] => (after === undefined ? [] : [{ field, kind: "setting", action: "added", after }])),
    ...Object.keys(Environment?.Variables ?? {}).map((field): ChangedField => ({ field, kind: "variable", action: "added" })),
    ...Object.entries(Tags ?? {}).map(([field, after]): ChangedField => ({ field, kind: "tag", action: "added", after })),
  ];
}

function sourceWords(source: NewFunction["source"]): string {
  switch (source.kind) {
    case "template":
      return `the template ${TEMPLATES.find(({ id }) => id === source.template)?.label ?? source.template}`;
    case "zip":
      return "a zip";
    case "copy":
      return `a copy of ${source.name} (${source.region})`;
  }
}
