import { createHash } from "node:crypto";
import type { SampleEvent } from "./sample-function.ts";

/** Event of an API Gateway HTTP API, payload format 2.0, with the members that a handler reads. */
function httpEvent(method: "GET" | "POST", path: string, input: { query?: Record<string, string>; body?: unknown }) {
  const query = new URLSearchParams(input.query).toString();
  return {
    version: "2.0",
    routeKey: `${method} ${path}`,
    rawPath: path,
    rawQueryString: query,
    headers: { accept: "application/json", "content-type": "application/json", host: "shop.example.com" },
    ...(input.query === undefined ? {} : { queryStringParameters: input.query }),
    requestContext: { stage: "$default", http: { method, path, protocol: "HTTP/1.1", sourceIp: "198.51.100.7" } },
    ...(input.body === undefined ? {} : { body: JSON.stringify(input.body) }),
    isBase64Encoded: false,
  };
}

const orderBody = (email: string, items: [sku: string, quantity: number, unitPrice: number][]) => ({
  customer: { email },
  items: items.map(([sku, quantity, unitPrice]) => ({ sku, quantity, unitPrice })),
});

const payment = (orderId: string, amount: number, card: string) =>
  httpEvent("POST", "/checkout", { body: { orderId, amount, card } });

export const listProductsEvents: readonly SampleEvent[] = [
  { name: "all products", payload: httpEvent("GET", "/products", {}), weight: 5 },
  { name: "kitchen only", payload: httpEvent("GET", "/products", { query: { category: "kitchen" } }), weight: 3 },
  { name: "third page", payload: httpEvent("GET", "/products", { query: { page: "3", pageSize: "20" } }), weight: 2 },
  { name: "no result", payload: httpEvent("GET", "/products", { query: { q: "umbrella" } }), weight: 1 },
  { name: "bad page", payload: httpEvent("GET", "/products", { query: { page: "0" } }), weight: 0 },
];

export const placeOrderEvents: readonly SampleEvent[] = [
  {
    name: "two items",
    payload: httpEvent("POST", "/orders", {
      body: orderBody("ada@example.com", [["p-001", 2, 1400], ["p-016", 1, 8900]]),
    }),
    weight: 6,
  },
  {
    name: "one item",
    payload: httpEvent("POST", "/orders", { body: orderBody("lin@example.com", [["p-046", 1, 1200]]) }),
    weight: 3,
  },
  {
    name: "invalid order",
    payload: httpEvent("POST", "/orders", { body: orderBody("not-an-address", [["p-001", 0, 1400]]) }),
    weight: 1,
  },
];

export const checkoutEvents: readonly SampleEvent[] = [
  { name: "paid", payload: payment("o-4f1c09a2b7", 12390, "4242424242424242"), weight: 9 },
  { name: "declined card", payload: payment("o-77ab01c3d4", 4890, "4000000000000002"), weight: 1 },
];

export const searchEvents: readonly SampleEvent[] = [
  { name: "search", payload: httpEvent("GET", "/search", { query: { q: "walnut tray" } }), weight: 2 },
  { name: "search with a typo", payload: httpEvent("GET", "/search", { query: { q: "lether walet" } }), weight: 1 },
];

const objectCreated = (...keys: string[]) => ({
  Records: keys.map((key) => ({
    eventVersion: "2.1",
    eventSource: "aws:s3",
    awsRegion: "us-east-1",
    eventName: "ObjectCreated:Put",
    s3: { bucket: { name: "shop-uploads", arn: "arn:aws:s3:::shop-uploads" }, object: { key, size: 54027 } },
  })),
});

/** A real BMP of 2 x 2 pixels: red, green, blue, white. */
const TINY_BMP =
  "Qk1GAAAAAAAAADYAAAAoAAAAAgAAAAIAAAABABgAAAAAABAAAAATCwAAEwsAAAAAAAAAAAAA/wAA////AAAAAP8A/wAAAA==";

