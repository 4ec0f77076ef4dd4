/**
 * Events as AWS's own sources send them, to start a test event from.
 * Shapes: https://docs.aws.amazon.com/lambda/latest/dg/lambda-services.html
 */

export interface EventTemplate {
  id: string;
  /** What the menu says. */
  label: string;
  /** Proposed name of the test event. */
  name: string;
  payload: unknown;
}

const ACCOUNT = "123456789012";
const REGION = "us-east-1";

/** Format of API Gateway HTTP APIs and function URLs: absent maps are missing, header names are lower case. */
const apiGatewayHttp = {
  version: "2.0",
  routeKey: "GET /products",
  rawPath: "/products",
  rawQueryString: "category=mugs&limit=5",
  cookies: ["session=9f2c1a7b"],
  headers: {
    accept: "application/json",
    "content-length": "0",
    host: "a1b2c3d4e5.execute-api.us-east-1.amazonaws.com",
    "user-agent": "Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36",
    "x-amzn-trace-id": "Root=1-6734c1d2-3f8a0b1c2d3e4f5a6b7c8d9e",
    "x-forwarded-for": "203.0.113.24",
    "x-forwarded-port": "443",
    "x-forwarded-proto": "https",
  },
  queryStringParameters: { category: "mugs", limit: "5" },
  requestContext: {
    accountId: ACCOUNT,
    apiId: "a1b2c3d4e5",
    domainName: "a1b2c3d4e5.execute-api.us-east-1.amazonaws.com",
    domainPrefix: "a1b2c3d4e5",
    http: {
      method: "GET",
      path: "/products",
      protocol: "HTTP/1.1",
      sourceIp: "203.0.113.24",
      userAgent: "Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36",
    },
    requestId: "BQ3kLhZWIAMEJ4g=",
    routeKey: "GET /products",
    stage: "$default",
    time: "13/Nov/2026:15:08:50 +0000",
    timeEpoch: 1_794_582_530_123,
  },
  isBase64Encoded: false,
};

/** The object key is URL-encoded, a blank as `+`. */
const s3Put = {
  Records: [
    {
      eventVersion: "2.1",
      eventSource: "aws:s3",
      awsRegion: REGION,
      eventTime: "2026-11-13T15:08:50.123Z",
      eventName: "ObjectCreated:Put",
      userIdentity: { principalId: "AWS:AIDAEXAMPLE1234567890" },
      requestParameters: { sourceIPAddress: "203.0.113.24" },
      responseElements: {
        "x-amz-request-id": "C3D13FE58DE4C810",
        "x-amz-id-2": "FMyUVURIY8IgAtTv8xRjskZQpcIZ9KG4V5Wp6S7S6JRWeUWerMUE5JgHvANOjpD",
      },
      s3: {
        s3SchemaVersion: "1.0",
        configurationId: "product-images",
        bucket: {
          name: "shop-product-images",
          ownerIdentity: { principalId: "A3NL1KOZZKExample" },
          arn: "arn:aws:s3:::shop-product-images",
        },
        object: {
          key: "uploads/blue+mug.png",
          size: 48_213,
          eTag: "0123456789abcdef0123456789abcdef",
          sequencer: "0055AED6DCD90281E5",
        },
      },
    },
  ],
};

const sqs = {
  Records: [
    {
      messageId: "059f36b4-87a3-44ab-83d2-661975830a7d",
      receiptHandle: "AQEBwJnKyrHigUMZj6rYigCgxlaS3SLy0a8fV1Qm0Z1kYq8rG4nWJ2wQhT7uXc==",
      body: JSON.stringify({ orderId: "o-1001", status: "paid" }),
      attributes: {
        ApproximateReceiveCount: "1",
        SentTimestamp: "1794582530123",
        SenderId: "AIDAEXAMPLE1234567890",
        ApproximateFirstReceiveTimestamp: "1794582530145",
      },
      messageAttributes: {
        source: { stringValue: "checkout", stringListValues: [], binaryListValues: [], dataType: "String" },
      },
      md5OfBody: "8fe1ccdc77c9dc0ad509f3b62b174047",
      eventSource: "aws:sqs",
      eventSourceARN: `arn:aws:sqs:${REGION}:${ACCOUNT}:orders`,
      awsRegion: REGION,
    },
  ],
};

