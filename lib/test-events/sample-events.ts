/**
 * The first test events of the local region's sample shop: one natural event a function, saved once, so that Test works at
 * the first click.
 */

export interface SampleTestEvent {
  region: string;
  functionName: string;
  name: string;
  payload: unknown;
}

/**
 * Event of an API Gateway HTTP API, payload format 2.0.
 * https://docs.aws.amazon.com/apigateway/latest/developerguide/http-api-develop-integrations-lambda.html
 */
function httpEvent(method: "GET" | "POST", path: string, query: Record<string, string>, body?: unknown) {
  const rawQueryString = new URLSearchParams(query).toString();
  return {
    version: "2.0",
    routeKey: `${method} ${path}`,
    rawPath: path,
    rawQueryString,
    headers: { accept: "application/json", "content-type": "application/json", host: "shop.example.com" },
    ...(rawQueryString === "" ? {} : { queryStringParameters: query }),
    requestContext: {
      stage: "$default",
      http: { method, path, protocol: "HTTP/1.1", sourceIp: "198.51.100.7", userAgent: "Mozilla/5.0" },
    },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    isBase64Encoded: false,
  };
}

const listKitchenware = httpEvent("GET", "/products", { category: "kitchen" });

const placeOrder = httpEvent("POST", "/orders", {}, {
  customer: { email: "ada@example.com" },
  items: [
    { sku: "p-001", quantity: 2, unitPrice: 1400 },
    { sku: "p-016", quantity: 1, unitPrice: 8900 },
  ],
});

const payment = httpEvent("POST", "/checkout", {}, { orderId: "o-4f1c09a2b7", amount: 12_390, card: "4242424242424242" });

const imageUploaded = {
  Records: [
    {
      eventVersion: "2.1",
      eventSource: "aws:s3",
      awsRegion: "us-east-1",
      eventTime: "2026-11-13T15:08:50.123Z",
      eventName: "ObjectCreated:Put",
      s3: {
        s3SchemaVersion: "1.0",
        bucket: { name: "shop-uploads", arn: "arn:aws:s3:::shop-uploads" },
        object: { key: "products/p-001.png", size: 54_027, eTag: "0123456789abcdef0123456789abcdef" },
      },
    },
  ],
};

const nightlySchedule = {
  version: "0",
  id: "cdc73f9d-aea9-11e3-9d5a-835b769c0d9c",
  "detail-type": "Scheduled Event",
  source: "aws.events",
  account: "000000000000",
  time: "2026-01-02T03:00:00Z",
  region: "eu-west-1",
  resources: ["arn:aws:events:eu-west-1:000000000000:rule/nightly-report"],
  detail: {},
};

export const SAMPLE_TEST_EVENTS: readonly SampleTestEvent[] = [
  { region: "us-east-1", functionName: "list-products", name: "kitchen products", payload: listKitchenware },
  { region: "eu-west-1", functionName: "list-products", name: "kitchen products", payload: listKitchenware },
  { region: "us-east-1", functionName: "place-order", name: "order of two items", payload: placeOrder },
  { region: "us-east-1", functionName: "checkout", name: "card payment", payload: payment },
  { region: "us-east-1", functionName: "resize-image", name: "image uploaded", payload: imageUploaded },
  {
    region: "us-east-1",
    functionName: "slow-starter",
    name: "search walnut tray",
    payload: httpEvent("GET", "/search", { q: "walnut tray" }),
  },
  { region: "eu-west-1", functionName: "stock-sync", name: "nordic wholesale", payload: { supplier: "nordic-wholesale" } },
  { region: "eu-west-1", functionName: "nightly-report", name: "03:00 schedule", payload: nightlySchedule },
  { region: "eu-west-1", functionName: "legacy-invoice", name: "invoice of an order", payload: { orderId: "o-4f1c09a2b7" } },
];
