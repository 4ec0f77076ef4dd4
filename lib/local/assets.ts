/** Files that the region reads beside its own code; the bundle keeps them at the same places. */
import { fileURLToPath } from "node:url";

/** What runs inside execution environments: ends with a separator. */
export const runtimeDirectory = fileURLToPath(new URL("./runtime/", import.meta.url));
/** The shop's functions, a folder each: ends with a separator. */
export const sampleFunctionsDirectory = fileURLToPath(new URL("./sample/functions/", import.meta.url));
