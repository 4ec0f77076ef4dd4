import { expect, test } from "vitest";
import { readArguments, UsageError } from "./arguments.mjs";

test("defaults, and where Warmstart is looked for", () => {
  const bare = { help: false, suite: "smoke", connection: "local", failedOnly: false, url: "http://127.0.0.1:3000" };
  expect(readArguments(["--suite", "smoke"], {})).toEqual(bare);
  expect(readArguments(["--suite", "smoke"], { PORT: "4000" })).toMatchObject({ url: "http://127.0.0.1:4000" });
  expect(readArguments(["--suite", "smoke"], { PORT: "4000", WARMSTART_URL: "http://localhost:5000/" })).toMatchObject({ url: "http://localhost:5000" });
  expect(readArguments(["--suite", "smoke", "--url", "http://localhost:6000"], { WARMSTART_URL: "http://x" })).toMatchObject({ url: "http://localhost:6000" });
});

test("everything", () => {
  const args = ["--suite=my suite", "--connection", "prod", "--qualifier", "live", "--failed-only", "--concurrency", "20", "--junit", "a.xml", "--json", "a.json"];
  expect(readArguments(args, {})).toMatchObject({ suite: "my suite", connection: "prod", qualifier: "live", failedOnly: true, concurrency: 20, junit: "a.xml", json: "a.json" });
  expect(readArguments(["--help"], {})).toEqual({ help: true });
});

test.each([
  [[], /Say which suite/],
  [["--suite", "a", "--nope"], /--nope.*--help/],
  [["--suite", "a", "b"], /--help/],
  [["--suite"], /--help/],
  [["--suite", "a", "--concurrency", "0"], /whole number from 1 to 20/],
  [["--suite", "a", "--concurrency", "21"], /whole number from 1 to 20/],
  [["--suite", "a", "--url", "ftp://x"], /no address of a Warmstart/],
])("%j is refused in a sentence", (args, message) => {
  expect(() => readArguments(args, {})).toThrow(UsageError);
  expect(() => readArguments(args, {})).toThrow(message);
});
