import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { catalogue } from "./catalogue.ts";
import type { SignedAnswer, SignedCall, SignedClient } from "./signed-client.ts";
import { startTraffic, type TrafficOptions } from "./traffic.ts";

const MINUTE_MS = 60_000;

/** Records calls; answers what it is told to. */
function recordingClient(answer: (call: SignedCall) => Promise<SignedAnswer>) {
  const calls: SignedCall[] = [];
  const client: SignedClient = {
    call: (call) => {
      calls.push(call);
      return answer(call);
    },
    close: () => undefined,
  };
  return { calls, client };
}

const succeed = () => Promise.resolve<SignedAnswer>({ status: 200, body: null });

describe("the live traffic", () => {
  beforeEach(() => void vi.useFakeTimers({ now: Date.UTC(2026, 4, 13, 9) }));
  afterEach(() => void vi.useRealTimers());

  const start = (client: SignedClient, options: Partial<TrafficOptions> = {}) => {
    const messages: string[] = [];
    const traffic = startTraffic({
      client,
      clock: { now: () => Date.now(), monotonicMs: () => performance.now() },
      functions: catalogue,
      seed: "test",
      paused: false,
      log: (message) => messages.push(message),
      ...options,
    });
    return { traffic, messages };
  };

  it("invokes through the API, minute after minute", async () => {
    const { calls, client } = recordingClient(succeed);
    const { traffic } = start(client);
    await vi.advanceTimersByTimeAsync(MINUTE_MS);
    const first = calls.length;
    expect(first).toBeGreaterThan(10);
    const invocation = calls.find(({ service }) => service === "lambda");
    expect(invocation?.path).toMatch(/^\/2015-03-31\/functions\/[a-z-]+\/invocations$/);
    const queued = calls.find(({ service }) => service === "sqs");
    expect(queued).toMatchObject({
      headers: { "x-amz-target": "AmazonSQS.SendMessage" },
      body: { QueueUrl: "/000000000000/orders-to-pack", MessageBody: expect.stringContaining('"orderId":"o-') },
    });
    const asynchronous = calls.filter(({ headers }) => headers?.["x-amz-invocation-type"] === "Event");
    expect(asynchronous).toMatchObject([{ path: "/2015-03-31/functions/stock-sync/invocations", body: { fault: "malformed" } }]);
    await vi.advanceTimersByTimeAsync(9 * MINUTE_MS);
    expect(calls.length).toBeGreaterThan(7 * first);
    await traffic.stop();
  });

  it("rests while it is paused and goes on afterwards", async () => {
    const { calls, client } = recordingClient(succeed);
    const { traffic } = start(client, { paused: true });
    await vi.advanceTimersByTimeAsync(2 * MINUTE_MS);
    expect(calls).toHaveLength(0);
    traffic.setPaused(false);
    await vi.advanceTimersByTimeAsync(MINUTE_MS);
    expect(calls.length).toBeGreaterThan(5);
    await traffic.stop();
  });

  it("makes no call after stop, and waits for those under way", async () => {
    const waiting: (() => void)[] = [];
    const { calls, client } = recordingClient(
      () => new Promise((resolve) => waiting.push(() => resolve({ status: 200, body: null }))),
    );
    const { traffic } = start(client);
    await vi.advanceTimersByTimeAsync(MINUTE_MS);
    const made = calls.length;
    let stopped = false;
    const stopping = traffic.stop().then(() => (stopped = true));
    await vi.advanceTimersByTimeAsync(5 * MINUTE_MS);
    expect(calls).toHaveLength(made);
    expect(stopped).toBe(false);
    for (const answer of waiting) answer();
    await stopping;
    expect(stopped).toBe(true);
  });

  it("says nothing of throttles, deleted functions and functions that fail", async () => {
    const answers: SignedAnswer[] = [
      { status: 429, errorType: "TooManyRequestsException", body: {} },
      { status: 404, errorType: "ResourceNotFoundException", body: {} },
      { status: 200, body: { errorMessage: "failed" } },
    ];
    let turn = 0;
    const { client } = recordingClient(() => Promise.resolve(answers[turn++ % 3] ?? { status: 500, body: {} }));
    const { traffic, messages } = start(client);
    await vi.advanceTimersByTimeAsync(3 * MINUTE_MS);
    expect(messages).toEqual([]);
    await traffic.stop();
  });

  it("tells of another problem once, not at each call", async () => {
    const { calls, client } = recordingClient(() => Promise.reject(new Error("connect ECONNREFUSED")));
    const { traffic, messages } = start(client, { functions: catalogue.slice(0, 1) });
    await vi.advanceTimersByTimeAsync(2 * MINUTE_MS);
    expect(calls.length).toBeGreaterThan(5);
    expect(messages).toEqual(["traffic: list-products: Error: connect ECONNREFUSED"]);
    await traffic.stop();
  });
});
