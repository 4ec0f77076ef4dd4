import { AxeBuilder } from "@axe-core/playwright";
import type { Page } from "@playwright/test";
import { expect, functionPage, test } from "./fixtures";

async function violationsOf(page: Page): Promise<string[]> {
  const { violations } = await new AxeBuilder({ page }).analyze();
  return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(" | ").slice(0, 400)}`);
}

const PAGES = [
  { name: "functions", path: "/local/functions?range=7d", ready: "link:checkout" },
  { name: "monitor", path: functionPage("checkout", "?range=7d"), ready: "heading:checkout" },
  { name: "test", path: functionPage("checkout", "/test"), ready: "textbox:Event JSON" },
  { name: "configuration", path: functionPage("checkout", "/configuration"), ready: "textbox:Description" },
  { name: "environment", path: functionPage("checkout", "/environment"), ready: "button:Review changes" },
  { name: "versions", path: functionPage("checkout", "/versions"), ready: "heading:checkout" },
  { name: "code", path: functionPage("checkout", "/code"), ready: "heading:checkout" },
  { name: "triggers", path: functionPage("checkout", "/triggers"), ready: "heading:checkout" },
  { name: "compare", path: functionPage("checkout", "/compare"), ready: "heading:checkout" },
  { name: "cost", path: "/local/cost", ready: "heading:" },
  { name: "tests", path: "/local/tests", ready: "heading:Tests" },
  { name: "activity", path: "/local/activity", ready: "heading:Activity" },
  { name: "layers", path: "/local/layers", ready: "heading:Layers" },
  { name: "variables", path: "/local/environment", ready: "heading:Variables" },
  { name: "no such page", path: "/local/functions/us-east-1/none/at/all", ready: "link:Go to the functions" },
] as const;

for (const colorScheme of ["light", "dark"] as const) {
  for (const { name, path, ready } of PAGES) {
    test(`axe finds nothing on ${name}, ${colorScheme}`, async ({ page }) => {
      await page.emulateMedia({ colorScheme, reducedMotion: "reduce" });
      await page.goto(path);
      const [role, label] = ready.split(":") as ["link" | "heading" | "textbox" | "button", string];
      await expect(page.getByRole(role, label ? { name: label } : {}).first()).toBeVisible();
      await expect(page.getByRole("status", { name: /Loading/ })).toHaveCount(0);
      expect(await violationsOf(page)).toEqual([]);
    });
  }
}

const OPENED = [
  { name: "a menu", path: functionPage("checkout", "/test"), open: (page: Page) => page.getByRole("button", { name: "More for card payment" }).click(), shown: "menu" },
  { name: "a dialog", path: functionPage("checkout", "/environment"), open: (page: Page) => page.getByRole("button", { name: "Paste .env" }).click(), shown: "dialog" },
  { name: "the palette", path: functionPage("checkout", "/environment"), open: (page: Page) => page.getByRole("button", { name: "Search functions and pages" }).click(), shown: "listbox" },
] as const;

for (const { name, path, open, shown } of OPENED) {
  test(`axe finds nothing with ${name} open`, async ({ page }) => {
    await page.emulateMedia({ reducedMotion: "reduce" });
    await page.goto(path);
    await expect(page.getByRole("status", { name: /Loading/ })).toHaveCount(0);
    await open(page);
    await expect(page.getByRole(shown)).toBeVisible();
    expect(await violationsOf(page)).toEqual([]);
  });
}

test("nothing overflows sideways at 390 pixels", async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 844 });
  for (const { path, ready } of PAGES) {
    await page.goto(path);
    const [role, label] = ready.split(":") as ["link" | "heading" | "textbox" | "button", string];
    await expect(page.getByRole(role, label ? { name: label } : {}).first()).toBeVisible();
    const overflow = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
    expect(overflow, path).toBeLessThanOrEqual(0);
  }
});
