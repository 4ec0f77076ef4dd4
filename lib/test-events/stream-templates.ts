import { ACCOUNT, type EventField, type EventTemplate, FIRST_RECORD, REGION, TIME_MS, toBase64 } from "./event-template";

const TABLE_ARN = `arn:aws:dynamodb:${REGION}:${ACCOUNT}:table/orders/stream/2026-11-01T00:00:00.000`;
const STREAM_ARN = `arn:aws:kinesis:${REGION}:${ACCOUNT}:stream/clicks`;
const SEQUENCE = "49590338271490256608559692538361571095921575989136588898";
const CLICK = JSON.stringify({ page: "/products/mug-blue", customer: 42 });
const ARRIVAL_SECONDS = TIME_MS / 1_000;

const PAID = { orderId: { S: "o-1001" }, status: { S: "paid" }, totalCents: { N: "4599" }, gift: { BOOL: false } };
const SHIPPED = { ...PAID, status: { S: "shipped" } };

function dynamoDb(eventName: "INSERT" | "MODIFY" | "REMOVE", images: object, extra: object = {}) {
  return {
    eventID: "c4ca4238a0b923820dcc509a6f75849b",
    eventName,
    eventVersion: "1.1",
    eventSource: "aws:dynamodb",
    awsRegion: REGION,
    ...extra,
    dynamodb: { ApproximateCreationDateTime: Math.floor(ARRIVAL_SECONDS), Keys: { orderId: { S: "o-1001" } }, ...images, SequenceNumber: "400000000000000499660", SizeBytes: 96, StreamViewType: "NEW_AND_OLD_IMAGES" },
    eventSourceARN: TABLE_ARN,
  };
}

const kinesisRecord = {
  kinesis: { kinesisSchemaVersion: "1.0", partitionKey: "customer-42", sequenceNumber: SEQUENCE, data: toBase64(CLICK), approximateArrivalTimestamp: ARRIVAL_SECONDS },
  eventSource: "aws:kinesis",
  eventVersion: "1.0",
  eventID: `shardId-000000000006:${SEQUENCE}`,
  eventName: "aws:kinesis:record",
  invokeIdentityArn: `arn:aws:iam::${ACCOUNT}:role/clicks-role`,
  awsRegion: REGION,
  eventSourceARN: STREAM_ARN,
};

const window = {
  window: { start: "2026-11-13T15:05:00Z", end: "2026-11-13T15:10:00Z" },
  state: { count: 41 },
  shardId: "shardId-000000000006",
  isFinalInvokeForWindow: false,
  isWindowTerminatedEarly: false,
};

const DYNAMODB_FIELDS: readonly EventField[] = [
  { label: "Event name", path: [...FIRST_RECORD, "eventName"] },
  { label: "Status, new", path: [...FIRST_RECORD, "dynamodb", "NewImage", "status", "S"] },
  { label: "Status, old", path: [...FIRST_RECORD, "dynamodb", "OldImage", "status", "S"] },
  { label: "Key orderId", path: [...FIRST_RECORD, "dynamodb", "Keys", "orderId", "S"] },
];
const DYNAMODB_MARKS = [[[...FIRST_RECORD, "eventSource"], "aws:dynamodb"]] as const;
const KINESIS_FIELDS: readonly EventField[] = [
  { label: "Data", path: [...FIRST_RECORD, "kinesis", "data"], kind: "base64" },
  { label: "Partition key", path: [...FIRST_RECORD, "kinesis", "partitionKey"] },
  { label: "Stream ARN", path: [...FIRST_RECORD, "eventSourceARN"] },
];
const KINESIS_MARKS = [[[...FIRST_RECORD, "eventSource"], "aws:kinesis"]] as const;
const DATA_FIELDS: readonly EventField[] = [{ label: "Data", path: ["records", 0, "data"], kind: "base64" }];

