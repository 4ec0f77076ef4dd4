import { GetAliasCommand, InvokeCommand, ListVersionsByFunctionCommand, UpdateFunctionCodeCommand, waitUntilFunctionUpdatedV2 } from "@aws-sdk/client-lambda";
import { AxeBuilder } from "@axe-core/playwright";
import type { Page } from "@playwright/test";
import { expect, functionPage, lambda, test, zip } from "./fixtures";

const release = (number: number) => `export const handler = async () => ({ release: ${number} });`;

async function deploy(name: string, source: string) {
  await lambda.send(new UpdateFunctionCodeCommand({ FunctionName: name, ZipFile: await zip({ "index.mjs": source }) }));
  await waitUntilFunctionUpdatedV2({ client: lambda, maxWaitTime: 15, minDelay: 1 }, { FunctionName: name });
}

async function publish(page: Page, description: string) {
  await page.getByRole("button", { name: "Publish version" }).click();
  await page.getByRole("dialog").getByLabel("Description").fill(description);
  await page.getByRole("dialog").getByRole("button", { name: "Publish" }).click();
  await expect(page.getByRole("dialog")).toBeHidden();
}

const prodOf = (name: string) => lambda.send(new GetAliasCommand({ FunctionName: name, Name: "prod" }));
const sideOf = (page: Page, version: string) => page.getByRole("listitem").filter({ hasText: "prod" }).getByRole("row").filter({ has: page.getByRole("rowheader", { name: version, exact: true }) });

test("two releases are published, traffic is shifted with its figures in sight, and one click rolls back", async ({ page, createFunction }) => {
  const name = await createFunction({ source: release(1) });
  await page.goto(functionPage(name, "/versions"));
  await expect(page.getByText("No alias yet")).toBeVisible();
  await publish(page, "first release");
  await deploy(name, release(2));
  await page.reload();
  await publish(page, "second release");
  const versions = page.getByRole("region", { name: "Versions" });
  await expect(versions.getByRole("row", { name: /second release/ })).toContainText("2");
  await expect(versions.getByRole("row", { name: /what is edited and deployed/ })).toContainText("same as 2");

  await page.getByRole("button", { name: "New alias" }).click();
  const dialog = page.getByRole("dialog");
  await dialog.getByLabel("Name").fill("12");
  await expect(dialog.getByText("is not only a number")).toBeVisible();
  await dialog.getByLabel("Name").fill("prod");
  await dialog.getByLabel("Version", { exact: true }).selectOption("1");
  await dialog.getByRole("button", { name: "Create alias" }).click();
  await expect(sideOf(page, "1")).toContainText("100 %");

  await page.getByRole("button", { name: "Shift traffic" }).click();
  await dialog.getByLabel("Second version").selectOption("2");
  await dialog.getByRole("button", { name: "25 %" }).click();
  await expect(dialog.getByText(/25.% go to version 2, 75.% to version 1/)).toBeVisible();
  await dialog.getByRole("button", { name: "Save" }).click();
  await expect(sideOf(page, "2")).toContainText("25 %");
  expect((await prodOf(name)).RoutingConfig?.AdditionalVersionWeights).toEqual({ "2": 0.25 });

  for (let count = 0; count < 12; count += 1) await lambda.send(new InvokeCommand({ FunctionName: name, Qualifier: "prod" }));
  const invocations = async () => {
    const cells = await Promise.all(["1", "2"].map((version) => sideOf(page, version).getByRole("cell").nth(1).innerText()));
    return cells.reduce((sum, text) => sum + Number(text), 0);
  };
  await expect.poll(invocations, { timeout: 40_000 }).toBe(12);

  await page.getByRole("button", { name: "Roll back to 1" }).click();
  await expect(sideOf(page, "1")).toContainText("100 %");
  const rolledBack = await prodOf(name);
  expect([rolledBack.FunctionVersion, rolledBack.RoutingConfig]).toEqual(["1", undefined]);
  await page.getByRole("button", { name: "Undo" }).click();
  await expect.poll(async () => (await prodOf(name)).RoutingConfig?.AdditionalVersionWeights).toEqual({ "2": 0.25 });
});

test("two versions are compared field by field, and what nothing refers to is cleaned up with its proof", async ({ page, createFunction }) => {
  const name = await createFunction({ source: release(0), environment: { API_KEY: "sk-never-shown" } });
  await page.goto(functionPage(name, "/versions"));
  for (const number of [1, 2, 3]) {
    await deploy(name, release(number));
    await page.reload();
    await publish(page, `release ${number}`);
  }
  await page.getByRole("button", { name: "New alias" }).click();
  await page.getByRole("dialog").getByLabel("Name").fill("prod");
  await page.getByRole("dialog").getByLabel("Version", { exact: true }).selectOption("1");
  await page.getByRole("dialog").getByRole("button", { name: "Create alias" }).click();
  await page.getByRole("button", { name: "Compare 1 with $LATEST" }).click();
  const comparison = page.getByRole("region", { name: "Comparison" });
  await expect(comparison.getByRole("row", { name: /Code \(SHA-256\)/ })).toBeVisible();
  await expect(page.getByText("the code differs")).toBeVisible();
  await page.getByRole("button", { name: "Show what is the same too" }).click();
  await expect(comparison.getByRole("row", { name: /Variable API_KEY same/ })).toBeVisible();
  expect(await page.content()).not.toContain("sk-never-shown");

  await page.getByRole("button", { name: "Clean up…" }).click();
  const dialog = page.getByRole("dialog");
  await expect(dialog.getByRole("checkbox")).toHaveCount(1);
  await expect(dialog.getByText("the alias prod points at it")).toBeVisible();
  await expect(dialog.getByText("it is the newest version")).toBeVisible();
  expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([]);
  await dialog.getByRole("button", { name: /Delete 1 version/ }).click();
  await expect(dialog).toBeHidden();
  const { Versions = [] } = await lambda.send(new ListVersionsByFunctionCommand({ FunctionName: name }));
  expect(Versions.map(({ Version }) => Version)).toEqual(["$LATEST", "1", "3"]);
});

test("Versions is accessible, in both themes and at 390 px", async ({ page, createFunction }) => {
  const name = await createFunction();
  await page.goto(functionPage(name, "/versions"));
  await publish(page, "one");
  for (const [width, colorScheme] of [[1440, "dark"], [390, "light"]] as const) {
    await page.setViewportSize({ width, height: 844 });
    await page.emulateMedia({ colorScheme, reducedMotion: "reduce" });
    await page.reload();
    await expect(page.getByRole("region", { name: "Versions" }).getByRole("row", { name: /one/ })).toBeVisible();
    await expect(page.getByRole("status", { name: /Loading/ })).toHaveCount(0);
    expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([]);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(width);
  }
});
