import { expect, test } from "vitest";
import { rollBackVersion, targetInWords, trafficShares, versionOfWords } from "./traffic-shares";

test.each([
  [{ version: "3" }, [{ version: "3", share: 1 }], "3"],
  [{ version: "$LATEST" }, [{ version: "$LATEST", share: 1 }], "$LATEST"],
  [{ version: "3", additional: { version: "4", weight: 0.9 } }, [{ version: "3", share: 0.1 }, { version: "4", share: 0.9 }], "10 % 3 + 90 % 4"],
  [{ version: "3", additional: { version: "4", weight: 0.005 } }, [{ version: "3", share: 0.995 }, { version: "4", share: 0.005 }], "99.5 % 3 + 0.5 % 4"],
])("shares of %j", (target, shares, words) => {
  expect(trafficShares(target)).toEqual(shares);
  expect(targetInWords(target)).toBe(words);
  expect(versionOfWords(words)).toBe(target.version);
});

test.each([
  [{ version: "3", additional: { version: "4", weight: 0.1 } }, "3"],
  [{ version: "4", previousVersion: "3" }, "3"],
  [{ version: "4", previousVersion: "4" }, undefined],
  [{ version: "4" }, undefined],
])("rolls %j back to %s", (alias, expected) => {
  expect(rollBackVersion(alias)).toBe(expected);
});

test.each(["", "prod", "3 and 4"])("finds no version in %j", (words) => expect(versionOfWords(words)).toBeUndefined());
