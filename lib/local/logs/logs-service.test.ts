import {
  CloudWatchLogsClient,
  CreateLogGroupCommand,
  CreateLogStreamCommand,
  DeleteLogGroupCommand,
  DescribeLogGroupsCommand,
  DescribeLogStreamsCommand,
  FilterLogEventsCommand,
  type FilterLogEventsCommandInput,
  GetLogEventsCommand,
  PutLogEventsCommand,
  PutRetentionPolicyCommand,
  StartQueryCommand,
} from "@aws-sdk/client-cloudwatch-logs";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { startTestTelemetry, type TestTelemetry } from "../telemetry/testing.ts";

const HOUR_MS = 3_600_000;
let server: TestTelemetry;
let client: CloudWatchLogsClient;
let startMs: number;

function logs(logGroup: string, logStream: string, ...lines: [offsetMs: number, message: string][]) {
  const region = "us-east-1";
  return { region, logGroup, logStream, lines: lines.map(([offset, message]) => ({ timestampMs: startMs + offset, message })) };
}

beforeAll(async () => {
  server = await startTestTelemetry();
  startMs = server.clock.nowMs - HOUR_MS;
  client = new CloudWatchLogsClient(server.clientConfig);
  for (let index = 0; index < 30; index += 1) {
    const init = index % 10 === 0 ? "\tInit Duration: 99.00 ms" : "";
    server.telemetry.write({
      logs: logs(
        "/aws/lambda/checkout",
        `2026/11/20/[$LATEST]${index % 3}`,
        [index * 1000, `START RequestId: r${index} Version: $LATEST\n`],
        [index * 1000 + 5, JSON.stringify({ level: index % 2 ? "ERROR" : "INFO", ms: index })],
        [index * 1000 + 9, `REPORT RequestId: r${index}\tDuration: ${index}.00 ms${init}\t\n`],
      ),
    });
  }
  for (let index = 0; index < 60; index += 1) {
    server.telemetry.write({ logs: logs(`/many/${String(index).padStart(2, "0")}`, "s", [0, "ü"]) });
  }
});

afterAll(async () => {
  client.destroy();
  await server.close();
});

async function filtered(input: Partial<FilterLogEventsCommandInput>) {
  const events = [];
  let nextToken: string | undefined;
  let pages = 0;
  do {
    const page = await client.send(new FilterLogEventsCommand({ logGroupName: "/aws/lambda/checkout", ...input, nextToken }));
    events.push(...(page.events ?? []));
    nextToken = page.nextToken;
    pages += 1;
  } while (nextToken !== undefined);
  return { events, pages };
}

