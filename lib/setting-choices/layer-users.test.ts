import { expect, test } from "vitest";
import { layerArnOf, layerVersionOf, otherUsers } from "./layer-users";

const arn = (name: string, version: number) => `arn:aws:lambda:us-east-1:000000000000:layer:${name}:${version}`;

test("a layer version names its layer and its number", () => {
  expect(layerArnOf(arn("tools", 12))).toBe("arn:aws:lambda:us-east-1:000000000000:layer:tools");
  expect(layerVersionOf(arn("tools", 12))).toBe("12");
});

test("other functions with any version of it, by name, and not the function itself", () => {
  const users = [
    { name: "zeta", layers: [arn("tools", 1)] },
    { name: "self", layers: [arn("tools", 2)] },
    { name: "alpha", layers: [arn("other", 1), arn("tools", 2)] },
    { name: "beta", layers: [arn("tools-2", 1)] },
  ];
  expect(otherUsers(arn("tools", 2), "self", users)).toEqual([
    { name: "alpha", version: "2" },
    { name: "zeta", version: "1" },
  ]);
});
