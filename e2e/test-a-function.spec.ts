import { expect, fillEditor, functionPage, lambda, test } from "./fixtures";
import { GetFunctionConfigurationCommand, PutFunctionConcurrencyCommand } from "@aws-sdk/client-lambda";

test("saves an event, runs it cold and warm, and keeps both runs", async ({ page, createFunction }) => {
  const name = await createFunction();
  await page.goto(functionPage(name, "/test"));
  await page.getByRole("button", { name: "New", exact: true }).click();
  await page.getByRole("option", { name: "SQS", exact: true }).click();
  await page.getByRole("textbox", { name: "Event name" }).fill("one message");
  await fillEditor(page, '{ "order": "o-1042" }');
  await page.getByRole("button", { name: "Save event" }).click();
  await expect(page.getByRole("region", { name: "Test events" }).getByText("one message")).toBeVisible();

  const result = page.getByRole("region", { name: "Result" });
  await page.getByRole("button", { name: /^Run .*↵/ }).click();
  await expect(result.getByText("succeeded", { exact: true })).toBeVisible();
  await expect(result.getByText(/cold · INIT/)).toBeVisible();
  await expect(result.getByText('"o-1042"')).toBeVisible();
  await expect(result.getByText(/REPORT RequestId/)).toBeVisible();
  await expect(result.getByText(/\$0\.0000/)).toBeVisible();

  await result.getByRole("button", { name: "Run again" }).click();
  await expect(result.getByText("warm", { exact: true })).toBeVisible();
  const history = page.getByRole("region", { name: "History" });
  await expect(history.getByRole("row")).toHaveCount(3);
  await expect(history.getByText("one message").filter({ visible: true })).toHaveCount(2);

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
  await expect(page.getByRole("region", { name: "Result" }).getByText("succeeded", { exact: true })).toBeVisible();
  expect(posts).toHaveLength(1);
});

test("invalid JSON replaces the result before, takes the caret to its line and is never sent", async ({ page, createFunction }) => {
  const name = await createFunction();
  await page.goto(functionPage(name, "/test"));
  const result = page.getByRole("region", { name: "Result" });
  await fillEditor(page, '{ "fine": true }');
  await page.keyboard.press("ControlOrMeta+Enter");
  await expect(result.getByText("succeeded", { exact: true })).toBeVisible();

  await fillEditor(page, '{\n  "a": 1,\n  oops\n}');
  const editor = page.getByRole("textbox", { name: "Event JSON" });
  await expect(editor).toHaveAccessibleDescription("Line 3, column 3: A key in double quotes is expected here.");
  await page.getByRole("button", { name: /^Run .*↵/ }).click();
  await expect(result.getByRole("alert")).toContainText("Nothing was invoked");
  await expect(result.getByRole("alert")).toContainText("Line 3, column 3: A key in double quotes is expected here.");
  await expect(result.getByText("succeeded", { exact: true })).toBeHidden();
  await expect(editor).toBeFocused();
  await page.keyboard.insertText('"here": ');
  await expect(editor).toContainText('"here": oops');
  await expect(page.getByRole("region", { name: "History" }).getByRole("row")).toHaveCount(2);
  await result.getByRole("button", { name: "Show the run before" }).click();
  await expect(result.getByText("succeeded", { exact: true })).toBeVisible();
});

test("a run that cannot be sent replaces the result before, and is not sent later", async ({ page, context, createFunction }) => {
  const name = await createFunction();
  await page.goto(functionPage(name, "/test"));
  const result = page.getByRole("region", { name: "Result" });
  await page.getByRole("textbox", { name: "Event JSON" }).focus();
  await page.keyboard.press("ControlOrMeta+Enter");
  await expect(result.getByText("succeeded", { exact: true })).toBeVisible();
  await context.setOffline(true);
  await page.keyboard.press("ControlOrMeta+Enter");
  await expect(result.getByRole("alert")).toContainText("The answer did not arrive");
  await expect(result.getByText("succeeded", { exact: true })).toBeHidden();
  await context.setOffline(false);
  await page.reload();
  await expect(page.getByRole("region", { name: "History" }).getByRole("row")).toHaveCount(2);
});

test("a name that is too long is told at the keystroke and not cut", async ({ page, createFunction }) => {
  const name = await createFunction();
  await page.goto(functionPage(name, "/test"));
  const input = page.getByRole("textbox", { name: "Event name" });
  await input.fill("x".repeat(80));
  await expect(page.getByRole("button", { name: "Save event" })).toBeEnabled();
  await expect(input).not.toHaveAttribute("aria-invalid", "true");
  await input.press("End");
  await input.pressSequentially("y");
  await expect(input).toHaveValue(`${"x".repeat(80)}y`);
  await expect(page.getByText("The name has 81 characters; at most 80 are kept.")).toBeVisible();
  await expect(page.getByRole("button", { name: "Save event" })).toHaveAttribute("aria-disabled", "true");
});

