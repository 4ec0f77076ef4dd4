import { execFile } from "node:child_process";
import { readFileSync } from "node:fs";
import { AxeBuilder } from "@axe-core/playwright";
import type { APIRequestContext, Page } from "@playwright/test";
import type { Assertion } from "../lib/assertions/schema";
import { PORT } from "./addresses";
import { expect, REGION, test } from "./fixtures";

const HEADERS = { "x-warmstart-request": "1" };
const TOTALS = "export const handler = async (event) => ({ total: event.total });";
const totalIs = (expected: string): Assertion => ({ id: "total", kind: "response", path: "$.total", operator: "equals", expected });

async function saveEvent(request: APIRequestContext, functionName: string, event: { name: string; payload: object; assertions?: Assertion[] }) {
  const data = { ...event, payload: JSON.stringify(event.payload), shared: false };
  const answer = await request.post(`/api/local/functions/${REGION}/${functionName}/test-events`, { headers: HEADERS, data });
  expect(answer.ok(), await answer.text()).toBe(true);
}

async function makeSuite(page: Page, name: string, events: readonly string[]): Promise<void> {
  await page.goto("/local/tests");
  await page.getByRole("button", { name: "New suite" }).click();
  await page.getByRole("textbox", { name: "Name" }).fill(name);
  await page.getByRole("button", { name: "Create" }).click();
  await expect(page.getByRole("heading", { name, level: 1 })).toBeVisible();
  await page.getByRole("button", { name: "Add events" }).click();
  const dialog = page.getByRole("dialog", { name: "Add events" });
  for (const event of events) {
    await dialog.getByRole("searchbox", { name: "Search events" }).fill(event);
    await dialog.getByRole("checkbox", { name: event }).check();
  }
  await dialog.getByRole("button", { name: `Add ${events.length} event` }).click();
  const items = page.getByRole("region", { name: "Events of the suite" });
  for (const event of events) await expect(items.getByText(event)).toBeVisible();
}

interface Ended {
  status: number | null;
  output: string;
}

/** `npm run tests`, against the Warmstart under test. */
function runTests(...args: string[]): Promise<Ended> {
  return new Promise((resolve) => {
    const env = { ...process.env, WARMSTART_URL: `http://127.0.0.1:${PORT}` };
    const child = execFile("npm", ["run", "tests", "--", ...args], { env }, (_error, stdout, stderr) => resolve({ status: child.exitCode, output: stdout + stderr }));
  });
}

const caseOf = (page: Page, event: string) => page.getByRole("region", { name: "Result" }).getByRole("listitem").filter({ hasText: event }).first();

