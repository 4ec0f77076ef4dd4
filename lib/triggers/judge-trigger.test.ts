import { describe, expect, test } from "vitest";
import { judgeMapping, judgeStatement, judgeUrl, type TriggerSurroundings } from "./judge-trigger";
import type { Mapping, PolicyStatement, TriggerUrl, TriggerVerdict } from "./schema";

const around: TriggerSurroundings = { qualifiers: new Set(["$LATEST", "prod", "3"]), state: "Active", timeoutSeconds: 3 };
const mapping: Mapping = { id: "u", sourceArn: "arn:aws:sqs:us-east-1:000000000000:orders", state: "Enabled", batchSize: 10, filters: [], reportsItemFailures: true, topics: [], queues: [] };
const statement: PolicyStatement = { statementId: "s", effect: "Allow", principal: "s3.amazonaws.com", actions: ["lambda:InvokeFunction"], sourceArn: "arn:aws:s3:::photos", sourceAccount: "000000000000", viaUrl: false, otherConditions: [] };
const url: TriggerUrl = { url: "https://u.lambda-url.us-east-1.on.aws/", authType: "NONE", invokeMode: "BUFFERED" };
const STOPPED = "The function is stopped: its reserved concurrency is 0.";

describe("event source mappings", () => {
  test.each<[string, Partial<Mapping & { filterError: string }>, Partial<TriggerSurroundings>, string, TriggerVerdict, RegExp]>([
    ["SQS", {}, {}, "$LATEST", "works", /polls the source/],
    ["on an alias", {}, {}, "prod", "works", /polls the source/],
    ["Kinesis", { sourceArn: "arn:aws:kinesis:us-east-1:000000000000:stream/clicks" }, {}, "$LATEST", "works", /polls/],
    ["DynamoDB", { sourceArn: "arn:aws:dynamodb:us-east-1:000000000000:table/orders/stream/1" }, {}, "$LATEST", "works", /polls/],
    ["self-managed Kafka", { sourceArn: undefined, topics: ["orders"] }, {}, "$LATEST", "works", /polls/],
    ["being made", { state: "Creating" }, {}, "$LATEST", "works", /still setting it up \(Creating\)/],
    ["being switched on", { state: "Enabling" }, {}, "$LATEST", "works", /Enabling/],
    ["being updated", { state: "Updating" }, {}, "$LATEST", "works", /Updating/],
    ["read without trouble", { lastProcessingResult: "OK" }, {}, "$LATEST", "works", /polls/],
    ["an inactive function", {}, { state: "Inactive" }, "$LATEST", "works", /polls/],
    ["switched off", { state: "Disabled" }, {}, "$LATEST", "never_fires", /switched off\.$/],
    ["being switched off", { state: "Disabling" }, {}, "$LATEST", "never_fires", /being switched off/],
    ["being deleted", { state: "Deleting" }, {}, "$LATEST", "never_fires", /being deleted/],
    ["the source is out of reach", { lastProcessingResult: "PROBLEM: Function call failed" }, {}, "$LATEST", "never_fires", /cannot get at the source: Function call failed/],
    ["an unreadable filter", { filterError: "KMS key is disabled" }, {}, "$LATEST", "never_fires", /cannot read its filter: KMS/],
    ["an alias that is gone", {}, {}, "staging", "never_fires", /invokes staging, which does not exist/],
    ["a stopped function", {}, { reservedConcurrency: 0 }, "$LATEST", "never_fires", /reserved concurrency is 0/],
    ["a stopped function, on an alias", {}, { reservedConcurrency: 0 }, "prod", "never_fires", /reserved concurrency is 0/],
    ["a stopped function whose mapping is being made", { state: "Creating" }, { reservedConcurrency: 0 }, "$LATEST", "never_fires", /reserved concurrency is 0/],
    ["a function with one environment reserved", {}, { reservedConcurrency: 1 }, "$LATEST", "works", /polls/],
    ["a failed function", {}, { state: "Failed" }, "$LATEST", "never_fires", /state Failed/],
  ])("%s", (_what, change, surroundings, qualifier, verdict, reason) => {
    const judged = judgeMapping({ ...mapping, ...change }, qualifier, { ...around, ...surroundings });
    expect(judged.verdict).toBe(verdict);
    expect(judged.reason).toMatch(reason);
  });

  test("says what is worth a look", () => {
    const judged = judgeMapping({ ...mapping, reportsItemFailures: false, filters: ["{}"] }, "$LATEST", around);
    expect(judged.notes).toEqual(["Records that do not fit its filter are dropped.", "One failing message brings the whole batch back: item failures are not reported."]);
  });
});

