import { expect, test } from "vitest";
import { utf8Text } from "./utf8-text.ts";

test.each(["", "plain", "zwölf 🍕", "x".repeat(70_000), `${"x".repeat(70_000)}ö🍕`])("text number %# is what toString gives", (text) => {
  expect(utf8Text(Buffer.from(text))).toBe(text);
});
