import { expect, test } from "vitest";
import { changesOf, problemsOf, reviewOf, type SettingEdits, withEdit } from "./settings-edits";

const BASE = { memoryMb: 128, description: "", reservedConcurrency: null, layers: null, logFormat: "Text", applicationLogLevel: null, systemLogLevel: null, "tag:team": "shop", "tag:empty": "" };

test.each<[string, SettingEdits, object]>([
  ["a number", { memoryMb: "256" }, { memoryMb: 256 }],
  ["the same number in another form", { memoryMb: " 128 " }, {}],
  ["none becomes a value", { reservedConcurrency: "0" }, { reservedConcurrency: 0 }],
  ["a tag goes", { "tag:team": null }, { "tag:team": null }],
  ["a new empty tag", { "tag:new": "" }, { "tag:new": "" }],
  ["a tag that was never there goes", { "tag:none": null }, {}],
])("%s", (_name, edits, changes) => {
  expect(changesOf(BASE, edits)).toEqual(changes);
});

test.each<[string, string, string | null, SettingEdits]>([
  ["typing a value", "memoryMb", "256", { memoryMb: "256" }],
  ["typing what was there", "memoryMb", "128", {}],
  ["typing nothing where nothing was", "reservedConcurrency", "", {}],
  ["a new tag without a value", "tag:new", "", { "tag:new": "" }],
  ["keeping a tag again", "tag:team", "shop", {}],
  ["taking away", "tag:team", null, { "tag:team": null }],
  ["taking away what is not there", "provisioned:prod", null, {}],
])("%s", (_name, field, text, edits) => {
  expect(withEdit(BASE, {}, field, text)).toEqual(edits);
});

test("only what was changed is judged", () => {
  expect(problemsOf({ ...BASE, memoryMb: 64, subnetIds: "subnet-1", securityGroupIds: null }, { description: "x" })).toEqual({});
  expect(problemsOf(BASE, { reservedConcurrency: "901" })).toEqual({});
  expect(Object.keys(problemsOf(BASE, { reservedConcurrency: "901" }, 1_000))).toEqual(["reservedConcurrency"]);
  expect(problemsOf({ ...BASE, reservedConcurrency: 950 }, { description: "x" }, 1_000)).toEqual({});
  expect(problemsOf(BASE, { memoryMb: "64" })).toEqual({ memoryMb: "Memory must be between 128 and 10,240 MB." });
  expect(problemsOf({ ...BASE, subnetIds: null, securityGroupIds: null }, { subnetIds: "subnet-0a1b2c3d" })).toEqual({ securityGroupIds: "Subnets need at least one security group." });
});

test("the review has what AWS changes along", () => {
  expect(reviewOf(BASE, { logFormat: "JSON" }).map(({ field, after }) => [field, after])).toEqual([["logFormat", "JSON"], ["applicationLogLevel", "INFO"], ["systemLogLevel", "INFO"]]);
});
