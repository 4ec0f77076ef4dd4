import { expect, functionPage, openListWith, test } from "./fixtures";

test("the first page lists the shop's functions over two regions, live", async ({ page }) => {
  await page.goto("/");
  await expect(page).toHaveURL(/\/local\/functions/);
  const table = page.getByRole("region", { name: "Functions" });
  for (const name of ["list-products", "checkout", "stock-sync"]) await expect(table.getByRole("link", { name, exact: true }).first()).toBeVisible();
  await expect(table.getByText("eu-west-1", { exact: true }).first()).toBeVisible();
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
  await page.getByRole("button", { name: "Filter by Runtime" }).click();
  await page.getByRole("menuitemcheckbox", { name: "python3.13" }).click();
  await page.keyboard.press("Escape");
  await expect(table.getByRole("link", { name: "checkout", exact: true })).toBeHidden();
  await expect(table.getByRole("link", { name: "resize-image", exact: true })).toBeVisible();
  await page.getByRole("button", { name: "Filter by Region" }).click();
  await page.getByRole("menuitemcheckbox", { name: "eu-west-1" }).click();
  await page.keyboard.press("Escape");
  await expect.poll(names).toEqual(["stock-sync"]);
  await page.getByRole("button", { name: "Remove filter python3.13" }).click();
  await expect(table.getByRole("link", { name: "nightly-report", exact: true })).toBeVisible();
  await expect(table.getByRole("link", { name: "checkout", exact: true })).toBeHidden();
});

test("a finding in the sentence shows its functions", async ({ page }) => {
  await page.goto("/local/functions");
  const names = () => page.getByRole("region", { name: "Functions" }).getByRole("row").getByRole("link").allTextContents();
  await page.getByRole("button", { name: "1 runs on a runtime past its end of support" }).click();
  await expect.poll(names).toEqual(["legacy-invoice"]);
  await expect(page).toHaveURL(/show=ended/);
  await page.getByRole("button", { name: "Clear" }).click();
  await expect.poll(async () => (await names()).length).toBeGreaterThan(1);
});

test("typing letter by letter loses none", async ({ page }) => {
  await page.goto("/local/functions");
  const search = page.getByRole("searchbox", { name: "Search functions" });
  await search.pressSequentially("resize image", { delay: 15 });
  await expect(search).toHaveValue("resize image");
  await expect(page).toHaveURL(/q=resize\+image/);
  await expect(search).toHaveValue("resize image");
});

test("the table fits the window, and at 390 px only itself scrolls sideways", async ({ page }) => {
  await page.goto("/local/functions");
  const table = page.getByRole("region", { name: "Functions" });
  await expect(table.getByRole("link", { name: "checkout", exact: true })).toBeVisible();
  const overflow = () => table.evaluate((element) => element.scrollWidth - element.clientWidth);
  expect(await overflow()).toBe(0);
  await page.setViewportSize({ width: 390, height: 844 });
  await expect.poll(overflow).toBeGreaterThan(0);
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(390);
});

test("a list that AWS does not allow says which permission is missing", async ({ page }) => {
  const denied = { error: { code: "access_denied", message: "AWS does not allow lambda:ListFunctions.", iamAction: "lambda:ListFunctions" } };
  await page.route("**/api/local/functions", (route) => route.fulfill({ status: 403, json: denied }));
  await page.goto("/local/functions");
  await expect(page.getByText("The functions could not be read")).toBeVisible();
  await expect(page.getByText("Missing permission: lambda:ListFunctions")).toBeVisible();
  await page.unroute("**/api/local/functions");
  await page.getByRole("button", { name: "Try again" }).click();
  await expect(page.getByRole("link", { name: "checkout", exact: true })).toBeVisible();
});

