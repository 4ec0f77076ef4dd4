import { ACCOUNT, type EventField, type EventTemplate, REGION, TIME_SECONDS } from "./event-template";

/** EventBridge's envelope, version 0. */
function eventBridge(source: string, detailType: string, detail: object, resources: string[] = []) {
  return { version: "0", id: "cdc73f9d-aea9-11e3-9d5a-835b769c0d9c", "detail-type": detailType, source, account: ACCOUNT, time: TIME_SECONDS, region: REGION, resources, detail };
}

const MARKS = [[["detail-type"]], [["source"]]] as const;
const FIELDS: readonly EventField[] = [
  { label: "Source", path: ["source"] },
  { label: "Detail type", path: ["detail-type"] },
  { label: "Time", path: ["time"] },
];
const arn = (service: string, resource: string) => `arn:aws:${service}:${REGION}:${ACCOUNT}:${resource}`;
const INSTANCE = "i-0abc123def4567890";

interface Sample {
  id: string;
  label: string;
  payload: object;
  fields?: readonly EventField[];
}

const SAMPLES: readonly Sample[] = [
  { id: "eventbridge-schedule", label: "EventBridge schedule", payload: eventBridge("aws.events", "Scheduled Event", {}, [arn("events", "rule/nightly-report")]), fields: [{ label: "Rule ARN", path: ["resources", 0] }] },
  { id: "eventbridge-custom", label: "EventBridge, an event of your own", payload: eventBridge("com.example.shop", "Order Placed", { orderId: "o-1001", status: "paid", totalCents: 4599 }), fields: [{ label: "Order id", path: ["detail", "orderId"] }] },
  {
    id: "eventbridge-s3",
    label: "EventBridge, S3 Object Created",
    payload: eventBridge(
      "aws.s3",
      "Object Created",
      { version: "0", bucket: { name: "shop-product-images" }, object: { key: "uploads/blue mug.png", size: 48_213, etag: "0123456789abcdef0123456789abcdef", sequencer: "0055AED6DCD90281E5" }, "request-id": "C3D13FE58DE4C810", requester: ACCOUNT, "source-ip-address": "203.0.113.24", reason: "PutObject" },
      ["arn:aws:s3:::shop-product-images"],
    ),
    fields: [
      { label: "Bucket", path: ["detail", "bucket", "name"], also: [{ path: ["resources", 0], from: (value) => `arn:aws:s3:::${value}` }] },
      { label: "Key", path: ["detail", "object", "key"] },
    ],
  },
  { id: "eventbridge-ec2", label: "EventBridge, EC2 instance state change", payload: eventBridge("aws.ec2", "EC2 Instance State-change Notification", { "instance-id": INSTANCE, state: "running" }, [arn("ec2", `instance/${INSTANCE}`)]), fields: [{ label: "State", path: ["detail", "state"] }] },
  {
    id: "eventbridge-autoscaling",
    label: "EventBridge, Auto Scaling launch",
    payload: eventBridge(
      "aws.autoscaling",
      "EC2 Instance Launch Successful",
      { StatusCode: "InProgress", AutoScalingGroupName: "shop-web", ActivityId: "87654321-4321-4321-4321-210987654321", Details: { "Availability Zone": "us-east-1b", "Subnet ID": "subnet-0123456789abcdef0" }, RequestId: "87654321-4321-4321-4321-210987654321", EndTime: TIME_SECONDS, EC2InstanceId: INSTANCE, StartTime: TIME_SECONDS, Cause: "An instance was started in response to a change of capacity from 1 to 2." },
      [arn("autoscaling", "autoScalingGroup:eb56d16b-bbf0-401d-b893-d5978ed4a025:autoScalingGroupName/shop-web"), arn("ec2", `instance/${INSTANCE}`)],
    ),
    fields: [{ label: "Group", path: ["detail", "AutoScalingGroupName"] }],
  },
  {
    id: "eventbridge-codebuild",
    label: "EventBridge, CodeBuild state change",
    payload: eventBridge(
      "aws.codebuild",
      "CodeBuild Build State Change",
      { "build-status": "FAILED", "project-name": "shop-build", "build-id": arn("codebuild", "build/shop-build:8745a7a9-c340-456a-9166-edf953571be0"), "current-phase": "COMPLETED", "current-phase-context": "[]", version: "1" },
      [arn("codebuild", "build/shop-build:8745a7a9-c340-456a-9166-edf953571be0")],
    ),
    fields: [{ label: "Build status", path: ["detail", "build-status"] }, { label: "Project", path: ["detail", "project-name"] }],
  },
  {
    id: "eventbridge-codebuild-phase",
    label: "EventBridge, CodeBuild phase change",
    payload: eventBridge(
      "aws.codebuild",
      "CodeBuild Build Phase Change",
      { "completed-phase": "BUILD", "completed-phase-status": "SUCCEEDED", "completed-phase-duration-seconds": 42, "completed-phase-context": "[: ]", "project-name": "shop-build", "build-id": arn("codebuild", "build/shop-build:8745a7a9-c340-456a-9166-edf953571be0"), version: "1" },
      [arn("codebuild", "build/shop-build:8745a7a9-c340-456a-9166-edf953571be0")],
    ),
    fields: [{ label: "Phase", path: ["detail", "completed-phase"] }],
  },
  {
    id: "eventbridge-codedeploy",
    label: "EventBridge, CodeDeploy deployment state change",
    payload: eventBridge("aws.codedeploy", "CodeDeploy Deployment State-change Notification", { region: REGION, deploymentId: "d-123456789", instanceGroupId: "9fd2fbef-2157-40d8-91e7-6845af69e2d2", deploymentGroup: "shop-prod", state: "SUCCESS", application: "shop" }, [arn("codedeploy", "application:shop"), arn("codedeploy", "deploymentgroup:shop/shop-prod")]),
    fields: [{ label: "State", path: ["detail", "state"] }, { label: "Application", path: ["detail", "application"] }],
  },
  {
    id: "eventbridge-codepipeline",
    label: "EventBridge, CodePipeline execution state change",
    payload: eventBridge("aws.codepipeline", "CodePipeline Pipeline Execution State Change", { pipeline: "shop", version: 1, state: "FAILED", "execution-id": "01234567-0123-0123-0123-012345678901" }, [arn("codepipeline", "shop")]),
    fields: [{ label: "State", path: ["detail", "state"] }, { label: "Pipeline", path: ["detail", "pipeline"] }],
  },
  {
    id: "eventbridge-codepipeline-stage",
    label: "EventBridge, CodePipeline stage state change",
    payload: eventBridge("aws.codepipeline", "CodePipeline Stage Execution State Change", { pipeline: "shop", version: 1, "execution-id": "01234567-0123-0123-0123-012345678901", stage: "Deploy", state: "STARTED" }, [arn("codepipeline", "shop")]),
    fields: [{ label: "Stage", path: ["detail", "stage"] }, { label: "State", path: ["detail", "state"] }],
  },
  {
    id: "eventbridge-codepipeline-action",
    label: "EventBridge, CodePipeline action state change",
    payload: eventBridge("aws.codepipeline", "CodePipeline Action Execution State Change", { pipeline: "shop", version: 1, "execution-id": "01234567-0123-0123-0123-012345678901", stage: "Deploy", action: "deploy-functions", state: "SUCCEEDED", region: REGION, type: { owner: "AWS", category: "Deploy", provider: "CodeDeploy", version: 1 } }, [arn("codepipeline", "shop")]),
    fields: [{ label: "Action", path: ["detail", "action"] }, { label: "State", path: ["detail", "state"] }],
  },
  {
    id: "eventbridge-ecr",
    label: "EventBridge, ECR image push",
    payload: eventBridge("aws.ecr", "ECR Image Action", { result: "SUCCESS", "repository-name": "shop/checkout", "image-digest": "sha256:7f5b2640fe6fb4f46592dfd3410c4a79dac4f89e4782432e0378abcd1234567", "action-type": "PUSH", "image-tag": "latest" }),
    fields: [{ label: "Repository", path: ["detail", "repository-name"] }, { label: "Image tag", path: ["detail", "image-tag"] }],
  },
  {
    id: "eventbridge-ecr-scan",
    label: "EventBridge, ECR image scan",
    payload: eventBridge("aws.ecr", "ECR Image Scan", { "scan-status": "COMPLETE", "repository-name": "shop/checkout", "finding-severity-counts": { CRITICAL: 0, HIGH: 2, MEDIUM: 9 }, "image-digest": "sha256:7f5b2640fe6fb4f46592dfd3410c4a79dac4f89e4782432e0378abcd1234567", "image-tags": ["latest"] }, [arn("ecr", "repository/shop/checkout")]),
    fields: [{ label: "Repository", path: ["detail", "repository-name"] }],
  },
  {
    id: "eventbridge-ecs",
    label: "EventBridge, ECS container instance state change",
    payload: eventBridge(
      "aws.ecs",
      "ECS Container Instance State Change",
      { agentConnected: true, clusterArn: arn("ecs", "cluster/shop"), containerInstanceArn: arn("ecs", "container-instance/shop/b54a2a04046f4331a9d74d3f6d7f6315"), ec2InstanceId: INSTANCE, runningTasksCount: 3, pendingTasksCount: 0, status: "ACTIVE", updatedAt: "2026-11-13T15:08:50.123Z", version: 14, versionInfo: { agentVersion: "1.91.0", dockerVersion: "DockerVersion: 25.0.6" } },
      [arn("ecs", "container-instance/shop/b54a2a04046f4331a9d74d3f6d7f6315")],
    ),
    fields: [{ label: "Status", path: ["detail", "status"] }],
  },
];