describe("FilterLogEvents", () => {
  it("finds cold starts", async () => {
    const { events } = await filtered({ filterPattern: 'REPORT "Init Duration"' });
    expect(events.map((event) => event.timestamp! - startMs)).toEqual([9, 10_009, 20_009]);
    expect(events[0]).toMatchObject({
      logStreamName: "2026/11/20/[$LATEST]0",
      message: "REPORT RequestId: r0\tDuration: 0.00 ms\tInit Duration: 99.00 ms\t\n",
      ingestionTime: server.clock.nowMs,
      eventId: expect.stringMatching(/^\d{56}$/),
    });
  });

  it("pages without losing or repeating an event, oldest or newest first", async () => {
    const { events, pages } = await filtered({ limit: 7 });
    expect(pages).toBe(13);
    const times = events.map((event) => event.timestamp!);
    expect(times).toEqual([...times].sort((a, b) => a - b));
    expect(new Set(events.map((event) => event.eventId)).size).toBe(90);
    const newest = await filtered({ limit: 7, startFromHead: false, startTime: startMs });
    expect(newest.events.map((event) => event.eventId)).toEqual(events.map((event) => event.eventId).reverse());
  });

  it("takes JSON patterns, times (both inclusive) and streams", async () => {
    const errors = await filtered({ filterPattern: '{ $.level = "ERROR" && $.ms >= 20 }' });
    expect(errors.events).toHaveLength(5);
    const window = await filtered({ startTime: startMs + 1000, endTime: startMs + 2000 });
    expect(window.events.map((event) => event.timestamp! - startMs)).toEqual([1000, 1005, 1009, 2000]);
    const one = await filtered({ logStreamNames: ["2026/11/20/[$LATEST]1"], filterPattern: "START" });
    expect(one.events).toHaveLength(10);
    expect((await filtered({ logStreamNamePrefix: "2026/11/20/[$LATEST]" })).events).toHaveLength(90);
    expect((await filtered({ logStreamNamePrefix: "2025" })).events).toEqual([]);
  });

  it.each([
    [{ logGroupName: "/no" }, "ResourceNotFoundException", "The specified log group does not exist."],
    [{ logStreamNames: ["no"] }, "ResourceNotFoundException", "The specified log stream does not exist."],
    [{ nextToken: "abc" }, "InvalidParameterException", "The specified nextToken is invalid."],
    [{ filterPattern: "{ $.a" }, "InvalidParameterException", "Invalid filter pattern: a closing } is missing"],
    [
      { limit: 10_001 },
      "InvalidParameterException",
      "1 validation error detected: Value '10001' at 'limit' failed to satisfy constraint: Member must have value less than or equal to 10000",
    ],
  ])("refuses %j", async (input, name, message) => {
    const command = new FilterLogEventsCommand({ logGroupName: "/aws/lambda/checkout", ...input });
    await expect(client.send(command)).rejects.toMatchObject({ name, message, $metadata: { httpStatusCode: 400 } });
  });
});

describe("GetLogEvents", () => {
  const stream = { logGroupName: "/aws/lambda/checkout", logStreamName: "2026/11/20/[$LATEST]0" };

  it("reads forward to the end, where the token repeats", async () => {
    const first = await client.send(new GetLogEventsCommand({ ...stream, startFromHead: true, limit: 20 }));
    expect(first.events).toHaveLength(20);
    const second = await client.send(new GetLogEventsCommand({ ...stream, nextToken: first.nextForwardToken, limit: 20 }));
    expect(second.events).toHaveLength(10);
    const end = await client.send(new GetLogEventsCommand({ ...stream, nextToken: second.nextForwardToken }));
    expect(end.events).toEqual([]);
    expect(end.nextForwardToken).toBe(second.nextForwardToken);
    const back = await client.send(new GetLogEventsCommand({ ...stream, nextToken: second.nextBackwardToken, limit: 20 }));
    expect(back.events).toEqual(first.events);
  });

  it("answers the newest events by default and sees later ones with the token", async () => {
    const name = "follow";
    const write = (offsetMs: number, message: string) => server.telemetry.write({ logs: logs("/follow", name, [offsetMs, message]) });
    write(0, "a");
    write(1, "b");
    const tail = { logGroupName: "/follow", logStreamName: name };
    const page = await client.send(new GetLogEventsCommand({ ...tail, limit: 1 }));
    expect(page.events?.map((event) => event.message)).toEqual(["b"]);
    write(2, "c");
    const next = await client.send(new GetLogEventsCommand({ ...tail, nextToken: page.nextForwardToken }));
    expect(next.events?.map((event) => event.message)).toEqual(["c"]);
  });
});

