import {
  GetFunctionConcurrencyCommand,
  GetFunctionConfigurationCommand,
  GetFunctionEventInvokeConfigCommand,
  ListTagsCommand,
  PublishLayerVersionCommand,
  PutFunctionConcurrencyCommand,
  TagResourceCommand,
} from "@aws-sdk/client-lambda";
import { AxeBuilder } from "@axe-core/playwright";
import type { Page } from "@playwright/test";
import { expect, functionPage, lambda, test } from "./fixtures";

const configurationOf = (name: string) => lambda.send(new GetFunctionConfigurationCommand({ FunctionName: name }));
const reservedOf = async (name: string) => (await lambda.send(new GetFunctionConcurrencyCommand({ FunctionName: name }))).ReservedConcurrentExecutions;
const arnOf = async (name: string) => (await configurationOf(name)).FunctionArn ?? "";

async function open(page: Page, name: string) {
  await page.goto(functionPage(name, "/configuration"));
  await expect(page.getByRole("textbox", { name: "Memory, MB" })).toBeVisible();
}

async function saveAll(page: Page) {
  await page.getByRole("button", { name: "Review changes" }).click();
  const review = page.getByRole("dialog", { name: "Review changes" });
  await review.getByRole("button", { name: "Save" }).click();
  // The toast of a save before may still be there.
  await expect(review).toBeHidden();
  await expect(page.getByText("Configuration saved").first()).toBeVisible();
}

test("settings of several operations are saved together: the review lists the calls, and one undo takes all back", async ({ page, createFunction }) => {
  const name = await createFunction();
  await open(page, name);
  await page.getByRole("textbox", { name: "Memory, MB" }).fill("512");
  await expect(page.getByText(/\$0\.83 instead of \$0\.21 for a million runs/)).toBeVisible();
  await page.getByRole("combobox", { name: "Log format" }).selectOption("JSON");
  await page.getByRole("combobox", { name: "Application log level" }).selectOption("WARN");
  await page.getByRole("textbox", { name: "Reserved concurrency" }).fill("3");
  await page.getByRole("textbox", { name: "Retries" }).fill("1");
  await page.getByRole("textbox", { name: "Key of the new tag" }).fill("team");
  await page.getByRole("textbox", { name: "Value of the new tag" }).fill("shop");
  await page.getByRole("button", { name: "Add the tag" }).click();
  await expect(page.getByRole("navigation", { name: "Parts of the configuration" }).getByRole("link", { name: /Concurrency 1 changed/ })).toBeVisible();

  await page.getByRole("button", { name: "Review changes" }).click();
  const review = page.getByRole("dialog", { name: "Review changes" });
  await expect(review.getByRole("list", { name: "AWS calls" }).getByRole("listitem")).toHaveText([
    /UpdateFunctionConfiguration Memory, Log format, Application log level, System log level/,
    /PutFunctionConcurrency Reserved concurrency/,
    /PutFunctionEventInvokeConfig Retries/,
    /TagResource Tag team/,
  ]);
  await review.getByRole("button", { name: "Save" }).click();
  await expect(page.getByText("Configuration saved")).toBeVisible();
  expect(await configurationOf(name)).toMatchObject({ MemorySize: 512, LoggingConfig: { LogFormat: "JSON", ApplicationLogLevel: "WARN" } });
  expect(await reservedOf(name)).toBe(3);
  expect((await lambda.send(new GetFunctionEventInvokeConfigCommand({ FunctionName: name }))).MaximumRetryAttempts).toBe(1);
  expect((await lambda.send(new ListTagsCommand({ Resource: await arnOf(name) }))).Tags).toEqual({ team: "shop" });

  await page.getByRole("listitem").filter({ hasText: "Memory: 128 MB → 512 MB" }).getByRole("button", { name: "Undo" }).click();
  await page.getByRole("dialog", { name: "Review undo" }).getByRole("button", { name: "Undo" }).click();
  await expect(page.getByText(/Memory is 128 MB again/)).toBeVisible();
  expect(await configurationOf(name)).toMatchObject({ MemorySize: 128, LoggingConfig: { LogFormat: "Text" } });
  expect(await reservedOf(name)).toBeUndefined();
  expect((await lambda.send(new ListTagsCommand({ Resource: await arnOf(name) }))).Tags ?? {}).toEqual({});
  await expect(lambda.send(new GetFunctionEventInvokeConfigCommand({ FunctionName: name }))).rejects.toMatchObject({ name: "ResourceNotFoundException" });
});

