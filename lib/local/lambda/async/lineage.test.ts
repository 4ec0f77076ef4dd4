import { expect, it } from "vitest";
import { isRecursive, lineageAfter } from "./lineage.ts";

const arn = (name: string) => `arn:aws:lambda:us-east-1:000000000000:function:${name}`;

it("stops the sixteenth run of one function, whatever its version, and no other function", () => {
  let traceId: string | undefined = "Root=1-5759e988-bd862e3fe1be46a994272793;Sampled=1";
  for (let run = 0; run < 16; run += 1) {
    expect(isRecursive(traceId, arn("loop"))).toBe(false);
    traceId = lineageAfter(traceId, arn(run % 2 === 0 ? "loop" : "loop:prod"));
  }
  expect(isRecursive(traceId, arn("loop"))).toBe(true);
  expect(isRecursive(traceId, arn("other"))).toBe(false);
  expect(traceId).toMatch(/^Root=1-5759e988-bd862e3fe1be46a994272793;Sampled=1;Lineage=[0-9a-f]{8}:16$/);
});

it("counts two functions that call each other", () => {
  const traceId = lineageAfter(lineageAfter(undefined, arn("a")), arn("b"));
  expect(traceId).toMatch(/^Root=1-[0-9a-f]{8}-[0-9a-f]{24};Sampled=0;Lineage=[0-9a-f]{8}:1\|[0-9a-f]{8}:1$/);
});
