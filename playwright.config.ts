import { defineConfig, devices } from "@playwright/test";
import { LOCAL_PORT, PORT } from "./e2e/addresses.ts";
import { systemBrowser } from "./scripts/setup/browser.mjs";

export default defineConfig({
  testDir: "e2e",
  fullyParallel: true,
  // A small CI machine also runs the server, its functions and the browser.
  workers: process.env.CI ? 1 : 2,
  retries: 0,
  timeout: 60_000,
  expect: { timeout: 20_000 },
  forbidOnly: Boolean(process.env.CI),
  reporter: [["list"], ["./e2e/closing-line-reporter.ts"]],
  use: {
    baseURL: `http://127.0.0.1:${PORT}`,
    trace: "retain-on-failure",
    launchOptions: {
      executablePath: systemBrowser(),
      chromiumSandbox: process.getuid?.() !== 0,
      // Nothing but loopback: Chromium otherwise looks for its makers' hosts at every start.
      args: ["--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1, EXCLUDE localhost"],
    },
  },
  projects: [{ name: "chromium", use: { ...devices["Desktop Chrome"], viewport: { width: 1440, height: 900 } } }],
  webServer: {
    command: "node scripts/start.mjs",
    url: `http://127.0.0.1:${PORT}/api/health`,
    reuseExistingServer: false,
    timeout: 120_000,
    gracefulShutdown: { signal: "SIGTERM", timeout: 10_000 },
    stdout: "pipe",
    env: {
      PORT: String(PORT),
      HOST: "127.0.0.1",
      WARMSTART_DATA_DIR: "test-results/data",
      WARMSTART_LOCAL: "on",
      WARMSTART_LOCAL_PORT: String(LOCAL_PORT),
      WARMSTART_LOCAL_TRAFFIC: "on",
      WARMSTART_LOCAL_ACCESS_KEY_ID: "E2ELOCAL",
      WARMSTART_LOCAL_SECRET_ACCESS_KEY: "e2e-secret",
      AWS_EC2_METADATA_DISABLED: "true",
      AWS_CONFIG_FILE: "/nonexistent",
      AWS_SHARED_CREDENTIALS_FILE: "/nonexistent",
    },
  },
});
