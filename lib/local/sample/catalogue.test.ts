import { existsSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import { LOCAL_REGIONS } from "../../local-contract.ts";
import { sampleFunctionsDirectory } from "../assets.ts";
import { catalogue, SAMPLE_TAG } from "./catalogue.ts";
import { zipFolder } from "./function-package.ts";
import { historyModels } from "./history/models.ts";
import { referenceKey } from "./sample-function.ts";

it("names each function once, over both regions of the contract", () => {
  const keys = catalogue.map(referenceKey);
  expect(new Set(keys).size).toBe(keys.length);
  expect(new Set(catalogue.map((sample) => sample.region))).toEqual(new Set(LOCAL_REGIONS));
});

it("tags every function as the shop's and gives it an event that the traffic can send", () => {
  for (const sample of catalogue) {
    expect(sample.tags[SAMPLE_TAG.key], sample.functionName).toBe(SAMPLE_TAG.value);
    expect(sample.events.some((event) => event.weight > 0), sample.functionName).toBe(true);
  }
});

it("has the sources of every handler", () => {
  for (const { source, handler, runtime } of catalogue) {
    const file = handler.replace(".handler", runtime.startsWith("nodejs") ? ".mjs" : ".py");
    expect(existsSync(join(sampleFunctionsDirectory, source, file)), `${source}/${file}`).toBe(true);
  }
});

it("can simulate every function", () => {
  expect(historyModels(catalogue).map(referenceKey)).toEqual(catalogue.map(referenceKey));
});

it("packs the same sources into the same bytes", async () => {
  const folder = join(sampleFunctionsDirectory, "checkout");
  const [first, second] = await Promise.all([zipFolder(folder), zipFolder(folder)]);
  expect(first.subarray(0, 2).toString()).toBe("PK");
  expect(first.equals(second)).toBe(true);
});
