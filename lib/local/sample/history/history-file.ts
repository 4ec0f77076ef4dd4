import { join } from "node:path";
import { readJsonFile, writeJsonFile } from "../json-file.ts";
import type { FunctionReference } from "../sample-function.ts";

/** What `shop-history.json` in the region's directory says of the simulated history. */
export interface HistoryState {
  fromMs: number;
  untilMs: number;
  seed: string;
  functions: FunctionReference[];
  /** So many slices are known to be written; some more may be. */
  slicesWritten: number;
  complete: boolean;
}

export interface HistoryFile {
  /** `undefined` before the first start. */
  read(): HistoryState | undefined;
  write(state: HistoryState): void;
}

export function openHistoryFile(directory: string): HistoryFile {
  const path = join(directory, "shop-history.json");
  return {
    read: () => readJsonFile(path) as HistoryState | undefined,
    write: (state) => writeJsonFile(path, state),
  };
}
