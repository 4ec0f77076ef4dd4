import { expect, openListWith, test } from "./fixtures";

test("find, test and edit a function without a mouse", async ({ page, createFunction }) => {
  const name = await createFunction();
  await openListWith(page, name);
  await expect(page.getByRole("link", { name: "checkout", exact: true })).toBeVisible();
  await page.keyboard.press("/");
  await expect(page.getByRole("searchbox", { name: "Search functions" })).toBeFocused();
  await page.keyboard.type(name);
  const link = page.getByRole("link", { name, exact: true });
  await expect(link).toBeVisible();
  await page.keyboard.press("Tab");
  while (!(await link.evaluate((element) => element === document.activeElement))) await page.keyboard.press("Tab");
  await page.keyboard.press("Enter");
  await expect(page.getByRole("heading", { level: 1, name })).toBeVisible();

  await page.keyboard.press("t");
  await expect(page).toHaveURL(/\/test/);
  const editor = page.getByRole("textbox", { name: "Event JSON" });
  await expect(editor).toBeVisible();
  await editor.focus();
  await page.keyboard.press("ControlOrMeta+Enter");
  await expect(page.getByRole("region", { name: "Result" }).getByText("succeeded", { exact: true })).toBeVisible();

  await page.getByRole("link", { name: "Configuration" }).focus();
  await page.keyboard.press("e");
  await expect(page).toHaveURL(/\/configuration/);
  await page.getByRole("textbox", { name: "Description" }).focus();
  await page.keyboard.type("edited by keyboard");
  await page.keyboard.press("Enter");
  const review = page.getByRole("dialog", { name: "Review changes" });
  await expect(review).toBeVisible();
  await review.getByRole("button", { name: "Save" }).focus();
  await page.keyboard.press("Enter");
  await expect(page.getByText("Configuration saved")).toBeVisible();
  await page.getByRole("heading", { level: 1 }).click();
  await page.keyboard.press("?");
  await expect(page.getByRole("dialog", { name: "Keyboard" })).toBeVisible();
});