describe("permissions", () => {
  test.each<[string, Partial<PolicyStatement>, Partial<TriggerSurroundings> & { urls?: Pick<TriggerUrl, "authType">[] }, string, TriggerVerdict, RegExp]>([
    ["S3", {}, {}, "$LATEST", "permission_only", /set up at the bucket's event notifications/],
    ["EventBridge", { principal: "events.amazonaws.com", sourceArn: "arn:aws:events:us-east-1:000000000000:rule/nightly" }, {}, "$LATEST", "permission_only", /the rule's targets/],
    ["SNS", { principal: "sns.amazonaws.com", sourceArn: "arn:aws:sns:us-east-1:000000000000:news" }, {}, "$LATEST", "permission_only", /the topic's subscriptions/],
    ["API Gateway", { principal: "apigateway.amazonaws.com", sourceArn: "arn:aws:execute-api:us-east-1:000000000000:abc/*/GET/x" }, {}, "$LATEST", "permission_only", /the API's integration/],
    ["CloudWatch Logs of a region", { principal: "logs.eu-west-1.amazonaws.com", sourceArn: "arn:aws:logs:eu-west-1:000000000000:log-group:x:*" }, {}, "$LATEST", "permission_only", /subscription filters/],
    ["a service that is not known here", { principal: "newthing.amazonaws.com", sourceArn: undefined }, {}, "$LATEST", "permission_only", /newthing is let in/],
    ["another account", { principal: "arn:aws:iam::111122223333:root", sourceArn: undefined }, {}, "$LATEST", "permission_only", /Account 111122223333 may invoke/],
    ["everyone", { principal: "*", sourceArn: undefined, sourceAccount: undefined }, {}, "$LATEST", "permission_only", /Everyone with an AWS account/],
    ["everyone of an organization", { principal: "*", sourceArn: undefined, sourceAccount: undefined, organizationId: "o-1" }, {}, "$LATEST", "permission_only", /who comes from o-1/],
    ["reading only", { actions: ["lambda:GetFunction"] }, {}, "$LATEST", "permission_only", /invokes nothing/],
    ["a URL that is not there", { principal: "*", actions: ["lambda:InvokeFunctionUrl"], urlAuthType: "NONE", sourceArn: undefined }, {}, "$LATEST", "permission_only", /there is none/],
    ["a URL", { principal: "*", actions: ["lambda:InvokeFunctionUrl"], urlAuthType: "NONE", sourceArn: undefined }, { urls: [{ authType: "NONE" }] }, "$LATEST", "works", /uses it/],
    ["the second half of a URL", { principal: "*", viaUrl: true, sourceArn: undefined }, { urls: [{ authType: "NONE" }] }, "$LATEST", "works", /uses it/],
    ["a stopped function", {}, { reservedConcurrency: 0 }, "$LATEST", "never_fires", /reserved concurrency is 0/],
    ["a URL of a stopped function", { principal: "*", actions: ["lambda:InvokeFunctionUrl"], urlAuthType: "NONE", sourceArn: undefined }, { reservedConcurrency: 0, urls: [{ authType: "NONE" }] }, "$LATEST", "never_fires", /reserved concurrency is 0/],
    ["a URL of the other kind", { principal: "*", actions: ["lambda:InvokeFunctionUrl"], urlAuthType: "NONE", sourceArn: undefined }, { urls: [{ authType: "AWS_IAM" }] }, "$LATEST", "never_fires", /the URL has AWS_IAM/],
    ["SQS, which never pushes", { principal: "sqs.amazonaws.com", sourceArn: "arn:aws:sqs:us-east-1:000000000000:orders" }, {}, "$LATEST", "never_fires", /needs an event source mapping/],
    ["Kinesis", { principal: "kinesis.amazonaws.com" }, {}, "$LATEST", "never_fires", /Lambda polls it/],
    ["DynamoDB", { principal: "dynamodb.amazonaws.com" }, {}, "$LATEST", "never_fires", /Lambda polls it/],
    ["a source of another service", { principal: "events.amazonaws.com" }, {}, "$LATEST", "never_fires", /EventBridge has no such sources/],
    ["two accounts", { principal: "sns.amazonaws.com", sourceArn: "arn:aws:sns:us-east-1:111122223333:news" }, {}, "$LATEST", "never_fires", /belongs to account 111122223333/],
    ["a denial", { effect: "Deny" }, {}, "$LATEST", "never_fires", /denies/],
    ["nobody", { principal: "" }, {}, "$LATEST", "never_fires", /names nobody/],
    ["a version that is gone", {}, {}, "9", "never_fires", /invokes 9, which does not exist/],
    ["a stopped function", {}, { reservedConcurrency: 0 }, "prod", "never_fires", /reserved concurrency is 0/],
  ])("%s", (_what, change, { urls = [], ...surroundings }, qualifier, verdict, reason) => {
    const judged = judgeStatement({ ...statement, ...change }, qualifier, { ...around, ...surroundings, urls });
    expect(judged.verdict).toBe(verdict);
    expect(judged.reason).toMatch(reason);
  });

  test.each<[Partial<PolicyStatement>, RegExp]>([
    [{ principal: "*", sourceArn: undefined, sourceAccount: undefined }, /whole world/],
    [{ sourceAccount: undefined }, /bucket of the same name in another account/],
    [{ principal: "events.amazonaws.com", sourceArn: undefined, sourceAccount: undefined }, /Any EventBridge source of any account/],
    [{ otherConditions: ["aws:sourcevpc"] }, /not judged here: aws:sourcevpc/],
  ])("warns about %j", (change, note) => {
    expect(judgeStatement({ ...statement, ...change }, "$LATEST", { ...around, urls: [] }).notes.join(" ")).toMatch(note);
  });
});

describe("function URLs", () => {
  const forUrl: PolicyStatement = { ...statement, principal: "*", actions: ["lambda:InvokeFunctionUrl"], sourceArn: undefined, sourceAccount: undefined, urlAuthType: "NONE" };
  const via: PolicyStatement = { ...statement, principal: "*", sourceArn: undefined, sourceAccount: undefined, viaUrl: true };
  test.each<[string, Partial<TriggerUrl>, PolicyStatement[], Partial<TriggerSurroundings> & { policyReadable?: boolean }, TriggerVerdict, RegExp]>([
    ["public, both statements", {}, [forUrl, via], {}, "works", /Everyone who knows the address/],
    ["signed, without a statement", { authType: "AWS_IAM" }, [], {}, "works", /Signed requests/],
    ["public, no statement", {}, [], {}, "never_fires", /403.*InvokeFunctionUrl/],
    ["public, half a permission", {}, [forUrl], {}, "never_fires", /since October 2025/],
    ["public, a statement for the other kind", {}, [{ ...forUrl, urlAuthType: "AWS_IAM" }, via], {}, "never_fires", /403/],
    ["public, denied", {}, [{ ...forUrl, effect: "Deny" }, via], {}, "never_fires", /403/],
    ["stopped", {}, [forUrl, via], { reservedConcurrency: 0 }, "never_fires", /reserved concurrency is 0/],
    ["stopped, signed", { authType: "AWS_IAM" }, [], { reservedConcurrency: 0 }, "never_fires", /reserved concurrency is 0/],
    ["stopped, policy not readable", {}, [], { reservedConcurrency: 0, policyReadable: false }, "never_fires", /reserved concurrency is 0/],
    ["policy not readable", {}, [], { policyReadable: false }, "permission_only", /could not be read/],
  ])("%s", (_what, change, statements, { policyReadable = true, ...surroundings }, verdict, reason) => {
    const judged = judgeUrl({ ...url, ...change }, "$LATEST", { ...around, ...surroundings, statements, policyReadable });
    expect(judged.verdict).toBe(verdict);
    expect(judged.reason).toMatch(reason);
  });
  test("says the same of a stopped function everywhere", () => {
    expect(judgeUrl(url, "$LATEST", { ...around, reservedConcurrency: 0, statements: [], policyReadable: true }).reason).toBe(STOPPED);
  });
});
