import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { describeFunction, listFunctions } from "./service";

/** An account whose policy allows ListFunctions and GetFunctionConfiguration, and nothing else. */
const FUNCTIONS = Array.from({ length: 20 }, (_, index) => ({
  FunctionName: `careful-${index}`,
  FunctionArn: `arn:aws:lambda:us-east-1:123456789012:function:careful-${index}`,
  LastModified: "2026-11-20T12:00:00.000+0000",
  Timeout: 3,
}));

let server: Server;
const asked = new Map<string, number>();

beforeAll(async () => {
  server = createServer((request, response) => {
    const [operation, body] = answerTo(request.url ?? "");
    asked.set(operation, (asked.get(operation) ?? 0) + 1);
    const denied = { message: `User: arn:aws:iam::123456789012:user/anna is not authorized to perform: lambda:${operation} on resource: arn:aws:lambda:us-east-1:123456789012:function:x` };
    response.writeHead(body ? 200 : 403, { "content-type": "application/json", ...(body ? {} : { "x-amzn-errortype": "AccessDeniedException" }) });
    response.end(JSON.stringify(body ?? denied));
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  Object.assign(process.env, {
    DATABASE_URL: "file:/nonexistent/unused.db",
    WARMSTART_DATA_DIR: "/nonexistent",
    WARMSTART_LOCAL_ENDPOINT: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    WARMSTART_LOCAL_ACCESS_KEY_ID: "AKIALOCAL",
    WARMSTART_LOCAL_SECRET_ACCESS_KEY: "local-secret",
  });
});
afterAll(() => {
  server.closeAllConnections();
  server.close();
});

function answerTo(url: string): [operation: string, body?: object] {
  const { pathname } = new URL(url, "http://localhost");
  if (pathname.includes("/tags/")) return ["ListTags"];
  if (pathname.includes("/account-settings")) return ["GetAccountSettings"];
  if (pathname.endsWith("/concurrency")) return ["GetFunctionConcurrency"];
  if (pathname.endsWith("/configuration")) {
    const name = pathname.split("/").at(-2);
    return ["GetFunctionConfiguration", { ...FUNCTIONS.find((row) => row.FunctionName === name), State: "Active" }];
  }
  return pathname.endsWith("/functions/") || pathname.endsWith("/functions") ? ["ListFunctions", { Functions: FUNCTIONS }] : ["GetFunction"];
}

test("what is refused is asked a few times, told once, and the rest is there", async () => {
  const list = await vi.waitFor(async () => {
    const answer = await listFunctions("local", ["us-east-1"]);
    expect(answer.detailsPending).toBe(0);
    return answer;
  }, 10_000);
  expect(list.functions).toHaveLength(20);
  expect(list.functions.every(({ state, tags }) => state === "Active" && tags === undefined)).toBe(true);
  expect(list.problems.map(({ iamAction }) => iamAction).sort()).toEqual(["lambda:GetFunctionConcurrency", "lambda:ListTags"]);
  // Eight reads run side by side, so that a few more than three may be on their way when the third is refused.
  for (const operation of ["GetFunction", "ListTags", "GetFunctionConcurrency"]) expect(asked.get(operation)).toBeLessThanOrEqual(10);
  expect(asked.get("GetFunctionConfiguration")).toBe(20);
});

test("the function's page says what is missing beside what is there", async () => {
  const detail = await describeFunction("local", "us-east-1", "careful-3");
  expect(detail).toMatchObject({ name: "careful-3", state: "Active", timeoutSeconds: 3 });
  expect(detail.problems.map(({ iamAction }) => iamAction).sort()).toEqual(["lambda:GetAccountSettings", "lambda:GetFunctionConcurrency", "lambda:ListTags"]);
});
