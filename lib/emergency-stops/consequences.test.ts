import { expect, test } from "vitest";
import { describeConsequences } from "./consequences";

const none = { mappings: [], urls: [] };
const summary = (ways: Parameters<typeof describeConsequences>[0]) => describeConsequences(ways).map(({ effect, source }) => `${effect}: ${source}`);
const allow = (service: string, sourceArn?: string) => ({
  Effect: "Allow",
  Principal: { Service: service },
  ...(sourceArn ? { Condition: { ArnLike: { "AWS:SourceArn": sourceArn } } } : {}),
});
const policy = (...Statement: object[]) => JSON.stringify({ Version: "2012-10-17", Statement });

test("a function without triggers still has callers, and loses asynchronous events", () => {
  expect(summary(none)).toEqual(["lost: Asynchronous invocations", "rejected: Synchronous callers"]);
});

test.each([
  [{ onFailure: "arn:aws:sqs:us-east-1:0:failed" }, "the on-failure destination failed at once"],
  [{ deadLetter: "arn:aws:sns:us-east-1:0:dead" }, "the dead-letter queue dead at once"],
  [{ onFailure: "arn:aws:sqs:us-east-1:0:failed", deadLetter: "arn:aws:sns:us-east-1:0:dead" }, "the on-failure destination failed"],
])("with %o asynchronous events wait there", (ways, words) => {
  const [consequence] = describeConsequences({ ...none, ...ways }).filter(({ source }) => source === "Asynchronous invocations");
  expect(consequence?.effect).toBe("waits");
  expect(consequence?.sentence).toContain(words);
});

test.each([
  ["arn:aws:sqs:us-east-1:0:orders", "Enabled", "waits: SQS queue orders", "retention"],
  ["arn:aws:sqs:us-east-1:0:orders", "Disabled", "none: SQS queue orders", "off"],
  ["arn:aws:sqs:us-east-1:0:orders", "Disabling", "none: SQS queue orders", "off"],
  ["arn:aws:kinesis:us-east-1:0:stream/clicks", "Enabled", "waits: Kinesis stream clicks", "iterator age"],
  ["arn:aws:dynamodb:us-east-1:0:table/orders/stream/2026-01-01T00:00:00.000", "Enabled", "waits: DynamoDB stream orders", "24 h"],
  ["arn:aws:kafka:us-east-1:0:cluster/main/uuid", "Enabled", "waits: Kafka topic of main", "offset"],
  ["arn:aws:mq:us-east-1:0:broker:events:b-1", "Enabled", "waits: Amazon MQ broker b-1", "broker"],
  [undefined, "Enabled", "waits: Kafka topic of self-managed cluster", "offset"],
])("the mapping of %s that is %s", (sourceArn, state, line, words) => {
  const [consequence] = describeConsequences({ ...none, mappings: [{ sourceArn, state }] }).filter(({ source }) => `${source}` === line.split(": ")[1]);
  expect(consequence && `${consequence.effect}: ${consequence.source}`).toBe(line);
  expect(consequence?.sentence).toContain(words);
});

test("what the policy lets in is listed once per source; a URL's public statement is not a principal", () => {
  const document = policy(
    allow("apigateway.amazonaws.com", "arn:aws:execute-api:us-east-1:0:abc/prod/POST/orders"),
    allow("s3.amazonaws.com", "arn:aws:s3:::uploads"),
    allow("s3.amazonaws.com", "arn:aws:s3:::uploads"),
    allow("logs.us-east-1.amazonaws.com"),
    { Effect: "Allow", Principal: "*" },
    { Effect: "Deny", Principal: { Service: "sns.amazonaws.com" } },
    { Effect: "Allow", Principal: { AWS: "arn:aws:iam::111122223333:root" } },
  );
  expect(summary({ ...none, policy: document, urls: [{ url: "https://abc123.lambda-url.us-east-1.on.aws/" }] })).toEqual([
    "lost: S3 bucket uploads",
    "lost: CloudWatch Logs subscription",
    "lost: Asynchronous invocations",
    "rejected: Function URL abc123",
    "rejected: API Gateway abc/prod/POST/orders",
    "rejected: arn:aws:iam::111122223333:root",
    "rejected: Synchronous callers",
  ]);
});

test("a policy that is no JSON takes nothing away", () => {
  expect(summary({ ...none, policy: "{" })).toHaveLength(2);
});
