import { expect, test } from "./fixtures";

test("the month so far opens its receipt, and so does a function's figure", async ({ page }) => {
  await page.goto("/local/cost");
  await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
  const figure = page.getByRole("button", { name: /receipt of/i });
  await expect(figure.first()).toBeVisible();
  await figure.first().click();
  const receipt = page.getByRole("dialog", { name: "Receipt" });
  await expect(receipt.getByText(/Requests/).first()).toBeVisible();
  await expect(receipt.getByText(/GB-s/).first()).toBeVisible();
  await expect(receipt.getByText(/Total/).first()).toBeVisible();
  await page.keyboard.press("Escape");
  await page.getByRole("row").filter({ hasText: "checkout" }).getByRole("button", { name: /receipt of/i }).click();
  await expect(receipt.getByText(/INIT/).first()).toBeVisible();
  await expect(receipt.getByText(/us-east-1|Price/i).first()).toBeVisible();
});
