import { expect, test } from "vitest";
import { redact } from "./redact";

test("values that were sent do not come back, the longest first", () => {
  const message = "Value sk_live_12345 and sk_live_1 refused";
  expect(redact(message, ["sk_live_1", "sk_live_12345", "a"])).toBe("Value ••• and ••• refused");
});

test.each([
  [
    "1 validation error detected: Value '{DB_PASSWORD=hunter2, A=b}' at 'environment.variables' failed to satisfy constraint",
    "hunter2",
  ],
  ["The request signed by AKIAIOSFODNN7EXAMPLE was refused", "IOSFODNN7EXAMPLE"],
  ["Authorization header Credential=x, Signature=deadbeef01 is wrong", "deadbeef01"],
  ["X-Amz-Security-Token: FwoGZXIvYXdzEBYaD is expired", "FwoGZXIvYXdzEBYaD"],
  ["connect to https://user:pass@proxy.internal failed", "user:pass"],
])("%s", (message, secret) => {
  expect(redact(message)).not.toContain(secret);
  expect(redact(message)).toContain("•••");
});

test("a sentence without secrets stays as it is", () => {
  const message = "Function not found: arn:aws:lambda:us-east-1:123456789012:function:checkout";
  expect(redact(message, ["checkout-secret"])).toBe(message);
});
