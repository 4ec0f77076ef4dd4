import { expect, test } from "vitest";
import { searchPalette } from "./palette-search";

const functions = ["checkout", "checkout-eu", "list-products", "stock-sync"].map((name) => ({ region: "us-east-1", name, description: `The shop's ${name}` }));
const functionPages = [
  { path: "", label: "Monitor", keywords: "metrics" },
  { path: "/test", label: "Test", keywords: "run invoke" },
  { path: "/environment", label: "Environment", keywords: "variables" },
];
const fixed = [
  { heading: "Pages", entries: [{ id: "cost", label: "Cost", target: "/local/cost" }] },
  { heading: "Actions", entries: [{ id: "theme", label: "Switch to the dark theme", keywords: "toggle", target: () => {} }] },
];
const current = { region: "us-east-1", name: "stock-sync" };
const source = { functions, functionPages, fixed, pathOf: ({ name }: { name: string }) => `/${name}` };
const targets = (typed: string, open = false) => searchPalette(typed, { ...source, ...(open ? { current } : {}) }).flatMap(({ entries }) => entries.map(({ target }) => target));

test.each([
  ["checkout", "/checkout"],
  ["chekout", "/checkout"],
  ["checkout environment", "/checkout/environment"],
  ["checkout env", "/checkout/environment"],
  ["env checkout", "/checkout/environment"],
  ["chekout enviroment", "/checkout/environment"],
  ["checkout test", "/checkout/test"],
  ["stock variables", "/stock-sync/environment"],
  ["cost", "/local/cost"],
  ["csot", "/local/cost"],
  ["eu", "/checkout-eu"],
  ["products us-east", "/list-products"],
])("“%s” offers %s first", (typed, target) => {
  expect(targets(typed)[0]).toBe(target);
});

test("an action is found by what it does", () => {
  expect(targets("toggle theme")).toEqual([fixed[1]?.entries[0]?.target]);
});

test("a page alone is the open function's", () => {
  expect(targets("environment", true)).toEqual(["/stock-sync/environment"]);
  expect(targets("environment")).toEqual([]);
});

test("nothing typed offers all, the open function's pages first", () => {
  expect(searchPalette("", { ...source, current }).map(({ heading }) => heading)).toEqual(["Pages of functions", "Functions", "Pages", "Actions"]);
  expect(targets("", true)[0]).toBe("/stock-sync");
  expect(targets("")[0]).toBe("/checkout");
});

test("what is nowhere offers nothing", () => {
  expect(searchPalette("zzzz", source)).toEqual([]);
});
