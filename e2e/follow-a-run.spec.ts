import { randomUUID } from "node:crypto";
import { PublishVersionCommand } from "@aws-sdk/client-lambda";
import { expect, fillEditor, functionPage, lambda, test } from "./fixtures";

const SLEEPS = "export const handler = async (event) => { await new Promise((done) => setTimeout(done, event.ms)); return { slept: event.ms }; };";
const STREAMS = `export const handler = awslambda.streamifyResponse(async (event, stream) => {
  stream.write("first piece, ");
  await new Promise((done) => setTimeout(done, 2500));
  stream.write("last piece");
  stream.end();
});`;

test("a long run outlasts the page, the watching and the tab", async ({ page, createFunction }) => {
  const name = await createFunction({ source: SLEEPS });
  await page.goto(functionPage(name, "/test"));
  await fillEditor(page, '{"ms":4000}');
  await page.keyboard.press("ControlOrMeta+Enter");
  const result = page.getByRole("region", { name: "Result", exact: true });
  const history = page.getByRole("region", { name: "History" });
  await expect(result.getByText("Running…")).toBeVisible();
  await result.getByRole("button", { name: "Stop watching" }).click();
  await expect(result.getByText("No result yet")).toBeVisible();
  await expect(history.getByText("running", { exact: true })).toBeVisible();

  await page.goto("/local/functions");
  await page.goto(functionPage(name, "/test"));
  await history.getByRole("row").nth(1).getByRole("button").click();
  await expect(result.getByText("4000").first()).toBeVisible({ timeout: 15_000 });
  await expect(result.getByText("succeeded", { exact: true })).toBeVisible();
  await expect(history.getByRole("row")).toHaveCount(2);
});

test("an asynchronous run is followed from its acceptance to its end", async ({ page, createFunction }) => {
  const name = await createFunction({ source: SLEEPS });
  await page.goto(functionPage(name, "/test"));
  await page.getByRole("combobox", { name: "Invocation type" }).selectOption("asynchronous");
  await fillEditor(page, '{"ms":50}');
  await page.keyboard.press("ControlOrMeta+Enter");
  const result = page.getByRole("region", { name: "Result", exact: true });
  await expect(result.getByText("accepted", { exact: true }).first()).toBeVisible();
  await expect(result.getByText(/Found in the log by its request id\. It finished after/)).toBeVisible({ timeout: 20_000 });
  await result.getByRole("link", { name: "Open run" }).click();
  await expect(page.getByRole("heading", { name: `Run of ${name}` })).toBeVisible();
  await expect(page.getByText(/REPORT RequestId/)).toBeVisible();
});

test("an asynchronous run that fails says so, and that Lambda tries again", async ({ page, createFunction }) => {
  const name = await createFunction({ source: "export const handler = async () => { throw new RangeError('no'); };" });
  await page.goto(functionPage(name, "/test"));
  await page.getByRole("combobox", { name: "Invocation type" }).selectOption("asynchronous");
  await page.getByRole("textbox", { name: "Event JSON" }).focus();
  await page.keyboard.press("ControlOrMeta+Enter");
  const result = page.getByRole("region", { name: "Result", exact: true });
  await expect(result.getByText(/Attempt 1 failed\. Lambda tries again after about one minute/)).toBeVisible({ timeout: 20_000 });
  await expect(result.getByText(/RangeError/).first()).toBeVisible();
});

test("a stream shows piece by piece, and keeps its size and first byte", async ({ page, createFunction }) => {
  const name = await createFunction({ source: STREAMS });
  await page.goto(functionPage(name, "/test"));
  await page.getByRole("combobox", { name: "Invocation type" }).selectOption("response stream");
  await page.getByRole("textbox", { name: "Event JSON" }).focus();
  await page.keyboard.press("ControlOrMeta+Enter");
  const result = page.getByRole("region", { name: "Result", exact: true });
  await expect(result.getByText("first piece,", { exact: false })).toBeVisible();
  await expect(result.getByText("Running…")).toBeVisible();
  await expect(result.getByText("last piece")).toBeHidden();
  await expect(result.getByText("first piece, last piece")).toBeVisible({ timeout: 15_000 });
  await expect(result.getByText(/Streamed 23 B\. First byte after/)).toBeVisible();
});

