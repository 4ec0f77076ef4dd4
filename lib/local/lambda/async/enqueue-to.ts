import { randomUUID } from "node:crypto";
import type { FunctionVersion } from "../function-version.ts";
import type { InvocationEngine } from "../invocation-engine.ts";

interface Invoking {
  engine: Pick<InvocationEngine, "enqueue">;
  versionOfArn(functionArn: string): FunctionVersion | undefined;
}

/** Queues an invocation of the function that an ARN names; false when there is none. */
export function enqueueTo({ engine, versionOfArn }: Invoking, functionArn: string, payload: Buffer, traceId: string): boolean {
  const version = versionOfArn(functionArn);
  if (!version) return false;
  engine.enqueue(version, { requestId: randomUUID(), payload, invokedFunctionArn: functionArn, traceId });
  return true;
}
