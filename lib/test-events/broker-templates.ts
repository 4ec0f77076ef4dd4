import { ACCOUNT, type EventField, type EventTemplate, REGION, TIME_MS, toBase64 } from "./event-template";

const ORDER = JSON.stringify({ orderId: "o-1001", status: "paid" });
const BYTES_OF_BERLIN = [98, 101, 114, 108, 105, 110];

function kafka(eventSource: "aws:kafka" | "SelfManagedKafka", cluster: object) {
  return {
    eventSource,
    ...cluster,
    records: {
      "orders-0": [{ topic: "orders", partition: 0, offset: 15, timestamp: TIME_MS, timestampType: "CREATE_TIME", key: toBase64("o-1001"), value: toBase64(ORDER), headers: [{ warehouse: BYTES_OF_BERLIN }] }],
    },
  };
}

const KAFKA_FIELDS: readonly EventField[] = [
  { label: "Value", path: ["records", "orders-0", 0, "value"], kind: "base64" },
  { label: "Key", path: ["records", "orders-0", 0, "key"], kind: "base64" },
  { label: "Offset", path: ["records", "orders-0", 0, "offset"], kind: "number" },
];

const RABBIT_PATH = ["rmqMessagesByQueue", "orders::/", 0] as const;

export const BROKER_TEMPLATES: readonly EventTemplate[] = [
  {
    id: "msk",
    group: "Brokers",
    label: "Amazon MSK (Kafka)",
    name: "msk-record",
    payload: kafka("aws:kafka", { eventSourceArn: `arn:aws:kafka:${REGION}:${ACCOUNT}:cluster/shop/b7a1c0de-3f2e-4d5c-8b9a-0f1e2d3c4b5a-2`, bootstrapServers: `b-1.shop.abc123.c2.kafka.${REGION}.amazonaws.com:9094,b-2.shop.abc123.c2.kafka.${REGION}.amazonaws.com:9094` }),
    marks: [[["eventSource"], "aws:kafka"]],
    fields: KAFKA_FIELDS,
  },
  { id: "kafka", group: "Brokers", label: "Self-managed Apache Kafka", name: "kafka-record", payload: kafka("SelfManagedKafka", { bootstrapServers: "kafka-1.example.com:9092,kafka-2.example.com:9092" }), marks: [[["eventSource"], "SelfManagedKafka"]], fields: KAFKA_FIELDS },
  {
    id: "active-mq",
    group: "Brokers",
    label: "Amazon MQ, ActiveMQ",
    name: "activemq-message",
    payload: {
      eventSource: "aws:mq",
      eventSourceArn: `arn:aws:mq:${REGION}:${ACCOUNT}:broker:shop:b-9bcfa592-423a-4942-879d-eb284b418fc8`,
      messages: [
        {
          messageID: "ID:b-9bcfa592-423a-4942-879d-eb284b418fc8-1.mq.us-east-1.amazonaws.com-37557-1234520418293-4:1:1:1:1",
          messageType: "jms/text-message",
          timestamp: TIME_MS,
          deliveryMode: 1,
          correlationID: "o-1001",
          replyTo: null,
          destination: { physicalName: "orders" },
          redelivered: false,
          type: null,
          expiration: 0,
          priority: 4,
          data: toBase64(ORDER),
          brokerInTime: TIME_MS,
          brokerOutTime: TIME_MS + 2,
          properties: { warehouse: "berlin" },
        },
      ],
    },
    marks: [[["eventSource"], "aws:mq"]],
    fields: [
      { label: "Data", path: ["messages", 0, "data"], kind: "base64" },
      { label: "Queue", path: ["messages", 0, "destination", "physicalName"] },
      { label: "Correlation id", path: ["messages", 0, "correlationID"] },
    ],
  },
  {
    id: "rabbit-mq",
    group: "Brokers",
    label: "Amazon MQ, RabbitMQ",
    name: "rabbitmq-message",
    payload: {
      eventSource: "aws:rmq",
      eventSourceArn: `arn:aws:mq:${REGION}:${ACCOUNT}:broker:shop:b-9bcfa592-423a-4942-879d-eb284b418fc8`,
      rmqMessagesByQueue: {
        "orders::/": [
          {
            basicProperties: {
              contentType: "application/json",
              contentEncoding: null,
              headers: { warehouse: { bytes: BYTES_OF_BERLIN }, attempt: 1 },
              deliveryMode: 1,
              priority: 4,
              correlationId: "o-1001",
              replyTo: null,
              expiration: "60000",
              messageId: "4f1c09a2-b7d3-4c8e-9f39-0d7a1c2b3e4f",
              timestamp: "Nov 13, 2026, 3:08:50 PM",
              type: null,
              userId: "shop",
              appId: "checkout",
              clusterId: null,
              bodySize: ORDER.length,
            },
            redelivered: false,
            data: toBase64(ORDER),
          },
        ],
      },
    },
    marks: [[["eventSource"], "aws:rmq"]],
    fields: [
      { label: "Data", path: [...RABBIT_PATH, "data"], kind: "base64" },
      { label: "Correlation id", path: [...RABBIT_PATH, "basicProperties", "correlationId"] },
    ],
  },
  {
    id: "document-db",
    group: "Brokers",
    label: "DocumentDB change stream",
    name: "documentdb-insert",
    payload: {
      eventSourceArn: `arn:aws:rds:${REGION}:${ACCOUNT}:cluster:shop`,
      eventSource: "aws:docdb",
      events: [
        {
          event: {
            _id: { _data: "0163eeb6e7000000090100000009000041e1" },
            clusterTime: { $timestamp: { t: Math.floor(TIME_MS / 1_000), i: 9 } },
            documentKey: { _id: { $oid: "63eeb6e7d418cd98afb1c1d7" } },
            fullDocument: { _id: { $oid: "63eeb6e7d418cd98afb1c1d7" }, orderId: "o-1001", status: "paid" },
            ns: { db: "shop", coll: "orders" },
            operationType: "insert",
          },
        },
      ],
    },
    marks: [[["eventSource"], "aws:docdb"]],
    fields: [
      { label: "Operation", path: ["events", 0, "event", "operationType"] },
      { label: "Database", path: ["events", 0, "event", "ns", "db"] },
      { label: "Collection", path: ["events", 0, "event", "ns", "coll"] },
    ],
  },
];
