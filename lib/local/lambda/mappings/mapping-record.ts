import { LOCAL_ACCOUNT_ID } from "../../../local-contract.ts";
import type { EventSourceKind } from "./event-source.ts";
import { sourceRules } from "./event-source.ts";

export type MappingState = "Creating" | "Enabling" | "Enabled" | "Disabling" | "Disabled" | "Updating" | "Deleting";

/** One event source mapping. Replaced when it changes. */
export interface MappingRecord {
  uuid: string;
  region: string;
  kind: EventSourceKind;
  /** As it was named: with a qualifier when there was one. */
  functionArn: string;
  eventSourceArn?: string;
  /** What it is, or is on its way to. */
  enabled: boolean;
  state: MappingState;
  /** Epoch milliseconds. */
  lastModifiedMs: number;
  /** The other members as the API takes and answers them, for instance `BatchSize`. */
  members: Readonly<Record<string, unknown>>;
}

/** As the API answers it. */
export function describeMapping(mapping: MappingRecord): object {
  const { uuid, region, kind, functionArn, eventSourceArn, state, lastModifiedMs, members } = mapping;
  return {
    UUID: uuid,
    ...members,
    ...(eventSourceArn === undefined ? {} : { EventSourceArn: eventSourceArn }),
    FunctionArn: functionArn,
    LastModified: lastModifiedMs / 1_000,
    State: state,
    StateTransitionReason: sourceRules(kind).isStream ? "User action" : "USER_INITIATED",
    EventSourceMappingArn: `arn:aws:lambda:${region}:${LOCAL_ACCOUNT_ID}:event-source-mapping:${uuid}`,
  };
}

/** What the poller of a queue goes by. */
export interface QueueMappingSettings {
  batchSize: number;
  windowSeconds: number;
  /** Invocations at the same time; AWS begins with five batches and goes up, here it stays at five unless it is set. */
  maximumConcurrency: number;
  reportsItemFailures: boolean;
  /** Texts of the patterns; none: everything passes. */
  filters: readonly string[];
}

const DEFAULT_CONCURRENCY = 5;

export function queueSettings({ members }: MappingRecord): QueueMappingSettings {
  const scaling = members["ScalingConfig"] as { MaximumConcurrency?: number } | undefined;
  const criteria = members["FilterCriteria"] as { Filters?: { Pattern?: string }[] } | undefined;
  return {
    batchSize: Number(members["BatchSize"]),
    windowSeconds: Number(members["MaximumBatchingWindowInSeconds"]),
    maximumConcurrency: scaling?.MaximumConcurrency ?? DEFAULT_CONCURRENCY,
    reportsItemFailures: (members["FunctionResponseTypes"] as string[]).includes("ReportBatchItemFailures"),
    filters: (criteria?.Filters ?? []).flatMap(({ Pattern }) => (Pattern === undefined ? [] : [Pattern])),
  };
}
