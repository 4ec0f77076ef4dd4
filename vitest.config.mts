import { availableParallelism } from "node:os";
import { fileURLToPath } from "node:url";
import { defineConfig } from "vitest/config";

const resolve = {
  alias: {
    "@": fileURLToPath(new URL(".", import.meta.url)),
    // `server-only` throws outside Next's server bundle; the rule itself is held by Next's build.
    "server-only": fileURLToPath(new URL("./scripts/empty.mjs", import.meta.url)),
  },
};

/** Tests that drive processes, databases and sockets: each file in a process of its own. */
const PARTS = ["lib/local/**/*.test.ts", "lib/{aws,db,connections}/*.test.ts", "lib/*/{service,denied,lost-answer}.test.ts", "prisma/*.test.ts", "scripts/**/*.test.ts"];

const shared = {
  // A time zone with a quarter-hour offset: code that forgets zones fails here.
  env: { TZ: "Asia/Kathmandu", AWS_SDK_JS_NODE_VERSION_SUPPORT_WARNING_DISABLED: "true" },
  testTimeout: 20_000,
  hookTimeout: 30_000,
  // A condition that is polled for comes when it comes: a busy machine is no failure.
  expect: { poll: { timeout: 15_000 } },
};

export default defineConfig({
  test: {
    // Tests that drive processes wait more than they compute.
    maxWorkers: availableParallelism() + 1,
    projects: [
      // Pure files share nothing, so their tests may share a process.
      { resolve, test: { ...shared, name: "pure", include: ["lib/**/*.test.ts", "components/**/*.test.ts"], exclude: PARTS, isolate: false } },
      { resolve, test: { ...shared, name: "parts", include: PARTS } },
    ],
  },
});
