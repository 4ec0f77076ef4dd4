import { readFile } from "node:fs/promises";
import { AxeBuilder } from "@axe-core/playwright";
import { GetFunctionConfigurationCommand, UpdateFunctionConfigurationCommand, waitUntilFunctionUpdatedV2 } from "@aws-sdk/client-lambda";
import type { Page } from "@playwright/test";
import { expect, functionPage, lambda, test } from "./fixtures";

/** Sets the description on the Configuration page, as a person does. */
async function describeFunction(page: Page, name: string, description: string) {
  await page.goto(functionPage(name, "/configuration"));
  await page.getByRole("textbox", { name: "Description" }).fill(description);
  await page.getByRole("button", { name: "Review changes" }).click();
  await page.getByRole("dialog").getByRole("button", { name: "Save" }).click();
  await expect(page.getByText("Configuration saved")).toBeVisible();
}

const descriptionOf = async (FunctionName: string) => (await lambda.send(new GetFunctionConfigurationCommand({ FunctionName }))).Description;

test("a change is listed with who, what and from where; it is found, exported and undone after a review", async ({ page, createFunction }) => {
  const name = await createFunction({ description: "before" });
  await describeFunction(page, name, "=after");
  await page.getByRole("link", { name: "Activity" }).click();
  await page.getByRole("searchbox", { name: "Search changes" }).fill(name);
  const items = page.getByRole("listitem").filter({ hasText: name });
  await expect(items).toHaveCount(1);
  await expect(items).toContainText("Description: before → =after");
  await expect(items.getByRole("link", { name: "Configuration" })).toHaveAttribute("href", functionPage(name, "/configuration"));
  await page.getByRole("button", { name: "Export" }).click();
  const saved = page.waitForEvent("download");
  await page.getByRole("menuitem", { name: /CSV/ }).click();
  const csv = await readFile(await (await saved).path(), "utf8");
  expect(csv).toContain(`,${name},configuration,done,description,changed,before,'=after,/local/functions/`);

  await items.getByRole("button", { name: "Undo" }).click();
  const review = page.getByRole("dialog", { name: "Review undo" });
  await expect(review.getByRole("row", { name: /Description/ })).toContainText("before");
  await review.getByRole("button", { name: "Undo" }).click();
  await expect(page.getByText("Description is before again.")).toBeVisible();
  expect(await descriptionOf(name)).toBe("before");
  await expect(items).toHaveCount(2);
  await expect(items.filter({ hasText: "undone" })).toHaveCount(1);
});

test("filters narrow the list and live in the address", async ({ page, createFunction }) => {
  const name = await createFunction({ description: "before" });
  await describeFunction(page, name, "after");
  await page.goto("/local/activity");
  await page.getByRole("button", { name: "Filter by Kind" }).click();
  await page.getByRole("menuitemcheckbox", { name: /^Configuration/ }).click();
  await page.keyboard.press("Escape");
  await expect(page).toHaveURL(/kind=configuration/);
  await page.getByRole("searchbox", { name: "Search changes" }).fill(`${name} nothing-has-this`);
  await expect(page.getByText("No change matches")).toBeVisible();
  await page.getByRole("button", { name: "Clear search and filters" }).click();
  await expect(page.getByRole("listitem").filter({ hasText: name })).toBeVisible();
});

test("an undo that would lose somebody's later change is refused in its review", async ({ page, createFunction }) => {
  const name = await createFunction({ description: "before" });
  await describeFunction(page, name, "mine");
  await lambda.send(new UpdateFunctionConfigurationCommand({ FunctionName: name, Description: "theirs" }));
  await waitUntilFunctionUpdatedV2({ client: lambda, maxWaitTime: 15, minDelay: 1 }, { FunctionName: name });
  await page.goto(`/local/activity?q=${name}`);
  await page.getByRole("listitem").filter({ hasText: name }).getByRole("button", { name: "Undo" }).click();
  const review = page.getByRole("dialog", { name: "Review undo" });
  await expect(review.getByRole("alert")).toContainText("changed since");
  await expect(review.getByRole("button", { name: "Undo" })).toBeDisabled();
  expect(await descriptionOf(name)).toBe("theirs");
});

test("Activity is accessible, in both themes and at 390 px", async ({ page, createFunction }) => {
  const name = await createFunction({ description: "before" });
  await describeFunction(page, name, "after");
  for (const [width, colorScheme] of [[1440, "dark"], [390, "light"]] as const) {
    await page.setViewportSize({ width, height: 844 });
    await page.emulateMedia({ colorScheme });
    await page.goto(`/local/activity?q=${name}`);
    await expect(page.getByRole("listitem").filter({ hasText: name })).toBeVisible();
    expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([]);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(width);
  }
});
