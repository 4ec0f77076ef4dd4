import { expect, functionPage, test } from "./fixtures";

test("the first page lists the shop's functions over two regions, live", async ({ page }) => {
  await page.goto("/");
  await expect(page).toHaveURL(/\/local\/functions/);
  const table = page.getByRole("region", { name: "Functions" });
  for (const name of ["list-products", "checkout", "stock-sync"]) await expect(table.getByRole("link", { name, exact: true })).toBeVisible();
  await expect(table.getByText("eu-west-1").first()).toBeVisible();
  await expect(table.getByText("python3.8 · ended")).toBeVisible();
});

test("search narrows, the address keeps it, clearing brings all back", async ({ page }) => {
  await page.goto("/local/functions");
  const table = page.getByRole("region", { name: "Functions" });
  await expect(table.getByRole("link", { name: "checkout", exact: true })).toBeVisible();
  await page.getByRole("searchbox", { name: "Search functions" }).fill("resize");
  await expect(table.getByRole("link", { name: "checkout", exact: true })).toBeHidden();
  await expect(page).toHaveURL(/q=resize/);
  await page.reload();
  await expect(table.getByRole("link", { name: "resize-image", exact: true })).toBeVisible();
  await expect(table.getByRole("link", { name: "checkout", exact: true })).toBeHidden();
  await page.getByRole("button", { name: "Clear" }).click();
  await expect(table.getByRole("link", { name: "checkout", exact: true })).toBeVisible();
});

test("a column sorts both ways and the filters combine", async ({ page }) => {
  await page.goto("/local/functions?range=7d");
  const table = page.getByRole("region", { name: "Functions" });
  const names = () => table.getByRole("row").getByRole("link").allTextContents();
  await page.getByRole("button", { name: "Function", exact: true }).click();
  await expect.poll(names).toEqual((await names()).toSorted());
  await page.getByRole("button", { name: "Function", exact: true }).click();
  await expect.poll(names).toEqual((await names()).toSorted().toReversed());
  await page.getByRole("button", { name: /^Runtime/ }).last().click();
  await page.getByRole("menuitemcheckbox", { name: "python3.13" }).click();
  await page.keyboard.press("Escape");
  await expect(table.getByRole("link", { name: "checkout", exact: true })).toBeHidden();
  await expect(table.getByRole("link", { name: "resize-image", exact: true })).toBeVisible();
});

test("the palette goes to any function", async ({ page, createFunction }) => {
  const name = await createFunction();
  await page.goto("/local/functions");
  await page.keyboard.press("ControlOrMeta+k");
  await page.getByRole("combobox", { name: "Go to a function or page" }).fill(name);
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL(new RegExp(functionPage(name)));
  await expect(page.getByRole("heading", { level: 1, name })).toBeVisible();
});

test("a function that is not there says so and offers the list", async ({ page }) => {
  await page.goto(functionPage("no-such-function"));
  await expect(page.getByText("There is no function no-such-function in us-east-1")).toBeVisible();
  await page.getByRole("link", { name: "All functions" }).click();
  await expect(page).toHaveURL(/\/local\/functions/);
});
