import { expect, fillEditor, functionPage, lambda, test } from "./fixtures";
import { GetFunctionConfigurationCommand, PutFunctionConcurrencyCommand } from "@aws-sdk/client-lambda";

test("saves an event, runs it cold and warm, and keeps both runs", async ({ page, createFunction }) => {
  const name = await createFunction();
  await page.goto(functionPage(name, "/test"));
  await page.getByRole("button", { name: "New" }).click();
  await page.getByRole("menuitem", { name: "SQS" }).click();
  await page.getByRole("textbox", { name: "Event name" }).fill("one message");
  await fillEditor(page, '{ "order": "o-1042" }');
  await page.getByRole("button", { name: "Save event" }).click();
  await expect(page.getByRole("region", { name: "Test events" }).getByText("one message")).toBeVisible();

  const result = page.getByRole("region", { name: "Result" });
  await page.getByRole("button", { name: /^Run .*↵/ }).click();
  await expect(result.getByText("succeeded")).toBeVisible();
  await expect(result.getByText(/cold · INIT/)).toBeVisible();
  await expect(result.getByText('"o-1042"')).toBeVisible();
  await expect(result.getByText(/REPORT RequestId/)).toBeVisible();
  await expect(result.getByText(/\$0\.0000/)).toBeVisible();

  await result.getByRole("button", { name: "Run again" }).click();
  await expect(result.getByText("warm", { exact: true })).toBeVisible();
  const history = page.getByRole("region", { name: "History" });
  await expect(history.getByRole("row")).toHaveCount(3);
  await expect(history.getByText("one message")).toHaveCount(2);

  await page.reload();
  await expect(page.getByRole("region", { name: "Test events" }).getByText("one message")).toBeVisible();
  await expect(history.getByRole("row")).toHaveCount(3);
});

test("⌘/Ctrl+Enter in the editor runs once", async ({ page, createFunction }) => {
  const name = await createFunction();
  await page.goto(functionPage(name, "/test"));
  await fillEditor(page, '{"a":1}');
  const posts: string[] = [];
  page.on("request", (request) => {
    if (request.method() === "POST") posts.push(request.url());
  });
  await page.keyboard.press("ControlOrMeta+Enter");
  await expect(page.getByRole("region", { name: "Result" }).getByText("succeeded")).toBeVisible();
  expect(posts).toHaveLength(1);
});

test("invalid JSON is shown at its line and never sent", async ({ page, createFunction }) => {
  const name = await createFunction();
  await page.goto(functionPage(name, "/test"));
  await fillEditor(page, '{\n  "a": 1,\n  oops\n}');
  await expect(page.getByRole("alert").filter({ hasText: "line 3" })).toBeVisible();
  await page.getByRole("button", { name: /^Run .*↵/ }).click();
  await expect(page.getByText("Not run from here yet")).toBeVisible();
});

test("a thrown error, a timeout and a throttle each say so plainly", async ({ page, createFunction }) => {
  const source = `export const handler = async (event) => {
    if (event.kind === "throw") throw new TypeError("basket is empty");
    await new Promise((done) => setTimeout(done, 5000));
  };`;
  const name = await createFunction({ source, timeoutSeconds: 1 });
  await page.goto(functionPage(name, "/test"));
  const result = page.getByRole("region", { name: "Result" });
  await fillEditor(page, '{"kind":"throw"}');
  await page.keyboard.press("ControlOrMeta+Enter");
  await expect(result.getByRole("alert").getByText("TypeError")).toBeVisible();
  await expect(result.getByRole("alert").getByText("basket is empty")).toBeVisible();

  await fillEditor(page, '{"kind":"sleep"}');
  await page.keyboard.press("ControlOrMeta+Enter");
  await expect(result.getByText("timed out", { exact: true })).toBeVisible();
  await expect(result.getByText(/timed out after 1\.00 seconds/).first()).toBeVisible();

  await lambda.send(new PutFunctionConcurrencyCommand({ FunctionName: name, ReservedConcurrentExecutions: 0 }));
  await page.keyboard.press("ControlOrMeta+Enter");
  await expect(result.getByText("throttled", { exact: true })).toBeVisible();
  await expect(result.getByText("ReservedFunctionConcurrentInvocationLimitExceeded")).toBeVisible();
});

test("events are renamed, duplicated, shared and deleted with a way back", async ({ page, createFunction }) => {
  const name = await createFunction();
  const other = await createFunction();
  const shared = `shared ${name}`;
  await page.goto(functionPage(name, "/test"));
  await page.getByRole("textbox", { name: "Event name" }).fill("first");
  await page.getByRole("button", { name: "Save event" }).click();
  const events = page.getByRole("region", { name: "Test events" });
  await page.getByRole("textbox", { name: "Event name" }).fill(shared);
  await page.getByRole("checkbox", { name: "shared by all functions" }).check();
  await page.getByRole("button", { name: "Save", exact: true }).click();
  await expect(events.getByText(shared)).toBeVisible();

  await page.goto(functionPage(other, "/test"));
  await expect(events.getByText(shared)).toBeVisible();
  await events.getByRole("button", { name: `More for ${shared}` }).click();
  await page.getByRole("menuitem", { name: "Duplicate" }).click();
  await expect(page.getByRole("textbox", { name: "Event name" })).toHaveValue(`${shared} copy`);
  await events.getByRole("button", { name: `More for ${shared}`, exact: true }).click();
  await page.getByRole("menuitem", { name: "Delete" }).click();
  await expect(events.getByRole("button", { name: `More for ${shared}`, exact: true })).toBeHidden();
  await page.getByRole("button", { name: "Undo" }).click();
  await expect(events.getByRole("button", { name: `More for ${shared}`, exact: true })).toBeVisible();
  await events.getByRole("button", { name: `More for ${shared}`, exact: true }).click();
  await page.getByRole("menuitem", { name: "Delete" }).click();
  await expect(events.getByRole("button", { name: `More for ${shared}`, exact: true })).toBeHidden();
  expect((await lambda.send(new GetFunctionConfigurationCommand({ FunctionName: other }))).State).toBe("Active");
});
