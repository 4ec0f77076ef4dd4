import { readFile } from "node:fs/promises";
import { expect, fillEditor, functionPage, test } from "./fixtures";

test("an event keeps description, tags and how it is invoked; a save is compared and brought back", async ({ page, createFunction }) => {
  const name = await createFunction();
  await page.goto(functionPage(name, "/test"));
  await page.getByRole("textbox", { name: "Event name" }).fill("order");
  await fillEditor(page, '{ "amount": 1 }');
  await page.getByRole("button", { name: "Save event" }).click();
  const events = page.getByRole("region", { name: "Test events" });
  await expect(events.getByRole("button", { name: "More for order" })).toBeVisible();

  await fillEditor(page, '{ "amount": 2 }');
  const sides = page.getByRole("group", { name: "Side of the event" });
  await sides.getByRole("button", { name: "Details" }).click();
  await page.getByRole("textbox", { name: "Description" }).fill("What a customer sends");
  await page.getByRole("textbox", { name: "Tags" }).fill("checkout, edge case");
  await page.getByRole("button", { name: "Save", exact: true }).click();
  await expect(page.getByText("Saved “order”").first()).toBeVisible();
  await page.reload();
  await expect(events.getByText("#checkout #edge case")).toBeVisible();

  await sides.getByRole("button", { name: "History" }).click();
  const saves = page.getByRole("list", { name: "Saves" });
  await expect(saves.getByRole("listitem")).toHaveCount(2);
  await expect(page.getByText('{ "amount": 1 }')).toBeVisible();
  await page.getByRole("button", { name: "Restore" }).click();
  await expect(saves.getByRole("listitem")).toHaveCount(3);
  await sides.getByRole("button", { name: "JSON" }).click();
  await expect(page.getByRole("textbox", { name: "Event JSON" })).toContainText('{ "amount": 1 }');
});

test("a template is found by words, and its fields change the JSON", async ({ page, createFunction }) => {
  const name = await createFunction();
  await page.goto(functionPage(name, "/test"));
  await page.getByRole("button", { name: "New", exact: true }).click();
  await page.getByPlaceholder(/Search a source/).fill("s3 put");
  await page.keyboard.press("Enter");
  const json = page.getByRole("textbox", { name: "Event JSON" });
  await expect(json).toContainText("shop-product-images");
  await page.getByRole("button", { name: /Fields of S3 put/ }).click();
  await page.getByRole("textbox", { name: "Bucket" }).fill("my-bucket");
  await expect(json).toContainText('"name": "my-bucket"');
  await expect(json).toContainText('"arn": "arn:aws:s3:::my-bucket"');
});

test("a set is exported as one file, imported at another function, and found by search and tag", async ({ page, createFunction }) => {
  const [name, other] = [await createFunction(), await createFunction()];
  const events = Array.from({ length: 8 }, (_, index) => ({ name: `event ${index}`, event: { index }, ...(index % 2 === 0 ? { tags: ["even"] } : {}) }));
  const file = { name: "set.json", mimeType: "application/json", buffer: Buffer.from(JSON.stringify({ format: "warmstart-test-events", version: 1, events })) };
  await page.goto(functionPage(name, "/test"));
  const menu = page.getByRole("button", { name: "Import and export" });
  await menu.click();
  await page.getByRole("menuitem", { name: "Import…" }).click();
  await page.getByLabel("Files to import").setInputFiles([file, { name: "single.json", mimeType: "application/json", buffer: Buffer.from("[1, 2]") }, { name: "broken.json", mimeType: "application/json", buffer: Buffer.from("{") }]);
  await expect(page.getByRole("alert").getByText(/broken\.json is not JSON/)).toBeVisible();
  await page.getByRole("button", { name: "Import 9 events" }).click();
  await expect(page.getByText("Imported 9 events: 9 new.")).toBeVisible();

  await menu.click();
  const download = page.waitForEvent("download");
  await page.getByRole("menuitem", { name: /Export all/ }).click();
  const exported = await readFile(await (await download).path(), "utf8");
  expect(JSON.parse(exported).events).toHaveLength(9);

  await page.goto(functionPage(other, "/test"));
  await menu.click();
  await page.getByRole("menuitem", { name: "Import…" }).click();
  await page.getByLabel("Files to import").setInputFiles([{ ...file, buffer: Buffer.from(exported) }]);
  await page.getByRole("button", { name: "Import 9 events" }).click();
  const list = page.getByRole("region", { name: "Saved events" });
  await expect(list.getByRole("listitem")).toHaveCount(9);
  await page.getByRole("searchbox", { name: "Search test events" }).fill("event 3");
  await expect(list.getByRole("listitem")).toHaveCount(1);
  await page.getByRole("searchbox", { name: "Search test events" }).fill("");
  await page.getByRole("combobox", { name: "Tag" }).selectOption("even");
  await expect(list.getByRole("listitem")).toHaveCount(4);
});
