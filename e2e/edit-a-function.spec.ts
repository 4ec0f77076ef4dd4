import { GetFunctionConfigurationCommand, UpdateFunctionConfigurationCommand, waitUntilFunctionUpdatedV2 } from "@aws-sdk/client-lambda";
import { expect, functionPage, lambda, test } from "./fixtures";

const variablesOf = async (name: string) => (await lambda.send(new GetFunctionConfigurationCommand({ FunctionName: name }))).Environment?.Variables;

async function changeByAnotherClient(name: string, change: { MemorySize?: number; Timeout?: number; Environment?: { Variables: Record<string, string> } }) {
  await lambda.send(new UpdateFunctionConfigurationCommand({ FunctionName: name, ...change }));
  await waitUntilFunctionUpdatedV2({ client: lambda, maxWaitTime: 15, minDelay: 1 }, { FunctionName: name });
}

test("a variable is changed after a diff, and undone", async ({ page, createFunction }) => {
  const name = await createFunction({ environment: { TABLE_NAME: "orders", API_KEY: "sk-very-secret" } });
  await page.goto(functionPage(name, "/environment"));
  await expect(page.getByRole("textbox", { name: "Value of TABLE_NAME" })).toHaveValue("");
  await page.getByRole("textbox", { name: "Value of TABLE_NAME" }).fill("orders-v2");
  await page.getByRole("button", { name: "Review changes" }).click();
  const review = page.getByRole("dialog", { name: "Review changes" });
  await expect(review.getByRole("row", { name: /TABLE_NAME changed •+ 9 bytes/ })).toBeVisible();
  await review.getByRole("button", { name: "Show TABLE_NAME" }).click();
  await expect(review.getByRole("row", { name: /TABLE_NAME changed orders-v2/ })).toBeVisible();
  await review.getByRole("button", { name: "Save" }).click();
  await expect(page.getByText("Environment saved")).toBeVisible();
  expect(await variablesOf(name)).toEqual({ TABLE_NAME: "orders-v2", API_KEY: "sk-very-secret" });

  await page.getByRole("listitem").filter({ hasText: "TABLE_NAME changed" }).getByRole("button", { name: "Undo" }).click();
  const undo = page.getByRole("dialog", { name: "Review undo" });
  await expect(undo.getByRole("row", { name: "TABLE_NAME changed its former one" })).toBeVisible();
  expect((await variablesOf(name))?.TABLE_NAME).toBe("orders-v2");
  await undo.getByRole("button", { name: "Undo" }).click();
  await expect(page.getByText("TABLE_NAME has its former value again.")).toBeVisible();
  expect(await variablesOf(name)).toEqual({ TABLE_NAME: "orders", API_KEY: "sk-very-secret" });
});

test("values reach the page only when revealed, and that is recorded", async ({ page, createFunction }) => {
  const name = await createFunction({ environment: { API_KEY: "canary-4f1c" } });
  const bodies: string[] = [];
  page.on("response", async (response) => {
    if (response.url().includes("/api/") && !response.url().endsWith("/reveal")) bodies.push(await response.text().catch(() => ""));
  });
  await page.goto(functionPage(name, "/environment"));
  await expect(page.getByRole("textbox", { name: "Name of API_KEY" })).toBeVisible();
  expect(await page.content()).not.toContain("canary-4f1c");
  await page.getByRole("button", { name: "Reveal API_KEY" }).click();
  await expect(page.getByRole("textbox", { name: "Value of API_KEY" })).toHaveValue("canary-4f1c");
  await expect(page.getByText("Value revealed")).toBeVisible();
  await page.getByRole("button", { name: "Hide API_KEY" }).click();
  await expect(page.getByRole("textbox", { name: "Value of API_KEY" })).toHaveValue("");
  expect(bodies.join("\n")).not.toContain("canary-4f1c");
});

