import { mkdtempSync, rmSync, symlinkSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, test } from "vitest";
import { createHostPaths } from "./host-paths.ts";

const paths = createHostPaths([
  { host: "/home/me/code/ab", aws: "/var/task" },
  { host: "/opt/region/runtime", aws: "/var/runtime" },
  { host: "/home/me", aws: "/elsewhere" },
]);
const scratch = mkdtempSync(join(tmpdir(), "host-paths-"));
afterAll(() => rmSync(scratch, { recursive: true }));

test.each([
  ["a frame of Node.js", "    at handler (file:///home/me/code/ab/index.mjs:3:9)\n", "    at handler (file:///var/task/index.mjs:3:9)\n"],
  ["a frame of the runtime", "    at run (/opt/region/runtime/bootstrap.cjs:9:1)\n", "    at run (/var/runtime/bootstrap.cjs:9:1)\n"],
  ["a frame of Python", '  File "/home/me/code/ab/app.py", line 4, in handler\n', '  File "/var/task/app.py", line 4, in handler\n'],
  ["the place of an uncaught error", "file:///home/me/code/ab/index.mjs:3\n", "file:///var/task/index.mjs:3\n"],
  ["an error line of Node.js", '…\tERROR\tInvoke Error \t{"errorType":"Error","path":"/home/me/code/ab/x"}\n', '…\tERROR\tInvoke Error \t{"errorType":"Error","path":"/var/task/x"}\n'],
  ["an error line of Python", "[ERROR] ImportError: no x (/home/me/code/ab/y.py)\n", "[ERROR] ImportError: no x (/var/task/y.py)\n"],
  ["a path that the function prints", "looking at /home/me/code/ab/data.json\n", "looking at /home/me/code/ab/data.json\n"],
  ["an error of another folder", "    at handler (/srv/app.js:3:9)\n", "    at handler (/srv/app.js:3:9)\n"],
])("%s", (_case, message, shown) => expect(paths.inLogEvent(message)).toBe(shown));

test("an error document is changed throughout, and only when it must be", () => {
  const document = Buffer.from('{"errorMessage":"ENOENT: open \'/home/me/code/ab/a\'","trace":["at f (/home/me/code/ab/b.js:1:2)"]}');
  expect(JSON.parse(paths.inErrorDocument(document).toString())).toEqual({
    errorMessage: "ENOENT: open '/var/task/a'",
    trace: ["at f (/var/task/b.js:1:2)"],
  });
  const untouched = Buffer.from("{}");
  expect(paths.inErrorDocument(untouched)).toBe(untouched);
});

test("a folder behind a link and with a space is found under both names", () => {
  const folder = mkdtempSync(join(scratch, "with space-"));
  const link = join(scratch, "link");
  symlinkSync(folder, link);
  const { inLogEvent } = createHostPaths([{ host: link, aws: "/var/task" }]);
  expect(inLogEvent(`    at ${link}/a.js:1:2`)).toBe("    at /var/task/a.js:1:2");
  expect(inLogEvent(`    at ${folder}/a.js:1:2`)).toBe("    at /var/task/a.js:1:2");
  expect(inLogEvent(`    at file://${folder.replaceAll(" ", "%20")}/a.js:1:2`)).toBe("    at file:///var/task/a.js:1:2");
});
