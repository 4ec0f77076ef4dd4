import { expect, test } from "vitest";
import { findLinkProblem, findNameProblem, isSpecialFile, isSymbolicLink } from "./entry-problem";

test.each([
  ["index.js", undefined],
  ["node_modules/a/..b/c.js", undefined],
  ["folder/", undefined],
  ["../evil.js", "“../evil.js” climbs out of the package: remove the entry ../evil.js from the archive."],
  ["a/../../evil.js", "“a/../../evil.js” climbs out of the package: remove the entry a/../../evil.js from the archive."],
  ["/etc/passwd", "“/etc/passwd” is an absolute path and would be written outside the package."],
  ["C:/windows/x", "“C:/windows/x” is an absolute path and would be written outside the package."],
  ["a\\b.js", "“a\\b.js” has a backslash in its name: make the zip with / between folders."],
  ["", "An entry has no proper name."],
  ["a\0b", "An entry has no proper name."],
])("name %j", (name, problem) => expect(findNameProblem(name)).toBe(problem));

test.each([
  ["bin/tool", "../lib/tool.js", true],
  ["bin/tool", "./tool.js", true],
  ["a/b/c", "../../d", true],
  ["tool", "..", false],
  ["bin/tool", "../../etc/passwd", false],
  ["bin/tool", "/etc/passwd", false],
  ["bin/tool", "a/../../../x", false],
  ["bin/tool", "", false],
])("link %s to %s", (name, target, fine) => expect(findLinkProblem(name, target) === undefined).toBe(fine));

test.each([
  [0o120777, true, false],
  [0o100644, false, false],
  [0o040755, false, false],
  [0, false, false],
  [0o020666, false, true],
  [0o010644, false, true],
])("mode %o", (mode, link, special) => {
  expect(isSymbolicLink(mode)).toBe(link);
  expect(isSpecialFile(mode)).toBe(special);
});