test("reserved names and the 4 KB limit are caught at the keystroke", async ({ page, createFunction }) => {
  const name = await createFunction();
  await page.goto(functionPage(name, "/environment"));
  await page.getByRole("button", { name: "Add", exact: true }).click();
  await page.getByRole("textbox", { name: "Name of the new variable" }).fill("AWS_REGION");
  await expect(page.getByText("AWS_REGION is reserved")).toBeVisible();
  await page.getByRole("textbox", { name: "Name of the new variable" }).fill("BIG");
  await page.getByRole("textbox", { name: "Value of BIG" }).fill("x".repeat(4_094));
  await expect(page.getByText("too large")).toBeVisible();
  await expect(page.getByRole("button", { name: "Review changes" })).toBeDisabled();
});

test("two editors of one function: the second sees the first's change and both are kept", async ({ page, createFunction }) => {
  const name = await createFunction();
  await page.goto(functionPage(name, "/configuration"));
  await page.getByRole("textbox", { name: "Memory, MB" }).fill("512");
  await changeByAnotherClient(name, { Timeout: 25 });
  await page.getByRole("button", { name: "Review changes" }).click();
  await page.getByRole("dialog").getByRole("button", { name: "Save" }).click();
  const conflict = page.getByRole("dialog", { name: "Somebody changed this function meanwhile" });
  await expect(conflict.getByRole("row", { name: /Timeout 10 s 10 s 25 s 25 s/ })).toBeVisible();
  await expect(conflict.getByRole("row", { name: /Memory 128 MB 512 MB 128 MB 512 MB/ })).toBeVisible();
  await conflict.getByRole("button", { name: "Save both together" }).click();
  await expect(page.getByText("Configuration saved")).toBeVisible();
  const kept = await lambda.send(new GetFunctionConfigurationCommand({ FunctionName: name }));
  expect([kept.MemorySize, kept.Timeout]).toEqual([512, 25]);
});

test("the same variable changed by two: the person chooses, nothing is lost", async ({ page, createFunction }) => {
  const name = await createFunction({ environment: { STAGE: "dev", OTHER: "1" } });
  await page.goto(functionPage(name, "/environment"));
  await page.getByRole("textbox", { name: "Value of STAGE" }).fill("mine");
  await changeByAnotherClient(name, { Environment: { Variables: { STAGE: "theirs", OTHER: "1", ADDED: "2" } } });
  await page.getByRole("button", { name: "Review changes" }).click();
  await page.getByRole("dialog").getByRole("button", { name: "Save" }).click();
  const conflict = page.getByRole("dialog", { name: "Somebody changed this function meanwhile" });
  const choice = conflict.getByRole("group", { name: "Which STAGE to keep" });
  await expect(choice.getByRole("radio", { checked: true })).toHaveCount(0);
  await expect(conflict.getByRole("button", { name: /Go on with both/ })).toHaveAttribute("aria-disabled", "true");
  await choice.getByRole("radio", { name: "mine" }).check();
  await conflict.getByRole("button", { name: /Go on with both/ }).click();
  const review = page.getByRole("dialog", { name: "Review changes" });
  await expect(review.or(page.getByRole("button", { name: "Review changes" })).first()).toBeVisible();
  if (!(await review.isVisible())) await page.getByRole("button", { name: "Review changes" }).click();
  await review.getByRole("button", { name: "Save" }).click();
  await expect(page.getByText("Environment saved")).toBeVisible();
  expect(await variablesOf(name)).toEqual({ STAGE: "mine", OTHER: "1", ADDED: "2" });
});

