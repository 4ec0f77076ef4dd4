import { expect, test } from "vitest";
import { isOwnLogStream } from "./own-log-stream";

test.each([
  ["2026/11/20/[$LATEST]6bc28136xmpl4365b0210ce6b2e64ab0", true],
  ["2026/11/20/checkout[$LATEST]6bc28136xmpl4365b0210ce6b2e64ab0", true],
  ["2026/11/20/checkout[12]6bc28136xmpl4365b0210ce6b2e64ab0", true],
  ["2026/11/20/checkout-eu[$LATEST]6bc28136xmpl4365b0210ce6b2e64ab0", false],
  ["2026/11/20/stock-sync[3]6bc28136xmpl4365b0210ce6b2e64ab0", false],
  ["someone-else", true],
])("%s is checkout's: %s", (logStream, own) => {
  expect(isOwnLogStream(logStream, "checkout")).toBe(own);
});
