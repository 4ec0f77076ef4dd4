import { once } from "node:events";
import { type IncomingMessage, request } from "node:http";
import { text } from "node:stream/consumers";
import {
  CloudWatchClient,
  GetMetricDataCommand,
  type GetMetricDataCommandInput,
  GetMetricStatisticsCommand,
  ListMetricsCommand,
  type MetricDataQuery,
  paginateListMetrics,
  PutMetricDataCommand,
} from "@aws-sdk/client-cloudwatch";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { signRequest } from "../protocols/signature-v4.ts";
import { lambdaSample, startTestTelemetry, type TestTelemetry } from "../telemetry/testing.ts";

const MINUTE_MS = 60_000;
let server: TestTelemetry;
let client: CloudWatchClient;
/** The minute, one hour ago, that the samples begin at. */
let startMs: number;

beforeAll(async () => {
  server = await startTestTelemetry();
  startMs = Math.floor(server.clock.nowMs / (60 * MINUTE_MS)) * 60 * MINUTE_MS - 60 * MINUTE_MS;
  client = new CloudWatchClient(server.clientConfig);
  for (const minute of [0, 1, 3]) {
    const at = startMs + minute * MINUTE_MS + 500;
    for (let value = 1; value <= 11; value += 1) {
      server.telemetry.write({
        samples: [
          lambdaSample("Invocations", 1, at),
          lambdaSample("Errors", value === 1 ? 1 : 0, at),
          lambdaSample("Duration", value * 10 * (minute + 1), at),
          lambdaSample("Invocations", 1, at, {}),
        ],
      });
    }
  }
});

afterAll(async () => {
  client.destroy();
  await server.close();
});

function metric(Id: string, MetricName: string, Stat: string, Period = 60): MetricDataQuery {
  const Dimensions = [{ Name: "FunctionName", Value: "checkout" }];
  return { Id, MetricStat: { Metric: { Namespace: "AWS/Lambda", MetricName, Dimensions }, Period, Stat } };
}

function getData(MetricDataQueries: MetricDataQuery[], input: Partial<GetMetricDataCommandInput> = {}) {
  const StartTime = new Date(startMs);
  const EndTime = new Date(startMs + 10 * MINUTE_MS);
  return client.send(
    new GetMetricDataCommand({ MetricDataQueries, StartTime, EndTime, ScanBy: "TimestampAscending", ...input }),
  );
}