test("a module that throws, a full memory and a process that ends each say so plainly", async ({ page, createFunction }) => {
  const ends = [
    { source: 'throw new TypeError("DATABASE_URL is not set"); export const handler = async () => 1;', headline: "INIT failed: TypeError", start: "INIT failed" },
    { source: "export const handler = async () => { const all = []; for (;;) all.push(new Array(1e6).fill(Math.random())); };", headline: "The function ran out of memory (128 MB)", start: /cold · INIT/ },
    { source: "export const handler = async () => process.exit(3);", headline: "The function's process ended before it answered", start: /cold · INIT/ },
  ];
  for (const { source, headline, start } of ends) {
    await page.goto(functionPage(await createFunction({ source }), "/test"));
    await page.getByRole("textbox", { name: "Event JSON" }).focus();
    await page.keyboard.press("ControlOrMeta+Enter");
    const result = page.getByRole("region", { name: "Result" });
    await expect(result.getByRole("alert").getByText(headline)).toBeVisible();
    await expect(result.getByText(start, { exact: true })).toBeVisible();
    await expect(result.getByText("warm", { exact: true })).toBeHidden();
  }
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

test("quick clicks run once, and a page loaded anew in between finds the run", async ({ page, createFunction }) => {
  const name = await createFunction({ source: "export const handler = async () => { await new Promise((done) => setTimeout(done, 2500)); return 'slept well'; };" });
  await page.goto(functionPage(name, "/test"));
  await fillEditor(page, '{ "order": 9007199254740993, "price": 1.0 }');
  const posts: string[] = [];
  page.on("request", (request) => {
    if (request.method() === "POST") posts.push(request.url());
  });
  await page.getByRole("button", { name: /^Run .*↵/ }).evaluate((button: HTMLButtonElement) => {
    for (let click = 0; click < 20; click += 1) button.click();
  });
  const result = page.getByRole("region", { name: "Result" });
  await expect(result.getByText("Running…")).toBeVisible();
  await page.reload();
  await expect(result.getByText("slept well")).toBeVisible();
  await expect(page.getByRole("region", { name: "History" }).getByRole("row")).toHaveCount(2);
  expect(posts).toHaveLength(1);
  await result.getByRole("button", { name: "Event sent", exact: true }).click();
  await expect(result.getByText("9007199254740993")).toBeVisible();
  await expect(result.getByText("1.0", { exact: true })).toBeVisible();
});

test("an edit that is not saved survives another page, and can be discarded", async ({ page, createFunction }) => {
  const name = await createFunction();
  await page.goto(functionPage(name, "/test"));
  await fillEditor(page, '{ "draft": true }');
  await page.getByRole("link", { name: "Configuration" }).click();
  await expect(page.getByRole("textbox", { name: "Description" })).toBeVisible();
  await page.getByRole("link", { name: "Test", exact: true }).first().click();
  await expect(page.getByRole("textbox", { name: "Event JSON" })).toContainText('"draft"');
  await page.getByRole("button", { name: "Discard" }).click();
  await expect(page.getByRole("textbox", { name: "Event JSON" })).not.toContainText('"draft"');
});

test("a payload over the limit says so and is never sent", async ({ page, createFunction }) => {
  const name = await createFunction();
  await page.goto(functionPage(name, "/test"));
  await page.getByRole("combobox", { name: "Invocation type" }).selectOption("asynchronous");
  await fillEditor(page, "");
  await page.getByRole("textbox", { name: "Event JSON" }).evaluate((editor) => {
    const clipboardData = new DataTransfer();
    clipboardData.setData("text/plain", JSON.stringify({ text: "x".repeat(1_048_576) }));
    editor.dispatchEvent(new ClipboardEvent("paste", { clipboardData, bubbles: true, cancelable: true }));
  });
  const sentence = "An asynchronous invocation takes at most 1,048,576";
  await expect(page.getByRole("textbox", { name: "Event JSON" })).toHaveAccessibleDescription(new RegExp(sentence));
  await page.keyboard.press("ControlOrMeta+Enter");
  const refusal = page.getByRole("region", { name: "Result" }).getByRole("alert");
  await expect(refusal).toContainText("Nothing was invoked");
  await expect(refusal).toContainText(sentence);
  await expect(refusal).toContainText("Put large data into S3 and send its key.");
  await expect(page.getByText("Not run from here yet")).toBeVisible();
});
