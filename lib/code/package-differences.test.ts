import { expect, test } from "vitest";
import { comparePackageFiles } from "./package-differences";

const file = (path: string, sizeBytes = 1, crc32 = 1) => ({ path, sizeBytes, crc32 });

test("what differs comes first", () => {
  const left = [file("lib/"), file("a.js"), file("b.js"), file("gone.js", 5), file("size.js", 2)];
  const right = [file("a.js"), file("b.js", 1, 2), file("new.js", 7), file("size.js", 3)];
  expect(comparePackageFiles(left, right)).toEqual([
    { path: "b.js", state: "different", leftBytes: 1, rightBytes: 1 },
    { path: "gone.js", state: "left_only", leftBytes: 5, rightBytes: undefined },
    { path: "new.js", state: "right_only", leftBytes: undefined, rightBytes: 7 },
    { path: "size.js", state: "different", leftBytes: 2, rightBytes: 3 },
    { path: "a.js", state: "same", leftBytes: 1, rightBytes: 1 },
  ]);
});