describe("GetMetricData", () => {
  it("answers every statistic, with gaps where nothing happened", async () => {
    const stats = ["SampleCount", "Sum", "Average", "Minimum", "Maximum", "p50", "p95", "p99.9", "tm90", "TC(15:35)", "IQM"];
    const { MetricDataResults } = await getData(stats.map((stat, index) => metric(`m${index}`, "Duration", stat)));
    const firstValues = MetricDataResults?.map((result) => Number(result.Values?.[0]?.toFixed(3)));
    // 10, 20 … 110: p95 lies half-way between the tenth and the eleventh; tm90 is (10 + … + 90 + 0.9 × 100) / 9.9.
    expect(firstValues).toEqual([11, 660, 60, 10, 110, 60, 105, 109.9, 54.545, 2, 60]);
    expect(MetricDataResults?.[0]?.Timestamps?.map((time) => (time.getTime() - startMs) / MINUTE_MS)).toEqual([0, 1, 3]);
    expect(MetricDataResults?.[5]).toMatchObject({ Label: "Duration p50", StatusCode: "Complete" });
  });

  it("merges minutes into longer periods, newest first unless asked otherwise", async () => {
    const asked = [metric("a", "Duration", "p50", 120), metric("b", "Invocations", "Sum", 120)];
    const { MetricDataResults } = await getData(asked, { ScanBy: undefined });
    expect(MetricDataResults?.[1]?.Values).toEqual([11, 22]);
    expect(MetricDataResults?.[0]?.Values).toEqual([240, 80]);
  });

  it("pages by MaxDatapoints", async () => {
    const values: Record<string, number[]> = { a: [], b: [] };
    const statuses: (string | undefined)[] = [];
    let NextToken: string | undefined;
    do {
      const page = await getData([metric("a", "Duration", "Maximum"), metric("b", "Invocations", "Sum")], { MaxDatapoints: 2, NextToken });
      for (const { Id, Values } of page.MetricDataResults ?? []) values[Id!]!.push(...(Values ?? []));
      statuses.push(page.MetricDataResults?.[0]?.StatusCode);
      ({ NextToken } = page);
    } while (NextToken !== undefined);
    expect(values).toEqual({ a: [110, 220, 440], b: [11, 11, 11] });
    expect(statuses).toEqual(["PartialData", "Complete", "Complete"]);
  });

  it("computes expressions", async () => {
    const { MetricDataResults } = await getData([
      { ...metric("errors", "Errors", "Sum"), ReturnData: false },
      { ...metric("calls", "Invocations", "Sum"), ReturnData: false },
      { Id: "rate", Expression: "100 * errors / calls", Label: "error rate" },
      { Id: "all", Expression: "SUM(METRICS())" },
      { Id: "filled", Expression: "FILL(calls, 0) - 1" },
      { Id: "chosen", Expression: "IF(errors > 0 && calls >= 11, -rate, 0)" },
      { Id: "persecond", Expression: "calls / PERIOD(calls)" },
    ]);
    const byId = new Map(MetricDataResults?.map((result) => [result.Id, result.Values]));
    expect([...byId.keys()]).toEqual(["rate", "all", "filled", "chosen", "persecond"]);
    expect(byId.get("rate")?.[0]).toBeCloseTo(100 / 11);
    expect(byId.get("all")).toEqual([12, 12, 12]);
    expect(byId.get("filled")).toEqual([10, 10, -1, 10, -1, -1, -1, -1, -1, -1]);
    expect(byId.get("chosen")?.[0]).toBeCloseTo(-100 / 11);
    expect(byId.get("persecond")?.[0]).toBeCloseTo(11 / 60);
    expect(MetricDataResults?.[0]?.Label).toBe("error rate");
  });

  it("has an empty answer for a metric that does not exist, and wants all dimensions", async () => {
    const other = metric("m", "Duration", "Sum");
    other.MetricStat!.Metric!.Dimensions = [];
    const { MetricDataResults, Messages } = await getData([other]);
    expect(MetricDataResults).toEqual([{ Id: "m", Label: "Duration", Timestamps: [], Values: [], StatusCode: "Complete" }]);
    expect(Messages).toEqual([]);
  });

  it("has no minutes older than fifteen days, as the period is too fine for them", async () => {
    const StartTime = new Date(server.clock.nowMs - 20 * 1440 * MINUTE_MS);
    const { MetricDataResults } = await getData([metric("m", "Invocations", "Sum")], { StartTime });
    expect(MetricDataResults?.[0]?.Values).toEqual([11, 11, 11]);
  });

  it.each<[string, MetricDataQuery[], Partial<GetMetricDataCommandInput>]>([
    ["The value M for parameter Id is not matching", [metric("M", "Duration", "Sum")], {}],
    ["are not unique: m", [metric("m", "Duration", "Sum"), metric("m", "Errors", "Sum")], {}],
    ["multiple of 60, but it is 90", [metric("m", "Duration", "Sum", 90)], {}],
    ["The value p101 for parameter Stat is not supported.", [metric("m", "Duration", "p101")], {}],
    ["there is no query with the id nobody", [{ Id: "e", Expression: "nobody * 2" }], {}],
    ["refers to itself", [{ Id: "e", Expression: "e * 2" }], {}],
    ["does not support the function SEARCH yet", [{ Id: "e", Expression: "SEARCH('{AWS/Lambda} Errors', 'Sum')" }], {}],
    ["it ends too early", [{ Id: "e", Expression: "(1 +" }], {}],
    ["The parameter StartTime must be less than the parameter EndTime.", [metric("m", "Duration", "Sum")], { EndTime: new Date(0) }],
    ["size greater than 500", Array.from({ length: 501 }, (_, index) => metric(`m${index}`, "Errors", "Sum")), {}],
  ])("refuses with: %s", async (message, queries, input) => {
    await expect(getData(queries, input)).rejects.toThrow(message);
  });
});

describe("GetMetricStatistics", () => {
  const asked = {
    Namespace: "AWS/Lambda",
    MetricName: "Duration",
    Dimensions: [{ Name: "FunctionName", Value: "checkout" }],
    Period: 60,
  };

  it("answers datapoints with unit and percentiles", async () => {
    const { Label, Datapoints } = await client.send(
      new GetMetricStatisticsCommand({
        ...asked,
        StartTime: new Date(startMs),
        EndTime: new Date(startMs + MINUTE_MS),
        Statistics: ["Sum", "Maximum"],
        ExtendedStatistics: ["p50"],
      }),
    );
    expect(Label).toBe("Duration");
    expect(Datapoints).toEqual([
      { Timestamp: new Date(startMs), Sum: 660, Maximum: 110, Unit: "Milliseconds", ExtendedStatistics: { p50: 60 } },
    ]);
  });

  it("refuses more than 1,440 datapoints with AWS's name, code and text", async () => {
    const command = new GetMetricStatisticsCommand({
      ...asked,
      Period: 1,
      StartTime: new Date(startMs - 1440 * MINUTE_MS),
      EndTime: new Date(startMs),
      Statistics: ["Sum"],
    });
    await expect(client.send(command)).rejects.toMatchObject({
      name: "InvalidParameterCombinationException",
      Code: "InvalidParameterCombination",
      message:
        "You have requested up to 86400 datapoints, which exceeds the limit of 1440. You may reduce the datapoints requested by increasing Period, or decreasing the time range.",
    });
  });
});

