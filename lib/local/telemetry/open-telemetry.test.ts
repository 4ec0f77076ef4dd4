import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { buildSync } from "esbuild";
import { afterEach, beforeEach, expect, it } from "vitest";
import type { LogScan, StoredLogEvent } from "./log-event.ts";
import { openTelemetry, type TelemetryStore } from "./open-telemetry.ts";
import { lambdaSample } from "./testing.ts";

const T = 1_790_000_040_000;
const MINUTE_MS = 60_000;
const DAY_MS = 86_400_000;

let directory: string;
let telemetry: TelemetryStore;
const clock = { nowMs: T, now: () => clock.nowMs, monotonicMs: () => 0 };
const open = (): TelemetryStore => openTelemetry({ directory, clock });

beforeEach(() => {
  clock.nowMs = T;
  directory = mkdtempSync(join(tmpdir(), "telemetry-"));
  telemetry = open();
});

afterEach(() => {
  telemetry.close();
  rmSync(directory, { recursive: true });
});

function entry(stream: string, ...lines: [timestampMs: number, message: string][]) {
  const region = "us-east-1";
  return { region, logGroup: "/g", logStream: stream, lines: lines.map(([timestampMs, message]) => ({ timestampMs, message })) };
}

async function scanned(scan: Partial<LogScan> = {}): Promise<StoredLogEvent[]> {
  const groupId = telemetry.logs.group("us-east-1", "/g")!.id;
  const events: StoredLogEvent[] = [];
  const whole = { groupId, fromMs: 0, untilMs: Number.MAX_SAFE_INTEGER, newestFirst: false, containing: [] };
  for await (const batch of telemetry.logs.scan({ ...whole, ...scan })) events.push(...batch.events);
  return events;
}

function durations(fromMs: number, periodMs: number) {
  const series = telemetry.metrics.seriesInRegion("us-east-1").find(({ name }) => name === "Duration")!;
  const untilMs = T + DAY_MS;
  return [...telemetry.metrics.readPeriods({ seriesId: series.id, fromMs, untilMs, periodMs, withValues: true })];
}

it("adds up samples of a minute, whether they came in one process or two", () => {
  telemetry.write({ samples: [lambdaSample("Duration", 10, T), lambdaSample("Duration", 30, T + 1000)] });
  telemetry.close();
  telemetry = open();
  telemetry.write({ samples: [lambdaSample("Duration", 20, T + 59_999), lambdaSample("Duration", 7, T + MINUTE_MS)] });
  const values = new Map([[10, 1], [30, 1], [20, 1]]);
  expect(durations(T, MINUTE_MS)).toEqual([
    [T, { count: 3, sum: 60, min: 10, max: 30, values }],
    [T + MINUTE_MS, { count: 1, sum: 7, min: 7, max: 7, values: new Map([[7, 1]]) }],
  ]);
  expect(durations(T, 5 * MINUTE_MS).map(([startMs, { count }]) => [startMs, count])).toEqual([[T, 4]]);
});

it("adds loaded minutes to what is there", () => {
  telemetry.write({ samples: [lambdaSample("Duration", 10, T)] });
  const { timestampMs: _time, value: _value, ...metric } = lambdaSample("Duration", 0, T);
  telemetry.load({ metrics: [{ ...metric, minutes: [{ minuteMs: T, values: [10, 2, 50, 1] }] }] });
  expect(durations(T, MINUTE_MS)).toEqual([
    [T, { count: 4, sum: 80, min: 10, max: 50, values: new Map([[10, 3], [50, 1]]) }],
  ]);
});

it("merges old minutes into five minutes and hours, and drops what is too old", () => {
  const { timestampMs: _time, value: _value, ...metric } = lambdaSample("Duration", 0, T);
  const hour = Math.floor(T / 3_600_000) * 3_600_000;
  const ages = [500, 100, 30, 1].flatMap((days) => [0, 1, 2, 5, 6].map((minute) => hour - days * DAY_MS + minute * MINUTE_MS));
  telemetry.load({ metrics: [{ ...metric, minutes: ages.map((minuteMs) => ({ minuteMs, values: [1, 1] })) }] });
  telemetry.write({ samples: [lambdaSample("Invocations", 1, T)] });
  const counts = durations(0, MINUTE_MS).map(([startMs, { count }]) => [(hour - startMs) / MINUTE_MS, count]);
  const day = 1440;
  expect(counts).toEqual([
    [100 * day, 5],
    [30 * day, 3],
    [30 * day - 5, 2],
    ...[0, 1, 2, 5, 6].map((minute) => [day - minute, 1]),
  ]);
});