test("a value of several lines keeps them, and the same value typed again is no change", async ({ page, createFunction }) => {
  const certificate = "-----BEGIN-----\nabc\n-----END-----";
  const name = await createFunction({ environment: { CERTIFICATE: certificate } });
  await page.goto(functionPage(name, "/environment"));
  await page.getByRole("button", { name: "Reveal CERTIFICATE" }).click();
  const value = page.getByRole("textbox", { name: "Value of CERTIFICATE" });
  await expect(value).toHaveValue(certificate);
  await value.fill(`${certificate}\n`);
  await expect(page.getByText("1 change, not saved")).toBeVisible();
  await value.fill(certificate);
  await expect(page.getByText("1 change, not saved")).toBeHidden();
  await value.press("End");
  await value.pressSequentially("#");
  await page.getByRole("button", { name: "Review changes" }).click();
  await page.getByRole("dialog").getByRole("button", { name: "Save" }).click();
  await expect(page.getByText("Environment saved")).toBeVisible();
  expect((await variablesOf(name))?.CERTIFICATE).toContain("-----BEGIN-----\nabc\n");
});

test("the undo of the toast acts at once and says what it did", async ({ page, createFunction }) => {
  const name = await createFunction();
  await page.goto(functionPage(name, "/configuration"));
  await page.getByRole("textbox", { name: "Memory, MB" }).fill("512");
  await page.getByRole("button", { name: "Review changes" }).click();
  await page.getByRole("dialog").getByRole("button", { name: "Save" }).click();
  await page.getByRole("listitem").filter({ hasText: "Configuration saved" }).getByRole("button", { name: "Undo" }).click();
  await expect(page.getByText("Memory is 128 MB again.")).toBeVisible();
  expect((await lambda.send(new GetFunctionConfigurationCommand({ FunctionName: name }))).MemorySize).toBe(128);
});

test("leaving with unsaved edits asks first: by a link, a shortcut and the palette", async ({ page, createFunction }) => {
  const name = await createFunction();
  await page.goto(functionPage(name, "/configuration"));
  const description = page.getByRole("textbox", { name: "Description" });
  await description.fill("not saved yet");
  const question = page.getByRole("alertdialog", { name: "Leave without saving?" });
  const stay = async () => {
    await expect(question).toBeVisible();
    await question.getByRole("button", { name: "Stay" }).click();
    await expect(question).toBeHidden();
    await expect(description).toHaveValue("not saved yet");
  };
  await page.getByRole("link", { name: "Environment" }).click();
  await stay();
  await page.getByRole("heading", { level: 1 }).click();
  await page.keyboard.press("t");
  await stay();
  await page.keyboard.press("ControlOrMeta+k");
  await page.getByRole("option", { name: "Cost" }).click();
  await stay();
  await page.getByRole("link", { name: "Environment" }).click();
  await question.getByRole("button", { name: "Keep the draft and leave" }).click();
  await expect(page.getByText("No environment variables")).toBeVisible();
});

test("an address that names no function says why, and leads back", async ({ page }) => {
  await page.goto("/local/functions/xx-bad/name/configuration");
  await expect(page.getByRole("heading", { name: "This address names no function" })).toBeVisible();
  await expect(page.getByText("“xx-bad” is not the name of an AWS region, such as us-east-1.")).toBeVisible();
  await page.getByRole("link", { name: "All functions" }).click();
  await expect(page.getByRole("link", { name: "checkout" })).toBeVisible();
});

test("the list of functions shows a saved setting at once", async ({ page, createFunction }) => {
  const name = await createFunction();
  await page.goto(`/local/functions?q=${name}`);
  await expect(page.getByRole("link", { name })).toBeVisible();
  await page.getByRole("link", { name }).click();
  await page.getByRole("link", { name: "Configuration" }).click();
  await page.getByRole("textbox", { name: "Memory, MB" }).fill("777");
  await page.getByRole("button", { name: "Review changes" }).click();
  await page.getByRole("dialog").getByRole("button", { name: "Save" }).click();
  await expect(page.getByText("Configuration saved")).toBeVisible();
  await page.getByRole("link", { name: "Functions" }).first().click();
  await expect(page.getByRole("row", { name: new RegExp(name) })).toContainText("777", { timeout: 5_000 });
});