export const resizeImageEvents: readonly SampleEvent[] = [
  { name: "object created", payload: objectCreated("products/p-001.png"), weight: 3 },
  { name: "two objects", payload: objectCreated("products/p-014.png", "products/p-015.png"), weight: 1 },
  { name: "own image", payload: { key: "tiny.bmp", image: TINY_BMP, width: 1, includeImage: true }, weight: 0 },
];

export const nightlyReportEvents: readonly SampleEvent[] = [
  {
    name: "schedule",
    payload: {
      version: "0",
      "detail-type": "Scheduled Event",
      source: "aws.events",
      time: "2026-01-02T03:00:00Z",
      region: "eu-west-1",
      resources: ["arn:aws:events:eu-west-1:000000000000:rule/nightly-report"],
      detail: {},
    },
    weight: 0,
  },
  { name: "yesterday", payload: {}, weight: 1 },
];

export const stockSyncEvents: readonly SampleEvent[] = [
  { name: "nordic wholesale", payload: { supplier: "nordic-wholesale" }, weight: 2 },
  { name: "iberia home", payload: { supplier: "iberia-home" }, weight: 1 },
  { name: "supplier is late", payload: { supplier: "nordic-wholesale", fault: "timeout" }, weight: 0 },
  { name: "malformed feed", payload: { supplier: "iberia-home", fault: "malformed" }, weight: 0 },
];

export const legacyInvoiceEvents: readonly SampleEvent[] = [
  { name: "default lines", payload: { orderId: "o-4f1c09a2b7" }, weight: 1 },
  {
    name: "own lines",
    payload: {
      orderId: "o-77ab01c3d4",
      date: "2026-01-31",
      lines: [{ text: "Reading lamp, slate", quantity: 1, unitPrice: "74.00" }],
    },
    weight: 1,
  },
];

export const giftAdvisorEvents: readonly SampleEvent[] = [
  { name: "coffee lover", payload: { question: "A present for somebody who loves coffee?" }, weight: 3 },
  { name: "grandmother", payload: { question: "What would my grandmother like?" }, weight: 2 },
  { name: "no idea", payload: { question: "I know nothing about him." }, weight: 1 },
  { name: "breaks off", payload: { question: "Something for a long walk?", fail: true }, weight: 0 },
];

const queueRecord = (messageId: string, order: object) => ({
  messageId,
  receiptHandle: "AQEBzbVv8Q4sJ7sample",
  body: JSON.stringify(order),
  attributes: {
    ApproximateReceiveCount: "1",
    SentTimestamp: "1767323000000",
    SenderId: "AIDALOCALREGIONUSER00",
    ApproximateFirstReceiveTimestamp: "1767323000007",
  },
  messageAttributes: {},
  md5OfMessageAttributes: null,
  md5OfBody: createHash("md5").update(JSON.stringify(order)).digest("hex"),
  eventSource: "aws:sqs",
  eventSourceARN: "arn:aws:sqs:us-east-1:000000000000:orders-to-pack",
  awsRegion: "us-east-1",
});
const orderToPack = (orderId: string, quantity: number) => ({ orderId, items: [{ sku: "p-001", quantity }, { sku: "p-016", quantity: 1 }] });

export const packOrdersEvents: readonly SampleEvent[] = [
  { name: "one order", payload: { Records: [queueRecord("059f36b4-87a3-44ab-83d2-661975830a7d", orderToPack("o-4f1c09a2b7", 2))] }, weight: 8 },
  {
    name: "two orders",
    payload: {
      Records: [
        queueRecord("2e1424d4-f796-459a-8184-9c92662be6da", orderToPack("o-77ab01c3d4", 12)),
        queueRecord("b9b0d3a1-5f3c-4a52-9b1e-0c6f1f0f5a11", orderToPack("o-90cd23e5f6", 1)),
      ],
    },
    weight: 3,
  },
  { name: "order without items", payload: { Records: [queueRecord("7c1f8f0e-2b6d-4d7e-8a53-3f9a3b1f7b20", { orderId: "o-12ef34a5b6" })] }, weight: 1 },
];
