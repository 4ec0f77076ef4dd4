import { createHash } from "node:crypto";
import { gunzipSync } from "node:zlib";
import { expect, test } from "vitest";
import { readFields } from "./event-fields";
import { EVENT_TEMPLATES, recogniseEvent, searchTemplates, templatePayload } from "./event-templates";
import { findValueSpan } from "./json-edit";
import { TEST_EVENT_NAME_MAX } from "./schema";

const payloadOf = (id: string) => JSON.parse(templatePayload(EVENT_TEMPLATES.find((template) => template.id === id)!));

test("ids, labels and names are unique and fit", () => {
  for (const key of ["id", "label", "name"] as const) expect(new Set(EVENT_TEMPLATES.map((template) => template[key])).size).toBe(EVENT_TEMPLATES.length);
  expect(Math.max(...EVENT_TEMPLATES.map(({ name }) => name.length))).toBeLessThanOrEqual(TEST_EVENT_NAME_MAX);
});

test.each([
  "API Gateway REST",
  "API Gateway HTTP",
  "Function URL",
  "WebSocket",
  "Load Balancer",
  "authorizer, TOKEN",
  "authorizer, REQUEST",
  "authorizer, format 2.0",
  "VPC Lattice",
  "S3 put",
  "S3 Batch",
  "S3 Object Lambda",
  "SQS",
  "SNS",
  "DynamoDB",
  "Kinesis stream",
  "tumbling window",
  "MSK",
  "Self-managed Apache Kafka",
  "ActiveMQ",
  "RabbitMQ",
  "DocumentDB",
  "Firehose",
  "Kinesis Data Analytics",
  "EventBridge schedule",
  "EventBridge, an event of your own",
  "Scheduler",
  "Pipes",
  "CloudWatch Logs",
  "alarm action",
  "alarm through SNS",
  "CloudFormation",
  "Config rule",
  "CodePipeline job",
  "CodeCommit",
  "Secrets Manager",
  "Step Functions",
  "AWS Batch",
  "IoT rule",
  "IoT button",
  "1-Click",
  "IoT custom authorizer",
  "Rekognition",
  "WorkMail",
  "SageMaker",
  "sign-up",
  "Cognito Sync",
  "SES",
  "Lex V2",
  "Lex V1",
  "Alexa skill",
  "smart home",
  "Connect",
  "AppSync resolver",
  "AppSync authorizer",
  "CloudFront",
  "Client VPN",
])("there is a template for %s", (words) => {
  expect(searchTemplates(words)[0]?.label.toLowerCase()).toContain(words.split(/[ ,]+/)[0]!.toLowerCase());
});

test("a search finds by label first, then by what is in the JSON", () => {
  expect(searchTemplates("sqs").map(({ id }) => id).slice(0, 3)).toEqual(["sqs", "sqs-batch", "sqs-fifo"]);
  expect(searchTemplates("rawPath").map(({ id }) => id)).toContain("function-url");
  expect(searchTemplates("no such source anywhere")).toEqual([]);
  expect(searchTemplates(" ")).toHaveLength(EVENT_TEMPLATES.length);
});

test.each(EVENT_TEMPLATES.filter(({ fields }) => fields.length > 0).map((template) => [template.id, template] as const))("%s is known again, and has fields to change", (_id, template) => {
  const known = recogniseEvent(template.payload)!;
  expect(known.group).toBe(template.group);
  const fields = readFields(template, template.payload);
  expect(fields.length).toBeGreaterThan(0);
  const text = templatePayload(template);
  for (const { field } of fields) expect([field.label, findValueSpan(text, field.path)]).not.toContain(undefined);
  expect(readFields(known, template.payload).length).toBeGreaterThan(0);
});

test("an event of no source is of none", () => {
  for (const event of [null, 1, "x", [], {}, { a: 1 }, { Records: [] }]) expect(recogniseEvent(event)).toBeUndefined();
});

test("HTTP API: query text and map agree, header names are lower case, the times agree", () => {
  const event = payloadOf("api-gateway-http");
  expect(Object.fromEntries(new URLSearchParams(event.rawQueryString))).toEqual(event.queryStringParameters);
  expect(Object.keys(event.headers).every((name) => name === name.toLowerCase())).toBe(true);
  expect(event.routeKey).toBe(`${event.requestContext.http.method} ${event.rawPath}`);
  expect(new Date(event.requestContext.timeEpoch).toISOString()).toBe("2026-11-13T15:08:50.123Z");
});

test("absent maps are null in REST events and missing in version 2.0; a function URL without sign-in is anonymous", () => {
  expect(payloadOf("api-gateway-rest")).toMatchObject({ stageVariables: null, body: null });
  expect(payloadOf("api-gateway-http")).not.toHaveProperty("pathParameters");
  expect(payloadOf("function-url")).toMatchObject({ routeKey: "$default", requestContext: { stage: "$default", accountId: "anonymous" } });
});

test("SQS: the digest is the body's", () => {
  for (const id of ["sqs", "sqs-batch", "sqs-fifo"]) {
    for (const record of payloadOf(id).Records) expect(record.md5OfBody).toBe(createHash("md5").update(record.body).digest("hex"));
  }
});

test("what is encoded decodes to what the source sends", () => {
  const logs = JSON.parse(gunzipSync(Buffer.from(payloadOf("cloudwatch-logs").awslogs.data, "base64")).toString());
  expect(logs).toMatchObject({ messageType: "DATA_MESSAGE", logGroup: "/aws/lambda/checkout" });
  expect(JSON.parse(Buffer.from(payloadOf("kinesis").Records[0].kinesis.data, "base64").toString())).toHaveProperty("page");
  expect(JSON.parse(payloadOf("config-change").invokingEvent)).toHaveProperty("configurationItem");
  expect(JSON.parse(payloadOf("cloudwatch-alarm-sns").Records[0].Sns.Message)).toHaveProperty("Trigger.MetricName", "Errors");
  expect(payloadOf("s3-put").Records[0].s3.object.key).toBe("uploads/blue+mug.png");
  expect(templatePayload(EVENT_TEMPLATES[0]!)).toBe("{}");
});
