import path from "node:path";
import { pathToFileURL } from "node:url";
import { build } from "esbuild";
import { inProject } from "../scripts/setup/run.mjs";

/** Imports a TypeScript file of the project. */
export async function bundled(file) {
  const outfile = inProject("build/bench", `${path.basename(file, ".ts")}.mjs`);
  await build({
    absWorkingDir: inProject("."),
    entryPoints: [file],
    outfile,
    bundle: true,
    platform: "node",
    format: "esm",
    target: "node20",
    external: ["better-sqlite3"],
    logLevel: "warning",
  });
  return import(pathToFileURL(outfile).href);
}
