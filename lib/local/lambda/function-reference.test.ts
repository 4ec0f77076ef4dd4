import { describe, expect, it } from "vitest";
import { parseFunctionReference, READ_NAME, WRITE_NAME } from "./function-reference.ts";

const ARN = "arn:aws:lambda:us-east-1:000000000000:function:checkout";

describe("parseFunctionReference", () => {
  it.each([
    ["checkout", { functionName: "checkout" }],
    [ARN, { functionName: "checkout" }],
    ["000000000000:function:checkout", { functionName: "checkout" }],
    ["function:checkout", { functionName: "checkout" }],
    ["checkout:$LATEST", { functionName: "checkout", qualifier: "$LATEST" }],
    [`${ARN}:prod`, { functionName: "checkout", qualifier: "prod" }],
    ["arn:aws:lambda:us-east-1:000000000000:function", { functionName: "function" }],
  ])("reads %s", (text, expected) => {
    expect(parseFunctionReference("us-east-1", text, READ_NAME)).toEqual(expected);
  });

  it("refuses what names another region, account or qualifier", () => {
    expect(() => parseFunctionReference("eu-west-1", ARN, READ_NAME)).toThrow(
      "Functions from 'us-east-1' are not reachable in this region ('eu-west-1')",
    );
    expect(() => parseFunctionReference("us-east-1", ARN.replace("000000000000", "123456789012"), READ_NAME)).toThrow(
      expect.objectContaining({ errorType: "AccessDeniedException", status: 403 }),
    );
    expect(() => parseFunctionReference("us-east-1", `${ARN}:1`, READ_NAME, "2")).toThrow(
      "The derived qualifier from the function name does not match the specified qualifier.",
    );
  });

  it.each(["*", "my-function!", `${ARN}:1:2`, `${ARN}:$latest!`, "arn:aws:ec2:us-east-1:000000000000:instance:i-1"])(
    "refuses %s by its pattern",
    (text) => {
      expect(() => parseFunctionReference("us-east-1", text, READ_NAME)).toThrow(
        expect.objectContaining({
          errorType: "ValidationException",
          message: expect.stringContaining("1 validation error detected: Value '"),
        }),
      );
    },
  );

  it("measures the whole text", () => {
    expect(() => parseFunctionReference("us-east-1", `${ARN}${"a".repeat(100)}`, WRITE_NAME)).toThrow(
      "Member must have length less than or equal to 140",
    );
  });
});
