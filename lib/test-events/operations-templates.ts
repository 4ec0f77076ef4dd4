import { ACCOUNT, type EventTemplate, FIRST_RECORD, REGION } from "./event-template";
import { SNS_MARKS, snsNotification } from "./queue-templates";

const ALARM_ARN = `arn:aws:cloudwatch:${REGION}:${ACCOUNT}:alarm:checkout-errors`;
const REASON = "Threshold Crossed: 1 out of the last 1 datapoints [4.0 (13/11/26 15:07:00)] was greater than or equal to the threshold (1.0) (minimum 1 datapoint for OK -> ALARM transition).";

const alarm = {
  source: "aws.cloudwatch",
  alarmArn: ALARM_ARN,
  accountId: ACCOUNT,
  time: "2026-11-13T15:08:50.123+0000",
  region: REGION,
  alarmData: {
    alarmName: "checkout-errors",
    state: { value: "ALARM", reason: REASON, reasonData: JSON.stringify({ version: "1.0", queryDate: "2026-11-13T15:08:50.123+0000", statistic: "Sum", period: 60, recentDatapoints: [4], threshold: 1 }), timestamp: "2026-11-13T15:08:50.123+0000" },
    previousState: { value: "OK", reason: "Threshold Crossed: no datapoints were received.", reasonData: "{}", timestamp: "2026-11-13T14:08:50.123+0000" },
    configuration: {
      description: "Errors of checkout",
      metrics: [{ id: "m1", metricStat: { metric: { namespace: "AWS/Lambda", name: "Errors", dimensions: { FunctionName: "checkout" } }, period: 60, stat: "Sum" }, returnData: true }],
    },
  },
};

const alarmMessage = {
  AlarmName: "checkout-errors",
  AlarmDescription: "Errors of checkout",
  AWSAccountId: ACCOUNT,
  AlarmConfigurationUpdatedTimestamp: "2026-11-01T09:00:00.000+0000",
  NewStateValue: "ALARM",
  NewStateReason: REASON,
  StateChangeTime: "2026-11-13T15:08:50.123+0000",
  Region: "US East (N. Virginia)",
  AlarmArn: ALARM_ARN,
  OldStateValue: "OK",
  OKActions: [],
  AlarmActions: [`arn:aws:sns:${REGION}:${ACCOUNT}:alarms`],
  InsufficientDataActions: [],
  Trigger: {
    MetricName: "Errors",
    Namespace: "AWS/Lambda",
    StatisticType: "Statistic",
    Statistic: "SUM",
    Unit: null,
    Dimensions: [{ value: "checkout", name: "FunctionName" }],
    Period: 60,
    EvaluationPeriods: 1,
    ComparisonOperator: "GreaterThanOrEqualToThreshold",
    Threshold: 1,
    TreatMissingData: "notBreaching",
    EvaluateLowSampleCountPercentile: "",
  },
};

/** gzip in base64 of two log events of /aws/lambda/checkout. */
const LOG_DATA = "H4sIAAAAAAAAA6XQUUvDMBAH8K9SDh8rzSVpmuStYN2LIqx9m0OyNpvFtilJ5hhj312mKCKIDz7enz93P+4Eow3B7GxznC1ouCmb8um+qutyUUEK7jBZDxqQMp6LQiqCFFIY3G7h3X4GDZk5hGww46YzWfts2xe3jx+NOnprRtBACRUZYoYsW13dlU1VN2vytdFs2s5uf86QQthvQuv7OfZuuu2HaH0AvQLrvfMB1u83qlc7xUt8gr4DDQxVzpAIQYQSQknGCimJIjQnhZKEU0TkjEolMOeUUyUpxVxISCH2ow3RjDNoLBTPJc3ZRZV+fgg0VMvlwzKZzXG0U0zcNnHXSAgmW9MPtnuc4Jz+D6J+h/C/IfQbZH1+A/qDvErbAQAA";