test("ten thousand functions keep few rows in the document and are all reachable", async ({ page }) => {
  const summary = { region: "us-east-1", description: "", runtime: "nodejs24.x", packageType: "Zip", architecture: "arm64", memoryMb: 128, timeoutSeconds: 3, ephemeralStorageMb: 512, codeSizeBytes: 1, lastModifiedMs: 0 };
  const functions = Array.from({ length: 10_000 }, (_, index) => ({ ...summary, name: `fn-${String(index).padStart(5, "0")}` }));
  await page.route("**/api/local/functions", (route) => route.fulfill({ json: { functions, problems: [], detailsPending: 0, loadedAtMs: 0 } }));
  let asked = 0;
  await page.route("**/api/local/functions/metrics?*", (route) => {
    asked += 1;
    return route.fulfill({ json: { window: { startMs: 0, endMs: 60_000, periodSeconds: 60, provisionalFromMs: 0 }, rows: [], problems: [], loadedAtMs: 0 } });
  });
  await page.goto("/local/functions");
  const table = page.getByRole("region", { name: "Functions" });
  await expect(table.getByRole("link", { name: "fn-00000" })).toBeVisible();
  await table.evaluate((element) => element.scrollTo({ top: element.scrollHeight }));
  await expect(table.getByRole("link", { name: "fn-09999" })).toBeVisible();
  expect(await table.getByRole("row").count()).toBeLessThan(200);
  expect(asked).toBeLessThan(20);
});

test("the palette goes to any function", async ({ page, createFunction }) => {
  const name = await createFunction();
  await openListWith(page, name);
  await page.keyboard.press("ControlOrMeta+k");
  await page.getByRole("combobox", { name: "Go to a function or page" }).fill(name);
  await expect(page.getByRole("option", { name })).toBeVisible();
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL(new RegExp(functionPage(name)));
  await expect(page.getByRole("heading", { level: 1, name })).toBeVisible();
});

test("the palette forgives a slip, opens a function's page and acts", async ({ page }) => {
  await page.goto("/local/functions");
  await expect(page.getByRole("link", { name: "checkout", exact: true })).toBeVisible();
  const typed = page.getByRole("combobox", { name: "Go to a function or page" });
  await page.keyboard.press("ControlOrMeta+k");
  await typed.fill("chekout");
  await expect(page.getByRole("option", { name: /^checkout/ }).first()).toBeVisible();
  await typed.fill("checkout environment");
  await expect(page.getByRole("option").first()).toHaveText(/checkout · Environment/);
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL(/\/checkout\/environment/);
  await page.keyboard.press("ControlOrMeta+k");
  await typed.fill("toggle theme");
  await page.keyboard.press("Enter");
  await expect(page.locator("html")).toHaveAttribute("data-theme", "dark");
  await page.keyboard.press("ControlOrMeta+k");
  await typed.fill("pause traffic");
  await page.keyboard.press("Enter");
  await page.getByRole("button", { name: "Resume" }).click();
  await expect(page.getByRole("button", { name: "Pause" })).toBeVisible();
});

test("a function made by another client is there after a refresh, and soon without one", async ({ page, createFunction }) => {
  await page.goto("/local/functions");
  const table = page.getByRole("region", { name: "Functions" });
  await expect(table.getByRole("link", { name: "checkout", exact: true })).toBeVisible();
  const refreshed = await createFunction();
  const answer = page.waitForResponse((response) => response.url().endsWith("/api/local/functions"));
  await page.keyboard.press("r");
  const { functions } = (await (await answer).json()) as { functions: { name: string }[] };
  expect(functions.map(({ name }) => name)).toContain(refreshed);
  const later = await createFunction();
  await expect(table.getByRole("link", { name: later, exact: true })).toBeVisible({ timeout: 15_000 });
});

test("while another range is read, the figures of the one before are dimmed and marked", async ({ page }) => {
  await page.goto("/local/functions?range=1h");
  const table = page.getByRole("region", { name: "Functions" });
  await expect(table.getByRole("link", { name: "checkout", exact: true })).toBeVisible();
  await expect(table).toHaveAttribute("aria-busy", "false");
  let answer = () => {};
  const held = new Promise<void>((resolve) => {
    answer = resolve;
  });
  await page.route("**/api/local/functions/metrics?range=7d*", async (route) => {
    await held;
    await route.continue();
  });
  await page.getByRole("button", { name: "7 d" }).click();
  await expect(table).toHaveAttribute("aria-busy", "true");
  await expect(page.getByText("Reading the last 7 days…")).toBeVisible();
  answer();
  await expect(table).toHaveAttribute("aria-busy", "false");
});

test("a function that is not there says so and offers the list", async ({ page }) => {
  await page.goto(functionPage("no-such-function"));
  await expect(page.getByText("There is no function no-such-function in us-east-1")).toBeVisible();
  await page.getByRole("link", { name: "All functions" }).click();
  await expect(page).toHaveURL(/\/local\/functions/);
});
