import { join } from "node:path";
import { readJsonFile, writeJsonFile } from "./json-file.ts";
import { referenceKey, type FunctionReference } from "./sample-function.ts";

/** Which functions the shop has deployed once: those are the user's from then on. */
export interface DeploymentRecord {
  has(reference: FunctionReference): boolean;
  /** Durable when it returns. */
  add(reference: FunctionReference): void;
  all(): readonly FunctionReference[];
}

/** Opens `shop-deployed.json` in the region's directory. */
export function openDeploymentRecord(directory: string): DeploymentRecord {
  const path = join(directory, "shop-deployed.json");
  const stored = readJsonFile(path) as { functions: FunctionReference[] } | undefined;
  const functions = [...(stored?.functions ?? [])];
  const keys = new Set(functions.map(referenceKey));
  return {
    has: (reference) => keys.has(referenceKey(reference)),
    add: ({ region, functionName }) => {
      functions.push({ region, functionName });
      keys.add(referenceKey({ region, functionName }));
      writeJsonFile(path, { functions });
    },
    all: () => functions,
  };
}
