import { delimiter, join } from "node:path";
import type { FunctionVersion } from "../function-version.ts";

/** Names the folder that stands for `/opt`, for the runtimes and for functions that read files there. */
export const LAYERS_VARIABLE = "WARMSTART_LAYERS";

export interface LayerVariables {
  /** Variables that a function may overwrite with its own. */
  variables: Record<string, string>;
  /** To be added to PATH and LD_LIBRARY_PATH. */
  path: string[];
  libraryPath: string[];
}

/**
 * Where layers are looked for. Python reads them from `LAYERS_VARIABLE`.
 * https://docs.aws.amazon.com/lambda/latest/dg/packaging-layers.html
 */
export function layerVariables({ layersDirectory, configuration }: FunctionVersion): LayerVariables {
  if (layersDirectory === undefined) return { variables: {}, path: [], libraryPath: [] };
  const major = /^nodejs(\d+)\.x$/.exec(configuration.Runtime)?.[1];
  const modules = [join(layersDirectory, "nodejs", `node${major}`, "node_modules"), join(layersDirectory, "nodejs", "node_modules")];
  return {
    variables: major === undefined ? {} : { NODE_PATH: modules.join(delimiter) },
    path: [join(layersDirectory, "bin")],
    libraryPath: [join(layersDirectory, "lib")],
  };
}