test("a save that AWS stops half-way says what was made, and is resumed when the reason is gone", async ({ page, createFunction }) => {
  const name = await createFunction();
  await open(page, name);
  await page.getByRole("textbox", { name: "Memory, MB" }).fill("256");
  // More than the pool leaves with what checkout has reserved: the local region refuses it as AWS does, after the first call was made.
  await page.getByRole("textbox", { name: "Reserved concurrency" }).fill("899");
  await page.getByRole("button", { name: "Review changes" }).click();
  await page.getByRole("dialog").getByRole("button", { name: "Save" }).click();
  const halted = page.getByRole("dialog", { name: "Saved in part" });
  await expect(halted.getByRole("listitem").filter({ hasText: "UpdateFunctionConfiguration" })).toContainText("made");
  await expect(halted.getByRole("listitem").filter({ hasText: "PutFunctionConcurrency" })).toContainText("refused");
  await halted.getByRole("button", { name: "Close" }).click();

  const unfinished = page.getByRole("region", { name: "A save that is not finished" });
  await expect(unfinished).toContainText("1 of 2 calls was made");
  expect((await configurationOf(name)).MemorySize).toBe(256);
  expect(await reservedOf(name)).toBeUndefined();
  // By another client in the meantime: what is left is there already, and the save is whole.
  await lambda.send(new PutFunctionConcurrencyCommand({ FunctionName: name, ReservedConcurrentExecutions: 5 }));
  await unfinished.getByRole("button", { name: "Resume" }).click();
  await expect(unfinished.getByText("Reserved concurrency was changed since.")).toBeVisible();
  expect(await reservedOf(name)).toBe(5);
});

test("a draft waits in this browser, and meets what somebody else saved meanwhile", async ({ page, createFunction }) => {
  const name = await createFunction();
  await open(page, name);
  await page.getByRole("textbox", { name: "Description" }).fill("a draft");
  await page.getByRole("link", { name: "Environment" }).click();
  await page.getByRole("alertdialog", { name: "Leave without saving?" }).getByRole("button", { name: "Keep the draft and leave" }).click();
  await expect(page.getByText("No environment variables")).toBeVisible();

  await lambda.send(new PutFunctionConcurrencyCommand({ FunctionName: name, ReservedConcurrentExecutions: 7 }));
  await open(page, name);
  await expect(page.getByRole("textbox", { name: "Description" })).toHaveValue("a draft");
  await expect(page.getByText(/1 change, not saved: your draft of/)).toBeVisible();
  await page.getByRole("button", { name: "Review changes" }).click();
  await page.getByRole("dialog").getByRole("button", { name: "Save" }).click();
  const conflict = page.getByRole("dialog", { name: "Somebody changed this function meanwhile" });
  await expect(conflict.getByRole("row", { name: /Reserved concurrency – – 7 7/ })).toBeVisible();
  await conflict.getByRole("button", { name: "Save both together" }).click();
  await expect(page.getByText("Configuration saved")).toBeVisible();
  expect((await configurationOf(name)).Description).toBe("a draft");
  expect(await reservedOf(name)).toBe(7);
  await expect(page.getByRole("textbox", { name: "Reserved concurrency" })).toHaveValue("7");
});

