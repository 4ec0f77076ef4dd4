import { AxeBuilder } from "@axe-core/playwright";
import { expect, functionPage, test } from "./fixtures";

const PAGES = [
  { name: "functions", path: "/local/functions?range=7d", ready: "link:checkout" },
  { name: "monitor", path: functionPage("checkout", "?range=7d"), ready: "heading:checkout" },
  { name: "test", path: functionPage("checkout", "/test"), ready: "textbox:Event JSON" },
  { name: "configuration", path: functionPage("checkout", "/configuration"), ready: "textbox:Description" },
  { name: "environment", path: functionPage("checkout", "/environment"), ready: "button:Review changes" },
  { name: "cost", path: "/local/cost", ready: "heading:" },
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
      const { violations } = await new AxeBuilder({ page }).analyze();
      expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(" | ").slice(0, 400)}`)).toEqual([]);
    });
  }
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