describe("groups and streams", () => {
  it("lists groups in pages of fifty with sizes as CloudWatch counts them", async () => {
    const first = await client.send(new DescribeLogGroupsCommand({ logGroupNamePrefix: "/many/" }));
    expect(first.logGroups).toHaveLength(50);
    const rest = await client.send(new DescribeLogGroupsCommand({ logGroupNamePrefix: "/many/", nextToken: first.nextToken }));
    expect(rest.logGroups?.map((group) => group.logGroupName).at(-1)).toBe("/many/59");
    expect(rest.nextToken).toBeUndefined();
    expect(first.logGroups?.[0]).toEqual({
      logGroupName: "/many/00",
      creationTime: server.clock.nowMs,
      metricFilterCount: 0,
      arn: "arn:aws:logs:us-east-1:000000000000:log-group:/many/00:*",
      logGroupArn: "arn:aws:logs:us-east-1:000000000000:log-group:/many/00",
      storedBytes: 28,
      deletionProtectionEnabled: false,
      logGroupClass: "STANDARD",
    });
    const byPattern = await client.send(new DescribeLogGroupsCommand({ logGroupNamePattern: "ny/5" }));
    expect(byPattern.logGroups).toHaveLength(10);
    expect(byPattern.logGroups?.[0]).not.toHaveProperty("storedBytes");
  });

  it("orders streams by name or newest event", async () => {
    const byTime = await client.send(
      new DescribeLogStreamsCommand({ logGroupName: "/aws/lambda/checkout", orderBy: "LastEventTime", descending: true, limit: 2 }),
    );
    expect(byTime.logStreams?.map((stream) => stream.logStreamName?.at(-1))).toEqual(["2", "1"]);
    expect(byTime.logStreams?.[0]).toMatchObject({
      firstEventTimestamp: startMs + 2000,
      lastEventTimestamp: startMs + 29_009,
      arn: "arn:aws:logs:us-east-1:000000000000:log-group:/aws/lambda/checkout:log-stream:2026/11/20/[$LATEST]2",
      storedBytes: 0,
    });
    const rest = await client.send(
      new DescribeLogStreamsCommand({
        logGroupName: "/aws/lambda/checkout",
        orderBy: "LastEventTime",
        descending: true,
        limit: 2,
        nextToken: byTime.nextToken,
      }),
    );
    expect(rest.logStreams?.map((stream) => stream.logStreamName?.at(-1))).toEqual(["0"]);
  });

  it("creates, writes, expires and deletes", async () => {
    const logGroupName = "own";
    const stream = { logGroupName, logStreamName: "s" };
    await client.send(new CreateLogGroupCommand({ logGroupName }));
    await expect(client.send(new CreateLogGroupCommand({ logGroupName }))).rejects.toMatchObject({
      name: "ResourceAlreadyExistsException",
      message: "The specified log group already exists",
    });
    await client.send(new CreateLogStreamCommand(stream));
    const now = server.clock.nowMs;
    const days = 24 * HOUR_MS;
    const put = await client.send(
      new PutLogEventsCommand({
        ...stream,
        logEvents: [2 * days, days / 2, 0].map((age) => ({ timestamp: now - age, message: `age ${age}` })).slice(1),
      }),
    );
    expect(put.rejectedLogEventsInfo).toBeUndefined();
    const rejected = await client.send(
      new PutLogEventsCommand({ ...stream, logEvents: [{ timestamp: now + 3 * HOUR_MS, message: "ahead" }] }),
    );
    expect(rejected.rejectedLogEventsInfo).toEqual({ tooNewLogEventStartIndex: 0 });
    await expect(
      client.send(new PutLogEventsCommand({ ...stream, logEvents: [{ timestamp: now, message: "b" }, { timestamp: now - 1, message: "a" }] })),
    ).rejects.toThrow("Log events in a single PutLogEvents request must be in chronological order.");

    await client.send(new PutRetentionPolicyCommand({ logGroupName, retentionInDays: 1 }));
    expect((await client.send(new GetLogEventsCommand(stream))).events).toHaveLength(2);
    server.clock.nowMs += 0.75 * days;
    const left = await client.send(new GetLogEventsCommand(stream));
    server.clock.nowMs = now;
    expect(left.events?.map((event) => event.message)).toEqual(["age 0"]);
    await client.send(new DeleteLogGroupCommand({ logGroupName }));
    await expect(client.send(new GetLogEventsCommand(stream))).rejects.toThrow("The specified log group does not exist.");
  });

  it("says what it does not support", async () => {
    const query = new StartQueryCommand({ logGroupName: "x", startTime: 0, endTime: 1, queryString: "fields @message" });
    await expect(client.send(query)).rejects.toThrow("The local region does not support StartQuery of CloudWatch Logs.");
  });
});