const FROM_EVENTBRIDGE: readonly EventTemplate[] = SAMPLES.map(({ id, label, payload, fields = [] }) => ({ id, group: "Schedules and events", label, name: id, payload, marks: [...MARKS, ...fields.map(({ path }) => [path] as const)], fields: [...fields, ...FIELDS] }));

export const SCHEDULE_TEMPLATES: readonly EventTemplate[] = [
  ...FROM_EVENTBRIDGE,
  { id: "eventbridge", group: "Schedules and events", label: "EventBridge, any other AWS event", name: "eventbridge", payload: eventBridge("aws.health", "AWS Health Event", { service: "LAMBDA", eventTypeCode: "AWS_LAMBDA_OPERATIONAL_ISSUE", eventTypeCategory: "issue", statusCode: "open" }), marks: MARKS, fields: FIELDS },
  {
    id: "scheduler",
    group: "Schedules and events",
    label: "EventBridge Scheduler, input with context",
    name: "scheduler",
    payload: { job: "nightly-report", scheduledTime: TIME_SECONDS, scheduleArn: arn("scheduler", "schedule/default/nightly-report"), executionId: "d32c5kddcf5bb8c3", attempt: "1" },
    marks: [[["scheduleArn"]]],
    fields: [
      { label: "Job", path: ["job"] },
      { label: "Scheduled time", path: ["scheduledTime"] },
    ],
  },
  {
    id: "pipes",
    group: "Schedules and events",
    label: "EventBridge Pipes, from SQS",
    name: "pipes-batch",
    payload: [
      {
        messageId: "059f36b4-87a3-44ab-83d2-661975830a7d",
        receiptHandle: "AQEBwJnKyrHigUMZj6rYigCgxlaS3SLy0a8fV1Qm0Z1kYq8rG4nWJ2wQhT7uXc==",
        body: JSON.stringify({ orderId: "o-1001", status: "paid" }),
        attributes: { ApproximateReceiveCount: "1", SentTimestamp: "1794582530123", SenderId: "AIDAEXAMPLE1234567890", ApproximateFirstReceiveTimestamp: "1794582530145" },
        messageAttributes: {},
        md5OfBody: "8fe1ccdc77c9dc0ad509f3b62b174047",
        eventSource: "aws:sqs",
        eventSourceARN: arn("sqs", "orders"),
        awsRegion: REGION,
      },
    ],
    marks: [[[0, "eventSource"]]],
    fields: [{ label: "Message body", path: [0, "body"] }],
  },
];
