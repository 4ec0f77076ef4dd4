import { expect, test } from "vitest";
import { decodeS3Key, encodeS3Key } from "./s3-key";

test.each([
  ["uploads/blue mug.png", "uploads/blue+mug.png"],
  ["a+b=c&d.txt", "a%2Bb%3Dc%26d.txt"],
  ["grüße/🚲 (1)!.jpg", "gr%C3%BC%C3%9Fe/%F0%9F%9A%B2+%281%29%21.jpg"],
  ["100%", "100%25"],
  ["", ""],
])("%s", (key, encoded) => {
  expect(encodeS3Key(key)).toBe(encoded);
  expect(decodeS3Key(encoded)).toBe(key);
});

test("a sign of percent alone is no encoding", () => {
  expect(decodeS3Key("100%")).toBeUndefined();
});
