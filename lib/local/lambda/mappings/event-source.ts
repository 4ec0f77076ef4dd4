/** What kinds of event sources there are. https://docs.aws.amazon.com/lambda/latest/dg/invocation-eventsourcemapping.html */
export type EventSourceKind = "sqs" | "kinesis" | "dynamodb" | "kafka" | "mq" | "docdb";

interface SourceRules {
  defaultBatchSize: number;
  /** Streams tell how the last batch went, and word their state changes in another way. */
  isStream: boolean;
  needsStartingPosition: boolean;
  /** Members of its own, beside those that all have. */
  members: readonly string[];
}

const STREAM_MEMBERS = [
  "StartingPosition",
  "StartingPositionTimestamp",
  "ParallelizationFactor",
  "BisectBatchOnFunctionError",
  "MaximumRetryAttempts",
  "MaximumRecordAgeInSeconds",
  "TumblingWindowInSeconds",
  "DestinationConfig",
];
const KAFKA_MEMBERS = ["StartingPosition", "StartingPositionTimestamp", "Topics", "SourceAccessConfigurations", "DestinationConfig", "ProvisionedPollerConfig", "LoggingConfig"];

const RULES: Readonly<Record<EventSourceKind, SourceRules>> = {
  sqs: { defaultBatchSize: 10, isStream: false, needsStartingPosition: false, members: ["ScalingConfig", "ProvisionedPollerConfig"] },
  kinesis: { defaultBatchSize: 100, isStream: true, needsStartingPosition: true, members: STREAM_MEMBERS },
  dynamodb: { defaultBatchSize: 100, isStream: true, needsStartingPosition: true, members: STREAM_MEMBERS },
  kafka: {
    defaultBatchSize: 100,
    isStream: true,
    needsStartingPosition: true,
    members: [...KAFKA_MEMBERS, "AmazonManagedKafkaEventSourceConfig", "SelfManagedKafkaEventSourceConfig", "SelfManagedEventSource"],
  },
  mq: { defaultBatchSize: 100, isStream: true, needsStartingPosition: false, members: ["Queues", "SourceAccessConfigurations"] },
  docdb: {
    defaultBatchSize: 100,
    isStream: true,
    needsStartingPosition: true,
    members: ["StartingPosition", "StartingPositionTimestamp", "SourceAccessConfigurations", "DocumentDBEventSourceConfig"],
  },
};

const SERVICES: Readonly<Record<string, EventSourceKind>> = {
  sqs: "sqs",
  kinesis: "kinesis",
  dynamodb: "dynamodb",
  kafka: "kafka",
  mq: "mq",
  rds: "docdb",
};

/** Of an ARN; without one it is a cluster of the user's own. `undefined`: no such source. */
export function eventSourceKind(eventSourceArn: string | undefined, hasSelfManagedSource: boolean): EventSourceKind | undefined {
  if (eventSourceArn === undefined) return hasSelfManagedSource ? "kafka" : undefined;
  return SERVICES[eventSourceArn.split(":")[2] ?? ""];
}

export function sourceRules(kind: EventSourceKind): SourceRules {
  return RULES[kind];
}

/** Members that some sources take and others do not. */
export const SPECIAL_MEMBERS: ReadonlySet<string> = new Set(Object.values(RULES).flatMap(({ members }) => members));

/** What AWS answers for members that were never set. */
export function defaultMembers(kind: EventSourceKind): Record<string, unknown> {
  const { defaultBatchSize, isStream } = RULES[kind];
  const common = { BatchSize: defaultBatchSize, MaximumBatchingWindowInSeconds: 0, FunctionResponseTypes: [] };
  if (!isStream) return common;
  const shared = { ...common, LastProcessingResult: "No records processed" };
  if (kind !== "kinesis" && kind !== "dynamodb") return shared;
  return {
    ...shared,
    ParallelizationFactor: 1,
    BisectBatchOnFunctionError: false,
    MaximumRetryAttempts: -1,
    MaximumRecordAgeInSeconds: -1,
    TumblingWindowInSeconds: 0,
    DestinationConfig: { OnFailure: {} },
  };
}
