import "server-only";
import {
  CreateEventSourceMappingCommand,
  DeleteEventSourceMappingCommand,
  type EventSourceMappingConfiguration,
  GetEventSourceMappingCommand,
  ListEventSourceMappingsCommand,
  UpdateEventSourceMappingCommand,
} from "@aws-sdk/client-lambda";
import { allPages, readLambda, writeLambda } from "./lambda-request";
import type { AwsTarget } from "./target";

/** What Lambda polls for a function. */
export interface EventSourceMapping {
  id: string;
  /** undefined for self-managed Kafka. */
  sourceArn?: string;
  /** Of the function, with the qualifier that it invokes. */
  functionArn: string;
  /** `Enabled`, `Disabled`, `Creating`, `Enabling`, `Disabling`, `Updating`, `Deleting`. */
  state: string;
  stateReason?: string;
  lastProcessingResult?: string;
  batchSize?: number;
  windowSeconds?: number;
  maximumConcurrency?: number;
  parallelizationFactor?: number;
  startingPosition?: string;
  /** JSON texts; a record goes through when one of them fits. */
  filters: string[];
  filterError?: string;
  onFailureArn?: string;
  reportsItemFailures: boolean;
  topics: string[];
  queues: string[];
  lastModifiedMs?: number;
}

/** What Warmstart changes; undefined stays as it is. */
export interface EventSourceMappingUpdate {
  enabled?: boolean;
  batchSize?: number;
  windowSeconds?: number;
  /** null takes the limit away. */
  maximumConcurrency?: number | null;
  filters?: string[];
  /** Empty takes it away. */
  onFailureArn?: string;
}

/** AWS's own maximum of one page. */
const PAGE_SIZE = 100;

/** Every mapping of the function and its qualifiers. `name` undefined = of all functions of the region. */
export function listEventSourceMappings(target: AwsTarget, name?: string): Promise<EventSourceMapping[]> {
  const request = { target, operation: "ListEventSourceMappings", resource: name ? `the event source mappings of ${name}` : `the event source mappings of ${target.region}` };
  return allPages(async (marker) => {
    const command = new ListEventSourceMappingsCommand({ FunctionName: name, MaxItems: PAGE_SIZE, Marker: marker });
    const answer = await readLambda(request, (client, options) => client.send(command, options));
    return { items: (answer.EventSourceMappings ?? []).map(toMapping), next: answer.NextMarker };
  });
}

export async function getEventSourceMapping(target: AwsTarget, id: string): Promise<EventSourceMapping> {
  const request = { target, operation: "GetEventSourceMapping", resource: `the event source mapping ${id}` };
  return toMapping(await readLambda(request, (client, options) => client.send(new GetEventSourceMappingCommand({ UUID: id }), options)));
}

/** Answers while AWS still works on it: the state tells. */
export async function createEventSourceMapping(target: AwsTarget, functionReference: string, input: { sourceArn: string; batchSize: number; startingPosition?: "LATEST" | "TRIM_HORIZON" }): Promise<EventSourceMapping> {
  const request = { target, operation: "CreateEventSourceMapping", resource: `the event source ${input.sourceArn}` };
  const command = new CreateEventSourceMappingCommand({
    FunctionName: functionReference,
    EventSourceArn: input.sourceArn,
    BatchSize: input.batchSize,
    StartingPosition: input.startingPosition,
  });
  return toMapping(await writeLambda(request, (client, options) => client.send(command, options)));
}

export async function updateEventSourceMapping(target: AwsTarget, id: string, update: EventSourceMappingUpdate): Promise<EventSourceMapping> {
  const { enabled, batchSize, windowSeconds, maximumConcurrency, filters, onFailureArn } = update;
  const request = { target, operation: "UpdateEventSourceMapping", resource: `the event source mapping ${id}` };
  const command = new UpdateEventSourceMappingCommand({
    UUID: id,
    Enabled: enabled,
    BatchSize: batchSize,
    MaximumBatchingWindowInSeconds: windowSeconds,
    ScalingConfig: maximumConcurrency === undefined ? undefined : { MaximumConcurrency: maximumConcurrency ?? undefined },
    FilterCriteria: filters && { Filters: filters.map((Pattern) => ({ Pattern })) },
    DestinationConfig: onFailureArn === undefined ? undefined : { OnFailure: onFailureArn ? { Destination: onFailureArn } : {} },
  });
  return toMapping(await writeLambda(request, (client, options) => client.send(command, options)));
}

export async function deleteEventSourceMapping(target: AwsTarget, id: string): Promise<void> {
  const request = { target, operation: "DeleteEventSourceMapping", resource: `the event source mapping ${id}` };
  await writeLambda(request, (client, options) => client.send(new DeleteEventSourceMappingCommand({ UUID: id }), options));
}

function toMapping(mapping: EventSourceMappingConfiguration): EventSourceMapping {
  return {
    id: mapping.UUID ?? "",
    sourceArn: mapping.EventSourceArn,
    functionArn: mapping.FunctionArn ?? "",
    state: mapping.State ?? "",
    stateReason: mapping.StateTransitionReason,
    lastProcessingResult: mapping.LastProcessingResult,
    batchSize: mapping.BatchSize,
    windowSeconds: mapping.MaximumBatchingWindowInSeconds,
    maximumConcurrency: mapping.ScalingConfig?.MaximumConcurrency,
    parallelizationFactor: mapping.ParallelizationFactor,
    startingPosition: mapping.StartingPosition,
    filters: (mapping.FilterCriteria?.Filters ?? []).flatMap(({ Pattern }) => Pattern ?? []),
    filterError: mapping.FilterCriteriaError && (mapping.FilterCriteriaError.Message ?? mapping.FilterCriteriaError.ErrorCode),
    onFailureArn: mapping.DestinationConfig?.OnFailure?.Destination,
    reportsItemFailures: mapping.FunctionResponseTypes?.includes("ReportBatchItemFailures") ?? false,
    topics: mapping.Topics ?? [],
    queues: mapping.Queues ?? [],
    lastModifiedMs: mapping.LastModified?.getTime(),
  };
}
