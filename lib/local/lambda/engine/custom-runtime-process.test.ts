import { chmodSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { answerOf, createHarness } from "./engine-harness.ts";

const RUNTIME = `#!${process.execPath}
const http = require("node:http");
const base = "http://" + process.env.AWS_LAMBDA_RUNTIME_API + "/2018-06-01/runtime/invocation/";
const call = (method, path, body) =>
  new Promise((resolve) => {
    const request = http.request(base + path, { method }, async (response) => {
      let text = "";
      for await (const chunk of response) text += chunk;
      resolve({ id: response.headers["lambda-runtime-aws-request-id"], text });
    });
    request.end(body);
  });
(async () => {
  for (;;) {
    const { id, text } = await call("GET", "next");
    console.log("working");
    const { _HANDLER: handler, AWS_EXECUTION_ENV: execution } = process.env;
    await call("POST", id + "/response", JSON.stringify({ event: JSON.parse(text), handler, execution, cwd: process.cwd() }));
  }
})();
`;

test.runIf(process.platform !== "win32")("a package for provided.al2023 runs its own bootstrap", async () => {
  const harness = createHarness();
  const version = harness.define({ runtime: "provided.al2023", handler: "free text", files: {} });
  const file = join(version.codeDirectory, "bootstrap");
  writeFileSync(file, RUNTIME);
  chmodSync(file, 0o700);
  const result = await harness.invoke(version, { a: 1 });
  expect(answerOf(result)).toEqual({ event: { a: 1 }, handler: "free text", cwd: version.codeDirectory });
  expect(result.logTail).toMatch(/^START [^\n]+\nworking\nEND /);
  await harness.close();
});
