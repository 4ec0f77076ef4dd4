import type { Clock } from "../clock.ts";
import type { AwsRequest, AwsResponse } from "../protocols/service.ts";
import type { CodeStore } from "./code-store.ts";
import type { FunctionLifecycle } from "./function-lifecycle.ts";
import type { FunctionRecord } from "./function-record.ts";
import type { FunctionStore } from "./function-store.ts";
import type { FunctionVersion } from "./function-version.ts";
import type { AccountLimits, InvocationEngine } from "./invocation-engine.ts";

/** What operations work with. */
export interface LambdaContext {
  store: FunctionStore;
  code: CodeStore;
  lifecycle: FunctionLifecycle;
  engine: InvocationEngine;
  limits: AccountLimits;
  clock: Clock;
  versionOf(record: FunctionRecord): FunctionVersion;
  /** Absolute URL of a package, valid for ten minutes. */
  codeLocation(codeId: string): string;
}

/** One call: the request and the decoded labels of its path, for instance `FunctionName`. */
export interface LambdaCall {
  request: AwsRequest;
  labels: Readonly<Record<string, string>>;
}

/** Answers a call; throws `ServiceError`. */
export type Operation = (context: LambdaContext, call: LambdaCall) => AwsResponse | Promise<AwsResponse>;
