import { createHash } from "node:crypto";
import { expect, test } from "vitest";
import { EVENT_TEMPLATES, templatePayload } from "./event-templates";
import { TEST_EVENT_NAME_MAX } from "./schema";

const payloadOf = (id: string) => JSON.parse(templatePayload(EVENT_TEMPLATES.find((template) => template.id === id)!));

test("ids and names are unique and fit", () => {
  expect(new Set(EVENT_TEMPLATES.map(({ id }) => id)).size).toBe(EVENT_TEMPLATES.length);
  expect(new Set(EVENT_TEMPLATES.map(({ name }) => name)).size).toBe(EVENT_TEMPLATES.length);
  expect(Math.max(...EVENT_TEMPLATES.map(({ name }) => name.length))).toBeLessThanOrEqual(TEST_EVENT_NAME_MAX);
});

test("HTTP API: query text and map agree, header names are lower case, the times agree", () => {
  const event = payloadOf("api-gateway-http");
  expect(Object.fromEntries(new URLSearchParams(event.rawQueryString))).toEqual(event.queryStringParameters);
  expect(Object.keys(event.headers).every((name) => name === name.toLowerCase())).toBe(true);
  expect(event.routeKey).toBe(`${event.requestContext.http.method} ${event.rawPath}`);
  expect(new Date(event.requestContext.timeEpoch).toISOString()).toBe("2026-11-13T15:08:50.123Z");
});

test("SQS: the digest is the body's", () => {
  const [record] = payloadOf("sqs").Records;
  expect(record.md5OfBody).toBe(createHash("md5").update(record.body).digest("hex"));
});

test("a shape of each source that code commonly relies on", () => {
  expect(payloadOf("s3-put").Records[0].s3.bucket.arn).toBe("arn:aws:s3:::shop-product-images");
  expect(JSON.parse(payloadOf("sns").Records[0].Sns.Message)).toHaveProperty("sku");
  expect(payloadOf("dynamodb-stream").Records[0].dynamodb.NewImage.totalCents).toEqual({ N: "4599" });
  expect(payloadOf("eventbridge-schedule")["detail-type"]).toBe("Scheduled Event");
  expect(templatePayload(EVENT_TEMPLATES[0]!)).toBe("{}");
});
