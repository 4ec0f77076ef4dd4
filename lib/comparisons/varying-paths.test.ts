import { expect, test } from "vitest";
import { varyingPaths } from "./varying-paths";

test.each([
  [[], []],
  [['{"id":1}'], []],
  [['{"id":1,"total":9}', '{"id":2,"total":9}'], ["$.id"]],
  [['{"id":1,"at":"a"}', '{"id":2,"at":"a"}', '{"id":3,"at":"b"}'], ["$.id", "$.at"]],
  [['{"items":[{"id":1,"n":1}]}', '{"items":[{"id":2,"n":1}]}'], ["$.items[0].id"]],
  [["1", "2"], []],
  [["plain", "text"], []],
])("%j", (responses, paths) => {
  expect(varyingPaths(responses)).toEqual(paths);
});
