import { existsSync } from "node:fs";
import { chromium } from "@playwright/test";
import { node, say } from "./run.mjs";

/** Chromium's usual places; the first that exists is used. */
const SYSTEM_BROWSERS = [
  "/usr/bin/chromium",
  "/usr/bin/chromium-browser",
  "/usr/bin/google-chrome",
  "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
  "/Applications/Chromium.app/Contents/MacOS/Chromium",
  "C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe",
];

/** The system's Chromium or Chrome (CHROMIUM_PATH wins), or undefined: then Playwright's own is meant. */
export function systemBrowser() {
  if (process.env.PLAYWRIGHT_BUNDLED) return undefined;
  return [process.env.CHROMIUM_PATH, ...SYSTEM_BROWSERS].find((candidate) => candidate && existsSync(candidate));
}

/** Makes sure that there is a browser: the system's, else Playwright's own, downloaded once. */
export async function ensureBrowser() {
  if (systemBrowser() || existsSync(chromium.executablePath())) return;
  say("No Chromium found: downloading Playwright's …");
  await node(["node_modules/@playwright/test/cli.js", "install", "chromium"], { label: "downloading Chromium", show: true });
}