const STACK_ARN = `arn:aws:cloudformation:${REGION}:${ACCOUNT}:stack/shop/51af3dc0-da77-11e4-872e-1234567db123`;

function customResource(requestType: "Create" | "Update" | "Delete", extra: object) {
  return {
    RequestType: requestType,
    ServiceToken: `arn:aws:lambda:${REGION}:${ACCOUNT}:function:seed-products`,
    ResponseURL: `https://cloudformation-custom-resource-response-useast1.s3.amazonaws.com/example`,
    StackId: STACK_ARN,
    RequestId: "e8a6b1c2-6b1e-4f4b-9d3a-0d7a1c2b3e4f",
    ResourceType: "Custom::SeedProducts",
    LogicalResourceId: "SeedProducts",
    ResourceProperties: { ServiceToken: `arn:aws:lambda:${REGION}:${ACCOUNT}:function:seed-products`, TableName: "products" },
    ...extra,
  };
}

const CUSTOM_RESOURCE = {
  group: "Operations",
  marks: [[["RequestType"]], [["ResponseURL"]]],
  fields: [
    { label: "Request type", path: ["RequestType"] },
    { label: "Logical id", path: ["LogicalResourceId"] },
    { label: "Response URL", path: ["ResponseURL"] },
  ],
} as const;

const configurationItem = {
  configurationItem: {
    configurationItemCaptureTime: "2026-11-13T15:08:50.123Z",
    awsAccountId: ACCOUNT,
    configurationItemStatus: "OK",
    resourceId: "i-0abc123def4567890",
    ARN: `arn:aws:ec2:${REGION}:${ACCOUNT}:instance/i-0abc123def4567890`,
    awsRegion: REGION,
    resourceType: "AWS::EC2::Instance",
    tags: { team: "shop" },
    configuration: { instanceType: "t3.micro" },
  },
  messageType: "ConfigurationItemChangeNotification",
  notificationCreationTime: "2026-11-13T15:08:50.123Z",
};

const config = (invokingEvent: object) => ({
  version: "1.0",
  invokingEvent: JSON.stringify(invokingEvent),
  ruleParameters: JSON.stringify({ desiredInstanceType: "t3.micro" }),
  resultToken: "result-token-of-the-example",
  eventLeftScope: false,
  executionRoleArn: `arn:aws:iam::${ACCOUNT}:role/config-role`,
  configRuleArn: `arn:aws:config:${REGION}:${ACCOUNT}:config-rule/config-rule-0123456`,
  configRuleName: "instance-type",
  configRuleId: "config-rule-0123456",
  accountId: ACCOUNT,
});

