import { cpSync, mkdirSync, rmSync } from "node:fs";
import { inProject } from "./run.mjs";

/** One file that starts fast on every Node.js, beside the assets that it reads (runtime clients, the shop's functions). */
export async function bundleLocalRegion(outputDirectory = "build/local") {
  const { build, stop } = await import("esbuild");
  rmSync(inProject(outputDirectory), { recursive: true, force: true });
  mkdirSync(inProject(outputDirectory), { recursive: true });
  await build({
    absWorkingDir: inProject("."),
    entryPoints: ["lib/local/main.ts"],
    outfile: `${outputDirectory}/main.mjs`,
    bundle: true,
    platform: "node",
    format: "esm",
    target: "node20",
    external: ["better-sqlite3"],
    // yauzl and yazl are CommonJS and require() Node's own modules.
    banner: { js: 'import { createRequire as createRequireForBundle } from "node:module"; const require = createRequireForBundle(import.meta.url);' },
    sourcemap: "linked",
    logLevel: "warning",
  });
  // esbuild keeps a process of its own running for a next build that does not come.
  await stop();
  for (const assets of ["runtime", "sample/functions"]) {
    cpSync(inProject("lib/local", assets), inProject(outputDirectory, assets), {
      recursive: true,
      filter: (source) => !/(__pycache__|\.test\.ts$)/.test(source),
    });
  }
}