test("a run page compares with another run, leaving places out", async ({ page, createFunction }) => {
  const name = await createFunction({ source: "let count = 0; export const handler = async (event) => ({ count: (count += 1), order: event.order, at: Date.now() });" });
  await page.goto(functionPage(name, "/test"));
  const result = page.getByRole("region", { name: "Result", exact: true });
  for (const order of ["o-1", "o-2"]) {
    await fillEditor(page, JSON.stringify({ order }));
    await page.keyboard.press("ControlOrMeta+Enter");
    await expect(result.getByText(`"${order}"`)).toBeVisible();
  }
  await result.getByRole("link", { name: "Open run" }).click();
  const compare = page.getByRole("region", { name: "Compare" });
  await compare.getByRole("combobox", { name: "Other run" }).selectOption({ index: 1 });
  await expect(page).toHaveURL(/against=/);
  await expect(compare.getByText("$.order", { exact: true })).toHaveCount(2);
  await expect(compare.getByText("$.at", { exact: true })).toBeVisible();
  await compare.getByRole("button", { name: "Leave out $.at" }).click();
  await expect(compare.getByText(/2 differences, 1 left out/)).toBeVisible();
  await page.reload();
  await expect(compare.getByText(/2 differences, 1 left out/)).toBeVisible();
  await expect(compare.getByRole("row", { name: /Duration/ })).toBeVisible();
});

test("runs a version, says which one ran, and copies the command", async ({ page, context, createFunction }) => {
  await context.grantPermissions(["clipboard-read", "clipboard-write"]);
  const name = await createFunction();
  await lambda.send(new PublishVersionCommand({ FunctionName: name, Description: "first" }));
  await page.goto(functionPage(name, "/test?qualifier=1"));
  await expect(page.getByRole("combobox", { name: "Qualifier" })).toHaveValue("1");
  await fillEditor(page, '{"it":"works"}');
  await page.keyboard.press("ControlOrMeta+Enter");
  const result = page.getByRole("region", { name: "Result", exact: true });
  await expect(result.getByText("succeeded", { exact: true })).toBeVisible();
  await result.getByRole("link", { name: "Open run" }).click();
  await expect(page.getByText(/Version: 1/)).toBeVisible();
  await page.getByRole("button", { name: "Copy as" }).click();
  await page.getByRole("menuitem", { name: "aws lambda invoke" }).click();
  await expect(page.getByText("Copied the aws lambda invoke command")).toBeVisible();
  const copied = await page.evaluate(() => navigator.clipboard.readText());
  expect(copied).toContain(`--function-name ${name}`);
  expect(copied).toContain("--qualifier 1");
  expect(copied).toContain("--cli-binary-format raw-in-base64-out");

  const label = `kept ${randomUUID().slice(0, 8)}`;
  await page.getByRole("button", { name: "Save as event" }).click();
  await page.getByRole("textbox", { name: "Name" }).fill(label);
  await page.getByRole("dialog").getByRole("button", { name: "Save event" }).click();
  await page.getByRole("link", { name: /Open it/ }).click();
  await expect(page.getByRole("textbox", { name: "Event name" })).toHaveValue(label);
});

test("a response of 5 MB opens as a tree and as text", async ({ page, createFunction }) => {
  const name = await createFunction({ source: "export const handler = async () => ({ rows: Array.from({ length: 40000 }, (_, index) => ({ index, text: 'x'.repeat(100) })) });" });
  await page.goto(functionPage(name, "/test"));
  await page.getByRole("textbox", { name: "Event JSON" }).focus();
  await page.keyboard.press("ControlOrMeta+Enter");
  const result = page.getByRole("region", { name: "Result", exact: true });
  await expect(result.getByText("succeeded", { exact: true })).toBeVisible({ timeout: 20_000 });
  await result.getByRole("button", { name: /rows/ }).click();
  await expect(result.getByText("40,000 entries")).toBeVisible();
  expect(await result.locator("div.whitespace-pre").count()).toBeLessThan(200);
  await result.getByRole("group", { name: "Show response as" }).getByRole("button", { name: "Raw" }).click();
  await expect(result.getByText(/^\{"rows":\[\{"index":0,/)).toBeVisible();
});
