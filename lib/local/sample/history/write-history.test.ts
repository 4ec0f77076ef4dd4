import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { systemClock } from "../../clock.ts";
import { createLogsService } from "../../logs/logs-service.ts";
import type { Telemetry } from "../../telemetry.ts";
import { openTelemetry, type TelemetryStore } from "../../telemetry/open-telemetry.ts";
import { catalogue } from "../catalogue.ts";
import type { SignedAnswer, SignedCall, SignedClient } from "../signed-client.ts";
import { openHistoryFile } from "./history-file.ts";
import { historyModels } from "./models.ts";
import { simulateHistory } from "./simulate.ts";
import { writeHistory } from "./write-history.ts";

const HOUR_MS = 3_600_000;
const untilMs = Math.floor(Date.now() / 60_000) * 60_000;
const functions = catalogue.map(({ region, functionName }) => ({ region, functionName }));
const plan = { fromMs: untilMs - 5 * HOUR_MS, untilMs, seed: "test", functions };
const slices = [...simulateHistory(historyModels(functions), plan)];
const expected = slices.flatMap((slice) => slice.invocations);

/** The logs service without HTTP between. */
function clientOf(telemetry: TelemetryStore): SignedClient {
  const logs = createLogsService({ telemetry, clock: systemClock });
  const call = async ({ region, method, path, headers, body }: SignedCall): Promise<SignedAnswer> => {
    const answer = await logs({
      service: "logs",
      region,
      requestId: "r-1",
      method,
      path,
      query: new URLSearchParams(),
      headers: { ...headers },
      body: Buffer.from(JSON.stringify(body)),
      signal: new AbortController().signal,
    });
    const content = JSON.parse(String(answer.body)) as { __type?: string };
    const errorType = content.__type?.split("#").at(-1);
    return { status: answer.status, body: content, ...(errorType === undefined ? {} : { errorType }) };
  };
  return { call, close: () => undefined };
}

describe("writing the simulated history", () => {
  let directory: string;
  let telemetry: TelemetryStore;
  beforeEach(() => {
    directory = mkdtempSync(join(tmpdir(), "shop-history-"));
    telemetry = openTelemetry({ directory, clock: systemClock });
  });
  afterEach(() => {
    telemetry.close();
    rmSync(directory, { recursive: true });
  });

  const write = (into: Telemetry = telemetry, signal = new AbortController().signal) =>
    writeHistory({
      client: clientOf(telemetry),
      telemetry: into,
      file: openHistoryFile(directory),
      plan,
      signal,
      log: () => undefined,
    });

  /** How many invocations the log group holds. */
  const logged = async (functionName: string) => {
    let count = 0;
    let nextToken: unknown;
    do {
      const { body } = await clientOf(telemetry).call({
        service: "logs",
        region: "us-east-1",
        method: "POST",
        path: "/",
        headers: { "content-type": "application/x-amz-json-1.1", "x-amz-target": "Logs_20140328.FilterLogEvents" },
        body: { logGroupName: `/aws/lambda/${functionName}`, filterPattern: '"START RequestId"', ...(nextToken ? { nextToken } : {}) },
      });
      const page = body as { events: unknown[]; nextToken?: string };
      count += page.events.length;
      nextToken = page.nextToken;
    } while (nextToken !== undefined);
    return count;
  };
  const expectWholeHistory = async () => {
    for (const functionName of ["list-products", "checkout"]) {
      const wanted = expected.filter(({ model }) => model.region === "us-east-1" && model.functionName === functionName);
      expect(wanted.length).toBeGreaterThan(5);
      expect(await logged(functionName)).toBe(wanted.length);
    }
  };

  it("writes everything once", async () => {
    await write();
    await expectWholeHistory();
    expect(openHistoryFile(directory).read()).toMatchObject({ ...plan, complete: true, slicesWritten: slices.length });
    await write({ ...telemetry, load: () => expect.unreachable("it is written already") });
  });

  it.each([
    ["before a slice is in the store", false, 0],
    ["after a slice is in the store, before the file says so", true, 0],
    ["when the file knows of some slices", true, 2],
  ])("neither loses nor doubles anything when it ends %s", async (_, committed, slicesWritten) => {
    let loads = 0;
    const dying: Telemetry = {
      ...telemetry,
      load: (entry) => {
        if (++loads < 3) return telemetry.load(entry);
        if (committed) telemetry.load(entry);
        throw new Error("killed");
      },
    };
    await expect(write(dying)).rejects.toThrow("killed");
    const file = openHistoryFile(directory);
    expect(file.read()).toMatchObject({ slicesWritten: 0, complete: false });
    file.write({ ...file.read()!, slicesWritten });
    await write();
    await expectWholeHistory();
  });

  it("stops between slices when the shop closes, and goes on at the next start", async () => {
    const closing = new AbortController();
    const closingAfterOne: Telemetry = {
      ...telemetry,
      load: (entry) => {
        telemetry.load(entry);
        closing.abort();
      },
    };
    await write(closingAfterOne, closing.signal);
    expect(openHistoryFile(directory).read()).toMatchObject({ complete: false });
    await write();
    await expectWholeHistory();
  });
});
