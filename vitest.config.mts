import { fileURLToPath } from "node:url";
import { defineConfig } from "vitest/config";

export default defineConfig({
  resolve: {
    alias: {
      "@": fileURLToPath(new URL(".", import.meta.url)),
      // `server-only` throws outside Next's server bundle; the rule itself is held by Next's build.
      "server-only": fileURLToPath(new URL("./scripts/empty.mjs", import.meta.url)),
    },
  },
  test: {
    include: ["prisma/**/*.test.ts", "lib/**/*.test.ts", "components/**/*.test.ts", "scripts/**/*.test.ts"],
    // A time zone with a quarter-hour offset: code that forgets zones fails here.
    env: { TZ: "Asia/Kathmandu", AWS_SDK_JS_NODE_VERSION_SUPPORT_WARNING_DISABLED: "true" },
    testTimeout: 20_000,
    hookTimeout: 30_000,
  },
});
