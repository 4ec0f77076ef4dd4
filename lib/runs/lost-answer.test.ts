import { randomUUID } from "node:crypto";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { afterAll, beforeAll, expect, test } from "vitest";
import { useScratchDatabase } from "@/lib/db/testing";
import { runRequestSchema } from "./schema";
import { getRun, startRun } from "./service";

/** An endpoint that takes a request and then drops the connection. */
let server: Server;
let invocations = 0;
let scratch: Awaited<ReturnType<typeof useScratchDatabase>>;
beforeAll(async () => {
  scratch = await useScratchDatabase();
  server = createServer((request) => {
    if (request.url?.includes("/invocations")) invocations += 1;
    request.resume().on("end", () => request.socket.destroy());
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  process.env.WARMSTART_LOCAL_ENDPOINT = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  process.env.WARMSTART_LOCAL_ACCESS_KEY_ID = "AKIALOCALTEST0000000";
  process.env.WARMSTART_LOCAL_SECRET_ACCESS_KEY = "local-test-secret";
});
afterAll(async () => {
  server.close();
  await scratch.close();
});

const TARGET = { connectionId: "local", region: "us-east-1" };
const request = () => runRequestSchema.parse({ clickId: randomUUID(), payload: "{}" });

test("an answer lost on the way: the outcome is unknown, and nothing is tried again", async () => {
  const run = await startRun(TARGET, "anything", request());
  expect(run).toMatchObject({ outcome: "unknown", problem: expect.any(String), problemHint: expect.stringContaining("may have run") });
  expect(run.costUsd).toBeUndefined();
  expect(invocations).toBe(1);
  expect(await getRun("local", run.id)).toEqual(run);
});

test("an endpoint where nothing listens: the function did not run", async () => {
  await new Promise<unknown>((resolve) => server.close(resolve));
  const run = await startRun(TARGET, "anything", request());
  expect(run).toMatchObject({ outcome: "not_run", problem: expect.stringContaining("127.0.0.1") });
  expect(invocations).toBe(1);
});