it("merges an hour of loaded minutes as far as it is old", () => {
  const { timestampMs: _time, value: _value, ...metric } = lambdaSample("Duration", 0, T);
  const edgeMs = Math.floor((T - 15 * DAY_MS) / 300_000) * 300_000;
  const minutes = Array.from({ length: 15 }, (_, minute) => ({ minuteMs: edgeMs + (minute - 10) * MINUTE_MS, values: [1, 1] }));
  telemetry.load({ metrics: [{ ...metric, minutes }] });
  telemetry.write({ samples: [lambdaSample("Invocations", 1, T)] });
  const counts = durations(0, MINUTE_MS).map(([startMs, { count }]) => [(startMs - edgeMs) / MINUTE_MS, count]);
  expect(counts).toEqual([[-10, 5], [-5, 5], [0, 1], [1, 1], [2, 1], [3, 1], [4, 1]]);
});

it("interleaves streams by time, both ways, and goes on after any event", async () => {
  for (let index = 0; index < 400; index += 1) {
    const stream = `s${index % 3}`;
    // Long and short lines overlap: a stream's line may be older than another's that was written before.
    telemetry.write({ logs: entry(stream, [T + index * 100, `start ${index}`], [T + index * 100 + (index % 7) * 9000, `end ${index}`]) });
    if (index % 50 === 0) telemetry.logs.groups("us-east-1");
  }
  const forward = await scanned();
  expect(forward).toHaveLength(800);
  const times = forward.map((event) => event.timestampMs);
  expect(times).toEqual([...times].sort((a, b) => a - b));
  const messages = forward.map((event) => event.message);
  expect(new Set(messages).size).toBe(800);
  const backward = await scanned({ newestFirst: true });
  expect(backward.map((event) => event.message)).toEqual([...messages].reverse());
  for (const at of [0, 123, 798]) {
    expect((await scanned({ after: forward[at]! })).map((event) => event.message)).toEqual(messages.slice(at + 1));
    const rest = await scanned({ after: backward[at]!, newestFirst: true });
    expect(rest.map((event) => event.message)).toEqual([...messages].reverse().slice(at + 1));
  }
});

it("scans many slices without losing or repeating an event", async () => {
  const logs = Array.from({ length: 6000 }, (_, index) => entry(`s${index}`, [T + index * 10, `line ${index}`]));
  telemetry.load({ logs });
  expect((await scanned()).map((event) => event.message)).toEqual(logs.map((each) => each.lines[0]!.message));
  const part = await scanned({ newestFirst: true, fromMs: T + 1000, untilMs: T + 30_000, containing: ["line 1"] });
  const expected = logs.slice(100, 3000).map((each) => each.lines[0]!.message).filter((message) => message.includes("line 1"));
  expect(part.map((event) => event.message)).toEqual(expected.reverse());
});

it("keeps nothing of a load that fails", () => {
  const { timestampMs: _time, value: _value, ...metric } = lambdaSample("Duration", 0, T);
  const bad = { ...metric, minutes: [{ minuteMs: T, values: [Number.NaN, 1] }] };
  expect(() => telemetry.load({ logs: [entry("s", [T, "x"])], metrics: [bad] })).toThrow();
  expect(telemetry.logs.groups("us-east-1")).toEqual([]);
  expect(telemetry.metrics.seriesInRegion("us-east-1")).toEqual([]);
  telemetry.write({ logs: entry("s", [T, "x"]), samples: [lambdaSample("Duration", 5, T)] });
  expect(durations(T, MINUTE_MS)).toHaveLength(1);
});

it("refuses a sample that is no number", () => {
  expect(() => telemetry.write({ samples: [lambdaSample("Duration", Number.NaN, T)] })).toThrow(RangeError);
});

it("keeps its file to its owner", () => {
  expect(statSync(join(directory, "telemetry.db")).mode & 0o777).toBe(0o600);
});

it("loses no write when its process is killed", async () => {
  telemetry.close();
  const script = join(process.cwd(), "node_modules", `.telemetry-kill-${process.pid}.mjs`);
  buildSync({
    stdin: {
      contents: `
        import { openTelemetry } from "./open-telemetry.ts";
        const telemetry = openTelemetry({ directory: ${JSON.stringify(directory)}, clock: { now: () => ${T}, monotonicMs: () => 0 } });
        for (let index = 0; index < 300; index += 1) {
          telemetry.write({ logs: { region: "us-east-1", logGroup: "/g", logStream: "s", lines: [{ timestampMs: ${T} + index, message: "line " + index }] } });
        }
        console.log("written");
        setInterval(() => {}, 1000);
      `,
      resolveDir: join(process.cwd(), "lib/local/telemetry"),
      loader: "ts",
    },
    bundle: true,
    platform: "node",
    format: "esm",
    external: ["better-sqlite3"],
    outfile: script,
  });
  try {
    const child = spawn(process.execPath, [script], { stdio: ["ignore", "pipe", "inherit"] });
    await once(child.stdout, "data");
    child.kill("SIGKILL");
    await once(child, "exit");
  } finally {
    rmSync(script, { force: true });
  }
  telemetry = open();
  expect((await scanned()).map((event) => event.message)).toEqual(Array.from({ length: 300 }, (_, index) => `line ${index}`));
});
