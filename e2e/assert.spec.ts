import { expect, fillEditor, functionPage, test } from "./fixtures";

const SOURCE = `export const handler = async (event) => {
  console.log("order", event.order, "stored");
  return { statusCode: event.fail ? 500 : 200, body: JSON.stringify({ order: event.order }) };
};`;

test("nothing asserted is grey, a passed assertion green, a failed one red in list and result with expected, got and where", async ({ page, createFunction }) => {
  const name = await createFunction({ source: SOURCE });
  await page.goto(functionPage(name, "/test"));
  const result = page.getByRole("region", { name: "Result" });
  const events = page.getByRole("region", { name: "Test events" });
  const run = page.getByRole("button", { name: /^Run .*↵/ });
  await page.getByRole("textbox", { name: "Event name" }).fill("order");
  await fillEditor(page, '{ "order": "o-1" }');
  await page.getByRole("button", { name: "Save event" }).click();
  await run.click();
  await expect(result.getByText("succeeded", { exact: true })).toBeVisible();
  await expect(result.getByText("Nothing asserted", { exact: true })).toBeVisible();
  await expect(events.getByText("succeeded", { exact: true })).toBeVisible();

  await page.getByRole("group", { name: "Side of the event" }).getByRole("button", { name: "Assertions" }).click();
  const editor = page.getByRole("region", { name: "Assertions", exact: true });
  await editor.getByRole("button", { name: "Assert that $.statusCode equals 200" }).click();
  await editor.getByRole("button", { name: 'Assert that $.body.order equals "o-1"' }).click();
  await editor.getByRole("button", { name: "Add assertion" }).click();
  await page.getByRole("menuitem", { name: "Log" }).click();
  await expect(editor.getByText(/^holds: got/)).toHaveCount(3);
  await page.getByRole("button", { name: "Save", exact: true }).click();
  await run.click();
  await expect(result.getByText("Assertions · all 3 passed")).toBeVisible();
  await expect(events.getByText("passed", { exact: true })).toBeVisible();

  await page.getByRole("group", { name: "Side of the event" }).getByRole("button", { name: "JSON" }).click();
  await fillEditor(page, '{ "order": "o-1", "fail": true }');
  await run.click();
  await expect(result.getByText("Assertions · 1 of 3 failed")).toBeVisible();
  const failed = result.getByRole("listitem").filter({ hasText: "Failed: $.statusCode equals 200" });
  await expect(failed).toContainText("expected200");
  await expect(failed).toContainText("got500");
  await expect(failed).toContainText("where$.statusCode");
  await expect(events.getByText("assertion failed", { exact: true })).toBeVisible();
});

test("an assertion that is not well written says so, and nothing is saved or run with it", async ({ page, createFunction }) => {
  const name = await createFunction();
  await page.goto(functionPage(name, "/test"));
  await page.getByRole("textbox", { name: "Event name" }).fill("wrong");
  await page.getByRole("group", { name: "Side of the event" }).getByRole("button", { name: "Assertions" }).click();
  await page.getByRole("button", { name: "Add assertion" }).click();
  await page.getByRole("menuitem", { name: "Response value" }).click();
  await page.getByRole("textbox", { name: "Path of assertion 1" }).fill("$.items[");
  await expect(page.getByText(/This is not a JSONPath/)).toBeVisible();
  await expect(page.getByRole("button", { name: "Save event" })).toHaveAttribute("aria-disabled", "true");
  await page.getByRole("button", { name: /^Run .*↵/ }).click();
  await expect(page.getByRole("region", { name: "Result" }).getByRole("alert")).toContainText("Nothing was invoked");
  await page.getByRole("button", { name: "Remove assertion 1" }).click();
  await expect(page.getByRole("button", { name: "Save event" })).toBeEnabled();
});