export const STREAM_TEMPLATES: readonly EventTemplate[] = [
  { id: "dynamodb-stream", group: "Streams", label: "DynamoDB stream, MODIFY", name: "dynamodb-modify", payload: { Records: [dynamoDb("MODIFY", { NewImage: SHIPPED, OldImage: PAID })] }, marks: DYNAMODB_MARKS, fields: DYNAMODB_FIELDS },
  { id: "dynamodb-insert", group: "Streams", label: "DynamoDB stream, INSERT", name: "dynamodb-insert", payload: { Records: [dynamoDb("INSERT", { NewImage: PAID })] }, marks: DYNAMODB_MARKS, fields: DYNAMODB_FIELDS },
  {
    id: "dynamodb-ttl",
    group: "Streams",
    label: "DynamoDB stream, REMOVE by time to live",
    name: "dynamodb-ttl",
    payload: { Records: [dynamoDb("REMOVE", { OldImage: PAID }, { userIdentity: { type: "Service", principalId: "dynamodb.amazonaws.com" } })] },
    marks: DYNAMODB_MARKS,
    fields: DYNAMODB_FIELDS,
  },
  { id: "dynamodb-window", group: "Streams", label: "DynamoDB stream, tumbling window", name: "dynamodb-window", payload: { Records: [dynamoDb("MODIFY", { NewImage: SHIPPED, OldImage: PAID })], ...window, eventSourceARN: TABLE_ARN }, marks: DYNAMODB_MARKS, fields: DYNAMODB_FIELDS },
  { id: "kinesis", group: "Streams", label: "Kinesis stream", name: "kinesis-record", payload: { Records: [kinesisRecord] }, marks: KINESIS_MARKS, fields: KINESIS_FIELDS },
  { id: "kinesis-window", group: "Streams", label: "Kinesis stream, tumbling window", name: "kinesis-window", payload: { Records: [kinesisRecord], ...window, eventSourceARN: STREAM_ARN }, marks: KINESIS_MARKS, fields: KINESIS_FIELDS },
  {
    id: "firehose",
    group: "Streams",
    label: "Firehose transformation",
    name: "firehose-transform",
    payload: {
      invocationId: "2b4d1ad9-2f48-4bd1-a4e8-6cdbb6c4f2fb",
      deliveryStreamArn: `arn:aws:firehose:${REGION}:${ACCOUNT}:deliverystream/clicks-to-s3`,
      sourceKinesisStreamArn: STREAM_ARN,
      region: REGION,
      records: [
        {
          recordId: "49546986683135544286507457936321625675700192471156785154",
          approximateArrivalTimestamp: TIME_MS,
          data: toBase64(CLICK),
          kinesisRecordMetadata: { shardId: "shardId-000000000006", partitionKey: "customer-42", approximateArrivalTimestamp: TIME_MS, sequenceNumber: SEQUENCE, subsequenceNumber: 0 },
        },
      ],
    },
    marks: [[["deliveryStreamArn"]]],
    fields: [...DATA_FIELDS, { label: "Delivery stream ARN", path: ["deliveryStreamArn"] }],
  },
  {
    id: "kinesis-analytics-input",
    group: "Streams",
    label: "Kinesis Data Analytics, preprocessing",
    name: "analytics-input",
    payload: {
      invocationId: "00540a87-5050-496a-84e4-e7d92bbaf5e2",
      applicationArn: `arn:aws:kinesisanalytics:${REGION}:${ACCOUNT}:application/clicks`,
      streamArn: STREAM_ARN,
      records: [{ recordId: "49572672223665514422805246926656954630972486059535892482", data: toBase64(CLICK), kinesisStreamRecordMetadata: { shardId: "shardId-000000000006", partitionKey: "customer-42", sequenceNumber: SEQUENCE, approximateArrivalTimestamp: TIME_MS } }],
    },
    marks: [[["applicationArn"]], [["streamArn"]]],
    fields: DATA_FIELDS,
  },
  {
    id: "kinesis-analytics-output",
    group: "Streams",
    label: "Kinesis Data Analytics, output",
    name: "analytics-output",
    payload: { invocationId: "00540a87-5050-496a-84e4-e7d92bbaf5e2", applicationArn: `arn:aws:kinesisanalytics:${REGION}:${ACCOUNT}:application/clicks`, records: [{ recordId: "49572672223665514422805246926656954630972486059535892482", data: toBase64(CLICK) }] },
    marks: [[["applicationArn"]], [["records", 0, "recordId"]]],
    fields: DATA_FIELDS,
  },
];
