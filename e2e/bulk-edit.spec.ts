import { GetFunctionConfigurationCommand } from "@aws-sdk/client-lambda";
import { AxeBuilder } from "@axe-core/playwright";
import type { Page } from "@playwright/test";
import { expect, lambda, openListWith, test } from "./fixtures";

const read = (FunctionName: string) => lambda.send(new GetFunctionConfigurationCommand({ FunctionName }));

/** Ticks the functions in the list, the last one with Shift: they are neighbours when sorted by name. */
async function choose(page: Page, names: string[], common: string) {
  await openListWith(page, names.at(-1) ?? "");
  await page.goto(`/local/functions?q=${common}&sort=name`);
  await expect(page.getByRole("link", { name: names[0], exact: true })).toBeVisible();
  const ordered = await page.getByRole("checkbox", { name: /^Choose e2e-/ }).all();
  await ordered[0]?.click();
  await ordered.at(-1)?.click({ modifiers: ["Shift"] });
  await expect(page.getByText(`${ordered.length} functions chosen`)).toBeVisible();
}

test("functions are chosen with Shift, previewed, changed together and taken back together", async ({ page, createFunction }) => {
  const names = [await createFunction({ description: "bulk-one" }), await createFunction({ description: "bulk-one" }), await createFunction({ description: "bulk-one" })];
  await choose(page, names, "bulk-one");
  await page.getByRole("button", { name: "Edit them…" }).click();
  const dialog = page.getByRole("dialog", { name: "Edit 3 functions" });
  await dialog.getByRole("textbox", { name: "Memory, MB" }).fill("64");
  await expect(dialog.getByText("Memory must be a whole number between 128 and 10,240 MB.")).toBeVisible();
  await dialog.getByRole("textbox", { name: "Memory, MB" }).fill("256");
  expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([]);
  await dialog.getByRole("button", { name: "Preview" }).click();
  await expect(dialog.getByText("3 will change.")).toBeVisible();
  await dialog.getByRole("button", { name: "Change 3 functions" }).click();
  await expect(page).toHaveURL(/\/activity\/bulk-edits\//);
  await expect(page.getByText("3 changed.")).toBeVisible();
  for (const name of names) expect((await read(name)).MemorySize).toBe(256);
  await page.getByRole("button", { name: "Undo all 3 changes" }).click();
  await expect(page.getByRole("heading", { name: "Undo of: Memory to 256 MB" })).toBeVisible();
  await expect(page.getByText("3 changed.")).toBeVisible();
  for (const name of names) expect((await read(name)).MemorySize).toBe(128);
});

test("one that fails is kept, shown and retried; the others are done; a variable's value is nowhere on the page", async ({ page, createFunction }) => {
  const names = [await createFunction({ description: "bulk-two" }), await createFunction({ description: "bulk-two", environment: { BIG: "x".repeat(4_000) } })];
  await choose(page, names, "bulk-two");
  await page.getByRole("button", { name: "Edit them…" }).click();
  const dialog = page.getByRole("dialog", { name: "Edit 2 functions" });
  await dialog.getByRole("combobox", { name: "What to change" }).selectOption("set_variable");
  await dialog.getByRole("textbox", { name: "Variable" }).fill("LONG");
  await dialog.getByRole("textbox", { name: "Value" }).fill("v".repeat(200));
  await dialog.getByRole("button", { name: "Preview" }).click();
  await expect(dialog.getByRole("row").filter({ hasText: names[1] ?? "" })).toContainText("AWS takes at most 4,096");
  await expect(dialog.getByText("1 will change, 1 cannot be changed and will be left out.")).toBeVisible();
  await dialog.getByRole("button", { name: "Change 1 function" }).click();
  await expect(page.getByText("1 changed.")).toBeVisible();
  expect((await read(names[0] ?? "")).Environment?.Variables?.LONG).toBe("v".repeat(200));
  await expect(page.locator("main")).not.toContainText("vvvv");

  // A function that goes away between preview and change fails by itself.
  const gone = `e2e-gone-${crypto.randomUUID().slice(0, 8)}`;
  const id = crypto.randomUUID();
  const functions = [gone, names[0]].map((name) => ({ region: "us-east-1", name }));
  const started = await page.request.post("/api/local/bulk-edits", { data: { id, functions, change: { what: "timeout", timeoutSeconds: 21 } }, headers: { "x-warmstart-request": "1" } });
  expect(started.status()).toBe(202);
  await page.goto(`/local/activity/bulk-edits/${id}`);
  await expect(page.getByText("1 changed, 1 failed.")).toBeVisible();
  await expect(page.getByRole("listitem").filter({ hasText: gone })).toContainText("failed");
  await page.getByRole("button", { name: "Retry 1 failed" }).click();
  await expect(page.getByText("1 changed, 1 failed.")).toBeVisible();
  expect((await read(names[0] ?? "")).Timeout).toBe(21);
});