test("what AWS would refuse is said at the field: limits, and settings that do not go together", async ({ page, createFunction }) => {
  const name = await createFunction();
  await open(page, name);
  await page.getByRole("textbox", { name: "Timeout, s" }).fill("901");
  await expect(page.getByText("Timeout must be between 1 and 900 s.")).toBeVisible();
  await page.getByRole("textbox", { name: "Subnets" }).fill("subnet-0a1b2c3d");
  await expect(page.getByText("Subnets need at least one security group.")).toBeVisible();
  await page.getByRole("textbox", { name: "Destination on failure" }).fill("my-queue");
  await expect(page.getByText(/Destination on failure must be the ARN/)).toBeVisible();
  await expect(page.getByText("Mend what is marked, then review")).toBeVisible();
  await expect(page.getByRole("button", { name: "Review changes" })).toBeDisabled();
  await page.getByRole("button", { name: "Take back the edit of Timeout, s" }).click();
  await expect(page.getByRole("textbox", { name: "Timeout, s" })).toHaveValue("10");
  await page.getByRole("button", { name: "Discard" }).click();
  await expect(page.getByText("Subnets need at least one security group.")).toBeHidden();
});

test("a layer is added from the list, updated to its newest version and taken away", async ({ page, createFunction }) => {
  const name = await createFunction();
  const layerName = `${name}-layer`;
  // An empty zip: the end-of-central-directory record alone.
  const empty = Buffer.concat([Buffer.from("PK\u0005\u0006"), Buffer.alloc(18)]);
  const publish = () => lambda.send(new PublishLayerVersionCommand({ LayerName: layerName, Content: { ZipFile: empty }, CompatibleRuntimes: ["nodejs22.x"] }));
  const first = await publish();
  await open(page, name);
  await page.getByRole("button", { name: "Add a layer" }).click();
  await page.getByRole("dialog", { name: "Add a layer" }).getByRole("button", { name: `Add ${layerName}` }).click();
  await saveAll(page);
  expect((await configurationOf(name)).Layers?.map(({ Arn }) => Arn)).toEqual([first.LayerVersionArn]);

  const second = await publish();
  await open(page, name);
  await page.getByRole("button", { name: "Take version 2" }).click();
  await saveAll(page);
  expect((await configurationOf(name)).Layers?.map(({ Arn }) => Arn)).toEqual([second.LayerVersionArn]);
  await page.getByRole("button", { name: "Remove layer 1" }).click();
  await saveAll(page);
  expect((await configurationOf(name)).Layers ?? []).toEqual([]);
});

test("a function that a tool deploys says so, and the review warns", async ({ page, createFunction }) => {
  const name = await createFunction();
  await lambda.send(new TagResourceCommand({ Resource: await arnOf(name), Tags: { ManagedBy: "Terraform" } }));
  await open(page, name);
  await expect(page.getByText("managed by Terraform")).toBeVisible();
  await page.getByRole("textbox", { name: "Memory, MB" }).fill("256");
  await page.getByRole("button", { name: "Review changes" }).click();
  await expect(page.getByRole("dialog").getByText(/Its next deployment may overwrite/)).toBeVisible();
});

test("axe finds nothing on the whole page, its review included, and nothing overflows at 390 pixels", async ({ page, createFunction }) => {
  const name = await createFunction();
  await page.emulateMedia({ reducedMotion: "reduce" });
  await page.setViewportSize({ width: 390, height: 844 });
  await open(page, name);
  expect(await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)).toBeLessThanOrEqual(0);
  await page.getByRole("textbox", { name: "Timeout, s" }).fill("20");
  await page.getByRole("combobox", { name: "Function URL" }).selectOption("AWS_IAM");
  await page.getByRole("button", { name: "Review changes" }).click();
  await expect(page.getByRole("dialog")).toBeVisible();
  expect((await new AxeBuilder({ page }).analyze()).violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`)).toEqual([]);
});