/** Capital first letters, and `SigningCertUrl`, are SNS's own. */
const sns = {
  Records: [
    {
      EventSource: "aws:sns",
      EventVersion: "1.0",
      EventSubscriptionArn: `arn:aws:sns:${REGION}:${ACCOUNT}:stock-changes:21be56ed-a058-49f5-8c98-aedd2564c486`,
      Sns: {
        Type: "Notification",
        MessageId: "95df01b4-ee98-5cb9-9903-4c221d41eb5e",
        TopicArn: `arn:aws:sns:${REGION}:${ACCOUNT}:stock-changes`,
        Subject: "Stock changed",
        Message: JSON.stringify({ sku: "MUG-BLUE", quantity: 12 }),
        Timestamp: "2026-11-13T15:08:50.123Z",
        SignatureVersion: "1",
        Signature: "tcc6faL2yUC6dgZdmrwh1Y4cGa/ebXEkAi6RibDsvpi+tE/1+82j65r==",
        SigningCertUrl: "https://sns.us-east-1.amazonaws.com/SimpleNotificationService-ac565b8b1a6c5d002d285f9598aa1d9b.pem",
        UnsubscribeUrl: `https://sns.us-east-1.amazonaws.com/?Action=Unsubscribe&SubscriptionArn=arn:aws:sns:${REGION}:${ACCOUNT}:stock-changes:21be56ed-a058-49f5-8c98-aedd2564c486`,
        MessageAttributes: { warehouse: { Type: "String", Value: "berlin" } },
      },
    },
  ],
};

const dynamodbStream = {
  Records: [
    {
      eventID: "c4ca4238a0b923820dcc509a6f75849b",
      eventName: "MODIFY",
      eventVersion: "1.1",
      eventSource: "aws:dynamodb",
      awsRegion: REGION,
      dynamodb: {
        ApproximateCreationDateTime: 1_794_582_530,
        Keys: { orderId: { S: "o-1001" } },
        NewImage: { orderId: { S: "o-1001" }, status: { S: "shipped" }, totalCents: { N: "4599" }, gift: { BOOL: false } },
        OldImage: { orderId: { S: "o-1001" }, status: { S: "paid" }, totalCents: { N: "4599" }, gift: { BOOL: false } },
        SequenceNumber: "400000000000000499660",
        SizeBytes: 96,
        StreamViewType: "NEW_AND_OLD_IMAGES",
      },
      eventSourceARN: `arn:aws:dynamodb:${REGION}:${ACCOUNT}:table/orders/stream/2026-11-01T00:00:00.000`,
    },
  ],
};

const eventBridgeSchedule = {
  version: "0",
  id: "cdc73f9d-aea9-11e3-9d5a-835b769c0d9c",
  "detail-type": "Scheduled Event",
  source: "aws.events",
  account: ACCOUNT,
  time: "2026-11-13T03:00:00Z",
  region: REGION,
  resources: [`arn:aws:events:${REGION}:${ACCOUNT}:rule/nightly-report`],
  detail: {},
};

/** Every template, in the order of the menu. */
export const EVENT_TEMPLATES: readonly EventTemplate[] = [
  { id: "empty", label: "Empty object", name: "empty", payload: {} },
  { id: "api-gateway-http", label: "API Gateway HTTP API", name: "http-request", payload: apiGatewayHttp },
  { id: "s3-put", label: "S3 put", name: "s3-put", payload: s3Put },
  { id: "sqs", label: "SQS", name: "sqs-message", payload: sqs },
  { id: "sns", label: "SNS", name: "sns-notification", payload: sns },
  { id: "dynamodb-stream", label: "DynamoDB stream", name: "dynamodb-modify", payload: dynamodbStream },
  { id: "eventbridge-schedule", label: "EventBridge schedule", name: "schedule", payload: eventBridgeSchedule },
];

/** The template as the editor shows it: two blanks a level. */
export function templatePayload(template: EventTemplate): string {
  return JSON.stringify(template.payload, null, 2);
}