export const OPERATIONS_TEMPLATES: readonly EventTemplate[] = [
  { id: "cloudwatch-logs", group: "Operations", label: "CloudWatch Logs subscription", name: "log-events", payload: { awslogs: { data: LOG_DATA } }, marks: [[["awslogs", "data"]]], fields: [] },
  {
    id: "cloudwatch-alarm",
    group: "Operations",
    label: "CloudWatch alarm action",
    name: "alarm",
    payload: alarm,
    marks: [[["alarmData", "alarmName"]]],
    fields: [
      { label: "Alarm", path: ["alarmData", "alarmName"] },
      { label: "State", path: ["alarmData", "state", "value"] },
    ],
  },
  {
    id: "cloudwatch-alarm-sns",
    group: "Queues and topics",
    label: "CloudWatch alarm through SNS",
    name: "alarm-sns",
    payload: snsNotification("alarms", 'ALARM: "checkout-errors" in US East (N. Virginia)', JSON.stringify(alarmMessage)),
    marks: SNS_MARKS,
    fields: [
      { label: "Message", path: [...FIRST_RECORD, "Sns", "Message"] },
      { label: "Subject", path: [...FIRST_RECORD, "Sns", "Subject"] },
    ],
  },
  { ...CUSTOM_RESOURCE, id: "cloudformation-create", label: "CloudFormation custom resource, Create", name: "resource-create", payload: customResource("Create", {}) },
  {
    ...CUSTOM_RESOURCE,
    id: "cloudformation-update",
    label: "CloudFormation custom resource, Update",
    name: "resource-update",
    payload: customResource("Update", { PhysicalResourceId: "seed-products-1", OldResourceProperties: { ServiceToken: `arn:aws:lambda:${REGION}:${ACCOUNT}:function:seed-products`, TableName: "products-old" } }),
  },
  { ...CUSTOM_RESOURCE, id: "cloudformation-delete", label: "CloudFormation custom resource, Delete", name: "resource-delete", payload: customResource("Delete", { PhysicalResourceId: "seed-products-1" }) },
  {
    id: "config-change",
    group: "Operations",
    label: "AWS Config rule, change",
    name: "config-change",
    payload: config(configurationItem),
    marks: [[["invokingEvent"]], [["configRuleName"]]],
    fields: [
      { label: "Invoking event", path: ["invokingEvent"] },
      { label: "Rule parameters", path: ["ruleParameters"] },
    ],
  },
  {
    id: "config-periodic",
    group: "Operations",
    label: "AWS Config rule, periodic",
    name: "config-periodic",
    payload: config({ awsAccountId: ACCOUNT, notificationCreationTime: "2026-11-13T15:08:50.123Z", messageType: "ScheduledNotification", recordVersion: "1.0" }),
    marks: [[["invokingEvent"]], [["configRuleName"]]],
    fields: [{ label: "Rule parameters", path: ["ruleParameters"] }],
  },
  ...["createSecret", "setSecret", "testSecret", "finishSecret"].map(
    (step): EventTemplate => ({
      id: `secrets-manager-${step}`,
      group: "Operations",
      label: `Secrets Manager rotation, ${step}`,
      name: `rotation-${step}`,
      payload: { Step: step, SecretId: `arn:aws:secretsmanager:${REGION}:${ACCOUNT}:secret:shop/database-a1b2c3`, ClientRequestToken: "4f1c09a2-b7d3-4c8e-9f39-0d7a1c2b3e4f" },
      marks: [[["Step"]], [["SecretId"]]],
      fields: [
        { label: "Step", path: ["Step"] },
        { label: "Secret ARN", path: ["SecretId"] },
      ],
    }),
  ),
  {
    id: "step-functions",
    group: "Operations",
    label: "Step Functions task with a task token",
    name: "state-input",
    payload: { orderId: "o-1001", attempt: 1, taskToken: "AAAAKgAAAAIAAAAAAAAAAexampleTaskToken" },
    marks: [[["taskToken"]]],
    fields: [
      { label: "Order id", path: ["orderId"] },
      { label: "Task token", path: ["taskToken"] },
    ],
  },
  {
    id: "step-functions-error",
    group: "Operations",
    label: "Step Functions, caught error",
    name: "state-error",
    payload: { resource: `arn:aws:lambda:${REGION}:${ACCOUNT}:function:charge-card`, error: "Lambda.Unknown", cause: "The cause could not be determined because Lambda did not return an error type." },
    marks: [[["error"]], [["cause"]]],
    fields: [
      { label: "Error", path: ["error"] },
      { label: "Cause", path: ["cause"] },
    ],
  },
  {
    id: "batch-submit",
    group: "Operations",
    label: "AWS Batch, submit job",
    name: "batch-submit",
    payload: { jobName: "nightly-report", jobQueue: "default", jobDefinition: "nightly-report:3" },
    marks: [[["jobDefinition"]]],
    fields: [
      { label: "Job name", path: ["jobName"] },
      { label: "Job queue", path: ["jobQueue"] },
    ],
  },
  { id: "batch-get", group: "Operations", label: "AWS Batch, get job", name: "batch-get", payload: { jobId: "4c7599ae-0a82-49aa-ba5a-4727fcce14a8" }, marks: [[["jobId"]]], fields: [{ label: "Job id", path: ["jobId"] }] },
];
