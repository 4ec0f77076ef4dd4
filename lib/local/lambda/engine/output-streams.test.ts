import { expect, test } from "vitest";
import { OutputLines } from "./output-lines.ts";
import { TelemetryFrames } from "./telemetry-frames.ts";

const frame = (text: string): Buffer => {
  const body = Buffer.from(text);
  const header = Buffer.alloc(16);
  header.writeUInt32BE(0xa55a0003, 0);
  header.writeUInt32BE(body.length, 4);
  return Buffer.concat([header, body]);
};

test("frames are events however the stream is cut", () => {
  const bytes = Buffer.concat([frame("one\ntwo\n"), frame("zwölf\n"), frame("")]);
  for (let size = 1; size <= bytes.length; size += 1) {
    const events: string[] = [];
    const frames = new TelemetryFrames((message) => events.push(message));
    for (let at = 0; at < bytes.length; at += size) frames.push(bytes.subarray(at, at + size));
    expect(events).toEqual(["one\ntwo\n", "zwölf\n", ""]);
  }
});

test("what is no frame is still a line", () => {
  const events: string[] = [];
  new TelemetryFrames((message) => events.push(message)).push(Buffer.from("not a frame of ours at all\n"));
  expect(events).toEqual(["not a frame of ours at all\n"]);
});

test("plain output is an event for each line, and the last one when it is flushed", () => {
  const events: string[] = [];
  const lines = new OutputLines((message) => events.push(message));
  lines.push(Buffer.from("one\ntw"));
  lines.push(Buffer.from("o\rmore\nthree"));
  expect(events).toEqual(["one\n", "two\rmore\n"]);
  lines.flush();
  lines.flush();
  expect(events).toEqual(["one\n", "two\rmore\n", "three\n"]);
});

test("a line without an end is cut at CloudWatch's limit", () => {
  const events: string[] = [];
  new OutputLines((message) => events.push(message)).push(Buffer.alloc(600_000, "x"));
  expect(events.map(({ length }) => length)).toEqual([262_144, 262_144]);
});
