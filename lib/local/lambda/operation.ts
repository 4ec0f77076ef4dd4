import type { Clock } from "../clock.ts";
import type { AwsRequest, AwsResponse } from "../protocols/service.ts";
import type { Queues } from "../sqs/queues.ts";
import type { CodeStore } from "./code-store.ts";
import type { FunctionLifecycle } from "./function-lifecycle.ts";
import type { FunctionStore } from "./function-store.ts";
import type { LayerTrees } from "./layer-trees.ts";
import type { EventSourceMappings } from "./mappings/mapping-lifecycle.ts";
import type { Provisioning } from "./provisioning.ts";
import type { ResourceTables } from "./resource-tables.ts";
import type { VersionResolver } from "./version-resolver.ts";
import type { AccountLimits, InvocationEngine } from "./invocation-engine.ts";

/** What operations work with. */
export interface LambdaContext {
  store: FunctionStore;
  tables: ResourceTables;
  code: CodeStore;
  layerTrees: LayerTrees;
  lifecycle: FunctionLifecycle;
  provisioning: Provisioning;
  mappings: EventSourceMappings;
  /** SQS's. */
  queues: Queues;
  engine: InvocationEngine;
  limits: AccountLimits;
  clock: Clock;
  versionOf: VersionResolver;
  /** Absolute URL of a package, valid for ten minutes. */
  codeLocation(codeId: string): string;
  /** Absolute address of a function URL. */
  urlLocation(url: { urlId: string; region: string }): string;
}

/** One call: the request and the decoded labels of its path, for instance `FunctionName`. */
export interface LambdaCall {
  request: AwsRequest;
  labels: Readonly<Record<string, string>>;
}

/** Answers a call; throws `ServiceError`. */
export type Operation = (context: LambdaContext, call: LambdaCall) => AwsResponse | Promise<AwsResponse>;
