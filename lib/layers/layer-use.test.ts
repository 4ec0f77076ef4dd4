import { expect, test } from "vitest";
import { joinLayers, outdatedUses } from "./layer-use";

const OWN = "arn:aws:lambda:us-east-1:000000000000:layer:shared";
const FOREIGN = "arn:aws:lambda:us-east-1:580247275435:layer:LambdaInsightsExtension";
const version = (number: number) => ({ version: number, description: `release ${number}`, createdMs: number, runtimes: ["nodejs22.x"], architectures: [] });
const own = [{ name: "shared", arn: OWN, versions: [version(1), version(3)] }];

test("joins layers with their users, other accounts' and deleted versions too", () => {
  const layers = joinLayers("us-east-1", own, [
    { name: "checkout", layers: [`${OWN}:1`, `${FOREIGN}:21`] },
    { name: "report", layers: [`${OWN}:2`] },
    { name: "plain", layers: [] },
    { name: "odd", layers: ["no arn"] },
  ]);
  expect(layers.map(({ name, foreignAccount }) => [name, foreignAccount])).toEqual([["LambdaInsightsExtension", "580247275435"], ["shared", undefined]]);
  expect(layers[1]?.versions.map(({ version, deleted, usedBy }) => [version, deleted, usedBy])).toEqual([[3, false, []], [2, true, ["report"]], [1, false, ["checkout"]]]);
});

test("finds who is behind, of the account's own layers only", () => {
  const [foreign, shared] = joinLayers("us-east-1", own, [{ name: "checkout", layers: [`${OWN}:1`, `${FOREIGN}:21`] }, { name: "new", layers: [`${OWN}:3`] }]);
  expect(shared && outdatedUses(shared)).toEqual([{ functionName: "checkout", version: 1, newest: 3 }]);
  expect(foreign && outdatedUses(foreign)).toEqual([]);
});
