import { ACCOUNT, type EventField, type EventTemplate, FIRST_RECORD, REGION, TIME } from "./event-template";
import { encodeS3Key } from "./s3-key";

const BUCKET = "shop-product-images";
const BUCKET_ARN = `arn:aws:s3:::${BUCKET}`;

function s3(eventName: string, object: object, extra: object = {}) {
  return {
    Records: [
      {
        eventVersion: "2.1",
        eventSource: "aws:s3",
        awsRegion: REGION,
        eventTime: TIME,
        eventName,
        userIdentity: { principalId: "AWS:AIDAEXAMPLE1234567890" },
        requestParameters: { sourceIPAddress: "203.0.113.24" },
        responseElements: { "x-amz-request-id": "C3D13FE58DE4C810", "x-amz-id-2": "FMyUVURIY8IgAtTv8xRjskZQpcIZ9KG4V5Wp6S7S6JRWeUWerMUE5JgHvANOjpD" },
        s3: {
          s3SchemaVersion: "1.0",
          configurationId: "product-images",
          bucket: { name: BUCKET, ownerIdentity: { principalId: "A3NL1KOZZKExample" }, arn: BUCKET_ARN },
          object: { key: encodeS3Key("uploads/blue mug.png"), ...object, sequencer: "0055AED6DCD90281E5" },
        },
        ...extra,
      },
    ],
  };
}

const OBJECT = { size: 48_213, eTag: "0123456789abcdef0123456789abcdef" };
const S3_MARKS = [[[...FIRST_RECORD, "eventSource"], "aws:s3"]] as const;
const S3_FIELDS: readonly EventField[] = [
  { label: "Bucket", path: [...FIRST_RECORD, "s3", "bucket", "name"], also: [{ path: [...FIRST_RECORD, "s3", "bucket", "arn"], from: (value) => `arn:aws:s3:::${value}` }] },
  { label: "Key", path: [...FIRST_RECORD, "s3", "object", "key"], kind: "s3 key" },
  { label: "Size in bytes", path: [...FIRST_RECORD, "s3", "object", "size"], kind: "number" },
  { label: "Event name", path: [...FIRST_RECORD, "eventName"] },
];

const BATCH_FIELDS: readonly EventField[] = [{ label: "Key", path: ["tasks", 0, "s3Key"], kind: "s3 key" }];

export const STORAGE_TEMPLATES: readonly EventTemplate[] = [
  { id: "s3-put", group: "Storage", label: "S3 put", name: "s3-put", payload: s3("ObjectCreated:Put", OBJECT), marks: S3_MARKS, fields: S3_FIELDS },
  { id: "s3-delete", group: "Storage", label: "S3 delete", name: "s3-delete", payload: s3("ObjectRemoved:Delete", {}), marks: S3_MARKS, fields: S3_FIELDS },
  { id: "s3-delete-marker", group: "Storage", label: "S3 delete in a versioned bucket", name: "s3-delete-marker", payload: s3("ObjectRemoved:DeleteMarkerCreated", { eTag: "d41d8cd98f00b204e9800998ecf8427e", versionId: "096fKKXTRTtl3on89fVO.nfljtsv6qko" }), marks: S3_MARKS, fields: S3_FIELDS },
  {
    id: "s3-restore",
    group: "Storage",
    label: "S3 restore from Glacier completed",
    name: "s3-restore",
    payload: s3("ObjectRestore:Completed", OBJECT, { glacierEventData: { restoreEventData: { lifecycleRestorationExpiryTime: "2026-11-20T00:00:00.000Z", lifecycleRestoreStorageClass: "GLACIER" } } }),
    marks: S3_MARKS,
    fields: S3_FIELDS,
  },
  {
    id: "s3-batch",
    group: "Storage",
    label: "S3 Batch Operations, schema 1.0",
    name: "s3-batch",
    payload: {
      invocationSchemaVersion: "1.0",
      invocationId: "YXNkbGZqYWRmaiBhc2RmdW9hZHNmZGpmaGFzbGtkaGZza2RmaAo",
      job: { id: "f3cc4f60-61f6-4a2b-8a21-d07600c373ce" },
      tasks: [{ taskId: "dGFza2lkZ29lc2hlcmUK", s3Key: encodeS3Key("uploads/blue mug.png"), s3VersionId: "1", s3BucketArn: BUCKET_ARN }],
    },
    marks: [[["invocationSchemaVersion"]], [["tasks", 0, "s3BucketArn"]]],
    fields: [{ label: "Bucket ARN", path: ["tasks", 0, "s3BucketArn"] }, ...BATCH_FIELDS],
  },
  {
    id: "s3-batch-2",
    group: "Storage",
    label: "S3 Batch Operations, schema 2.0",
    name: "s3-batch-2",
    payload: {
      invocationSchemaVersion: "2.0",
      invocationId: "YXNkbGZqYWRmaiBhc2RmdW9hZHNmZGpmaGFzbGtkaGZza2RmaAo",
      job: { id: "f3cc4f60-61f6-4a2b-8a21-d07600c373ce", userArguments: { width: "320" } },
      tasks: [{ taskId: "dGFza2lkZ29lc2hlcmUK", s3Key: encodeS3Key("uploads/blue mug.png"), s3VersionId: null, s3Bucket: BUCKET }],
    },
    marks: [[["invocationSchemaVersion"], "2.0"], [["tasks", 0, "s3Bucket"]]],
    fields: [{ label: "Bucket", path: ["tasks", 0, "s3Bucket"] }, ...BATCH_FIELDS],
  },
  {
    id: "s3-object-lambda",
    group: "Storage",
    label: "S3 Object Lambda, GetObject",
    name: "s3-object-lambda",
    payload: {
      xAmzRequestId: "1a5ed718-5f53-471d-b6fe-5cf62d88d02a",
      getObjectContext: {
        inputS3Url: `https://shop-images-${ACCOUNT}.s3-accesspoint.${REGION}.amazonaws.com/uploads/blue%20mug.png?X-Amz-SignedHeaders=host`,
        outputRoute: "io-cell1-001",
        outputToken: "OutputTokenOfTheExample",
      },
      configuration: { accessPointArn: `arn:aws:s3-object-lambda:${REGION}:${ACCOUNT}:accesspoint/shop-images-olap`, supportingAccessPointArn: `arn:aws:s3:${REGION}:${ACCOUNT}:accesspoint/shop-images`, payload: "{}" },
      userRequest: { url: `https://shop-images-olap-${ACCOUNT}.s3-object-lambda.${REGION}.amazonaws.com/uploads/blue%20mug.png`, headers: { Host: `shop-images-olap-${ACCOUNT}.s3-object-lambda.${REGION}.amazonaws.com`, "Accept-Encoding": "identity" } },
      userIdentity: { type: "IAMUser", principalId: "AIDAEXAMPLE1234567890", arn: `arn:aws:iam::${ACCOUNT}:user/ada`, accountId: ACCOUNT, accessKeyId: "AKIAIOSFODNN7EXAMPLE" },
      protocolVersion: "1.00",
    },
    marks: [[["getObjectContext", "outputRoute"]]],
    fields: [
      { label: "Request URL", path: ["userRequest", "url"] },
      { label: "Input URL", path: ["getObjectContext", "inputS3Url"] },
      { label: "Payload", path: ["configuration", "payload"] },
    ],
  },
];