describe("ListMetrics", () => {
  it("filters by name and dimension", async () => {
    const all = await client.send(new ListMetricsCommand({ Namespace: "AWS/Lambda", MetricName: "Invocations" }));
    expect(all.Metrics).toEqual([
      { Namespace: "AWS/Lambda", MetricName: "Invocations", Dimensions: [{ Name: "FunctionName", Value: "checkout" }] },
      { Namespace: "AWS/Lambda", MetricName: "Invocations", Dimensions: [] },
    ]);
    const byFunction = await client.send(new ListMetricsCommand({ Dimensions: [{ Name: "FunctionName" }], RecentlyActive: "PT3H" }));
    expect(byFunction.Metrics).toHaveLength(3);
    expect((await client.send(new ListMetricsCommand({ Dimensions: [{ Name: "FunctionName", Value: "no" }] }))).Metrics).toEqual([]);
  });

  it("pages by 500 and leaves out what was silent for two weeks", async () => {
    const old = server.clock.nowMs - 15 * 1440 * MINUTE_MS;
    const samples = Array.from({ length: 1001 }, (_, index) =>
      lambdaSample("Paged", 1, index === 1000 ? old : server.clock.nowMs, { FunctionName: `f${index}` }),
    );
    server.telemetry.write({ samples });
    const sizes: (number | undefined)[] = [];
    for await (const page of paginateListMetrics({ client }, { MetricName: "Paged" })) sizes.push(page.Metrics?.length);
    expect(sizes).toEqual([500, 500]);
  });

  it("keeps regions apart", async () => {
    const other = new CloudWatchClient({ ...server.clientConfig, region: "eu-west-1" });
    expect((await other.send(new ListMetricsCommand({}))).Metrics).toEqual([]);
    other.destroy();
  });
});

it("says what it does not support", async () => {
  const command = new PutMetricDataCommand({ Namespace: "x", MetricData: [{ MetricName: "m", Value: 1 }] });
  await expect(client.send(command)).rejects.toThrow("The local region does not support PutMetricData of CloudWatch.");
});

describe("Query protocol", () => {
  const signed = async (form: Record<string, string>) => {
    const body = new URLSearchParams({ Version: "2010-08-01", ...form }).toString();
    const { endpoint, credentials, region } = server.clientConfig;
    const headers = { "content-type": "application/x-www-form-urlencoded; charset=utf-8", host: new URL(endpoint).host };
    const signature = signRequest({
      method: "POST",
      url: new URL(endpoint),
      headers,
      body,
      service: "monitoring",
      region,
      ...credentials,
      now: new Date(),
    });
    // Not fetch: its Sec-Fetch-Mode header marks a web page's request, which the region refuses.
    const sent = request(endpoint, { method: "POST", headers: { ...headers, ...signature } });
    sent.end(body);
    const [response] = (await once(sent, "response")) as [IncomingMessage];
    return { status: response.statusCode, text: await text(response) };
  };

  it("answers XML", async () => {
    const { status, text: xml } = await signed({
      Action: "GetMetricData",
      StartTime: new Date(startMs).toISOString(),
      EndTime: new Date(startMs + 2 * MINUTE_MS).toISOString(),
      ScanBy: "TimestampAscending",
      "MetricDataQueries.member.1.Id": "a",
      "MetricDataQueries.member.1.MetricStat.Stat": "Sum",
      "MetricDataQueries.member.1.MetricStat.Period": "60",
      "MetricDataQueries.member.1.MetricStat.Metric.Namespace": "AWS/Lambda",
      "MetricDataQueries.member.1.MetricStat.Metric.MetricName": "Invocations",
      "MetricDataQueries.member.1.MetricStat.Metric.Dimensions.member.1.Name": "FunctionName",
      "MetricDataQueries.member.1.MetricStat.Metric.Dimensions.member.1.Value": "checkout",
    });
    expect(status).toBe(200);
    const time = (minute: number) => new Date(startMs + minute * MINUTE_MS).toISOString().replace(".000Z", "Z");
    expect(xml.replace(/<RequestId>.*?<.RequestId>/, "")).toBe(
      '<GetMetricDataResponse xmlns="http://monitoring.amazonaws.com/doc/2010-08-01/"><GetMetricDataResult>' +
        "<MetricDataResults><member><Id>a</Id><Label>Invocations</Label>" +
        `<Timestamps><member>${time(0)}</member><member>${time(1)}</member></Timestamps>` +
        "<Values><member>11</member><member>11</member></Values><StatusCode>Complete</StatusCode></member></MetricDataResults>" +
        "<Messages></Messages></GetMetricDataResult><ResponseMetadata></ResponseMetadata></GetMetricDataResponse>",
    );
  });

  it("answers errors by their code", async () => {
    const { status, text: xml } = await signed({ Action: "GetMetricData", StartTime: "2026-01-02T00:00:00Z", EndTime: "2026-01-01T00:00:00Z", "MetricDataQueries.member.1.Id": "a", "MetricDataQueries.member.1.Expression": "1" });
    expect(status).toBe(400);
    expect(xml).toContain("<Type>Sender</Type><Code>InvalidParameterValue</Code><Message>The parameter StartTime must be less");
    expect((await signed({ Action: "Nothing" })).text).toContain("<Code>InvalidAction</Code>");
  });
});