test("a failing assertion is red in the list, on the page, in JUnit and for CI; grey is never green", async ({ page, request, createFunction }, testInfo) => {
  const functionName = await createFunction({ source: TOTALS });
  const [green, red, grey] = ["green", "red", "grey"].map((word) => `${word} ${functionName}`) as [string, string, string];
  await saveEvent(request, functionName, { name: green, payload: { total: 12 }, assertions: [totalIs("12")] });
  await saveEvent(request, functionName, { name: red, payload: { total: 11 }, assertions: [totalIs("12")] });
  await saveEvent(request, functionName, { name: grey, payload: {} });
  const suite = `smoke ${functionName}`;
  await makeSuite(page, suite, [green, red, grey]);

  await page.getByRole("button", { name: "Run all" }).click();
  await expect(caseOf(page, red).getByText("failed", { exact: true })).toBeVisible();
  await expect(caseOf(page, green).getByText("passed", { exact: true })).toBeVisible();
  await expect(caseOf(page, grey).getByText("nothing asserted", { exact: true })).toBeVisible();
  const failed = caseOf(page, red).getByRole("definition");
  await expect(failed).toHaveText(["12", "11", "$.total"]);
  expect((await new AxeBuilder({ page }).analyze()).violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(" | ").slice(0, 400)}`)).toEqual([]);

  const file = testInfo.outputPath("junit.xml");
  const ended = await runTests("--suite", suite, "--junit", file);
  expect(ended.status, ended.output).toBe(1);
  expect(ended.output).toContain("expected: 12");
  const xml = readFileSync(file, "utf8");
  expect(xml).toContain('tests="3" failures="1" errors="0" skipped="1"');
  // The browser reads it as XML, as a CI server would.
  const parsed = await page.evaluate((text) => {
    const document = new DOMParser().parseFromString(text, "application/xml");
    return { broken: document.querySelector("parsererror") !== null, failure: document.querySelector("testcase > failure")?.getAttribute("message") };
  }, xml);
  expect(parsed).toEqual({ broken: false, failure: expect.stringContaining("expected 12, got 11") });

  await page.goto("/local/tests");
  const row = page.getByRole("row").filter({ hasText: suite });
  await expect(row.getByText("failed", { exact: true })).toBeVisible();
  await expect(row).toContainText("1 failed, 1 passed, 1 nothing asserted");
});

test("what failed is run alone, a download has it, and the command line's statuses are 0, 1 and 2", async ({ page, request, createFunction }) => {
  const functionName = await createFunction({ source: TOTALS });
  const [right, wrong] = [`right ${functionName}`, `wrong ${functionName}`];
  await saveEvent(request, functionName, { name: right, payload: { total: 12 }, assertions: [totalIs("12")] });
  await saveEvent(request, functionName, { name: wrong, payload: { total: 11 }, assertions: [totalIs("12")] });
  const suite = `redo ${functionName}`;
  await makeSuite(page, suite, [right, wrong]);
  await page.getByRole("button", { name: "Run all" }).click();
  const again = page.getByRole("button", { name: "Run failed only (1)" });
  await again.click();
  const result = page.getByRole("region", { name: "Result" });
  await expect(result.getByText("1 failed", { exact: true })).toBeVisible();
  await expect(result.getByText(right)).toBeHidden();
  await expect(page.getByRole("list", { name: "Runs of this suite" }).getByRole("listitem")).toHaveCount(2);

  await page.getByRole("button", { name: "Export" }).click();
  const [download] = await Promise.all([page.waitForEvent("download"), page.getByRole("menuitem", { name: "JUnit XML" }).click()]);
  expect(download.suggestedFilename()).toMatch(/^redo-.*\.xml$/);
  expect(readFileSync(await download.path(), "utf8")).toContain('tests="1" failures="1"');

  // Reading it in the page: the run is kept, whoever looks.
  await page.reload();
  await expect(result.getByText("1 failed", { exact: true })).toBeVisible();

  await page.getByRole("button", { name: `Remove ${wrong}` }).click();
  await expect(page.getByRole("region", { name: "Events of the suite" }).getByText(wrong)).toBeHidden();
  expect((await runTests("--suite", suite)).status).toBe(0);
  const unknown = await runTests("--suite", "no such suite");
  expect(unknown.status).toBe(2);
  expect(unknown.output).toContain("There is no suite named “no such suite”");
});

test("a run goes on without its page, and is cancelled from another", async ({ page, request, createFunction }) => {
  const functionName = await createFunction({ source: "export const handler = async () => { await new Promise((done) => setTimeout(done, 6000)); return 'slept'; };" });
  const names = [1, 2, 3, 4].map((number) => `nap ${number} ${functionName}`);
  for (const name of names) await saveEvent(request, functionName, { name, payload: {} });
  await makeSuite(page, `naps ${functionName}`, names);
  await page.getByRole("combobox", { name: "Runs at a time" }).selectOption("one after another");
  await page.getByRole("button", { name: "Run all" }).click();
  await expect(page.getByRole("progressbar", { name: "Progress" })).toBeVisible();
  const address = page.url();
  await page.goto("/local/functions");
  await page.goto(address);
  await page.getByRole("button", { name: "Cancel" }).click();
  await expect(caseOf(page, names[3] ?? "").getByText("cancelled", { exact: true })).toBeVisible();
  await expect(page.getByRole("region", { name: "Result" }).getByText("cancelled", { exact: true }).first()).toBeVisible();
});

test("nothing overflows sideways at 390 pixels", async ({ page, request, createFunction }) => {
  const functionName = await createFunction({ source: TOTALS });
  const name = `narrow ${functionName}`;
  await saveEvent(request, functionName, { name, payload: { total: 1 }, assertions: [totalIs("2")] });
  await makeSuite(page, `small ${functionName}`, [name]);
  await page.getByRole("button", { name: "Run all" }).click();
  await expect(caseOf(page, name).getByText("failed", { exact: true })).toBeVisible();
  await page.setViewportSize({ width: 390, height: 844 });
  const overflow = () => page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
  expect(await overflow()).toBeLessThanOrEqual(0);
  await page.goto("/local/tests");
  await expect(page.getByRole("link", { name: `small ${functionName}` })).toBeVisible();
  expect(await overflow()).toBeLessThanOrEqual(0);
});
