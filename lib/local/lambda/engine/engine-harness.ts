/** Test support: an engine on a directory of its own, functions from inline sources, telemetry that is kept in memory. */
import { randomUUID } from "node:crypto";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { systemClock } from "../../clock.ts";
import type { LogLine, MetricSample, Telemetry } from "../../telemetry.ts";
import type { FunctionConfiguration, FunctionVersion } from "../function-version.ts";
import type { InvocationRequest, InvocationResult } from "../invocation-engine.ts";
import { createInvocationEngine } from "./create-invocation-engine.ts";
import type { InvocationEngineOptions } from "./engine-options.ts";

export class RecordingTelemetry implements Telemetry {
  readonly lines: (LogLine & { logGroup: string; logStream: string })[] = [];
  readonly samples: MetricSample[] = [];
  readonly writes: Parameters<Telemetry["write"]>[0][] = [];

  write(entry: Parameters<Telemetry["write"]>[0]): void {
    this.writes.push(entry);
    const { logs } = entry;
    if (logs) this.lines.push(...logs.lines.map((line) => ({ ...line, logGroup: logs.logGroup, logStream: logs.logStream })));
    this.samples.push(...(entry.samples ?? []));
  }
  load(): void {
    throw new Error("the engine loads nothing in bulk");
  }
  close(): void {}

  messages(): string[] {
    return this.lines.map(({ message }) => message);
  }
  /** Values of one metric in one dimension set, by number of dimensions. */
  values(name: string, dimensionCount: number): number[] {
    return this.samples
      .filter((sample) => sample.name === name && Object.keys(sample.dimensions).length === dimensionCount)
      .map(({ value }) => value);
  }
}

export interface TestFunction {
  name?: string;
  runtime?: string;
  handler?: string;
  /** File name to source. */
  files: Record<string, string>;
  configuration?: Partial<FunctionConfiguration>;
  reserved?: number;
}

export function createHarness(options: Partial<InvocationEngineOptions> = {}) {
  const directory = options.directory ?? mkdtempSync(join(tmpdir(), "engine-"));
  const telemetry = new RecordingTelemetry();
  const versions = new Map<string, FunctionVersion>();
  const engine = createInvocationEngine({
    directory,
    clock: systemClock,
    telemetry,
    limits: { concurrentExecutions: 1_000, reservedTotal: () => 0 },
    credentials: { accessKeyId: "LOCALKEY", secretAccessKey: "local-secret" },
    resolveVersion: (_region, functionName) => versions.get(functionName),
    ...options,
  });
  return {
    directory,
    telemetry,
    engine,
    define: (test: TestFunction): FunctionVersion => {
      const version = defineFunction(directory, test);
      versions.set(version.functionName, version);
      return version;
    },
    remove: (name: string) => versions.delete(name),
    invoke: (version: FunctionVersion, event: unknown = {}, request: Partial<InvocationRequest> = {}): Promise<InvocationResult> =>
      engine.invoke(version, { ...requestFor(version, event), ...request }),
    async close(): Promise<void> {
      await engine.close();
      rmSync(directory, { recursive: true, force: true });
    },
  };
}

export function requestFor(version: FunctionVersion, event: unknown = {}): InvocationRequest {
  return { requestId: randomUUID(), payload: Buffer.from(JSON.stringify(event)), invokedFunctionArn: version.functionArn };
}

export const answerOf = (result: InvocationResult): unknown => JSON.parse(result.payload.toString());

function defineFunction(directory: string, test: TestFunction): FunctionVersion {
  const functionName = test.name ?? "probe";
  const codeDirectory = join(directory, "code", randomUUID());
  mkdirSync(codeDirectory, { recursive: true });
  for (const [name, source] of Object.entries(test.files)) writeFileSync(join(codeDirectory, name), source);
  return {
    region: "eu-west-1",
    accountId: "000000000000",
    functionName,
    version: "$LATEST",
    functionArn: `arn:aws:lambda:eu-west-1:000000000000:function:${functionName}`,
    codeDirectory,
    generation: randomUUID(),
    reservedConcurrency: test.reserved,
    configuration: {
      Runtime: test.runtime ?? "nodejs22.x",
      Role: "arn:aws:iam::000000000000:role/probe",
      Handler: test.handler ?? "index.handler",
      Description: "",
      Timeout: 10,
      MemorySize: 256,
      EphemeralStorageSize: 512,
      Architectures: ["x86_64"],
      TracingMode: "PassThrough",
      LoggingConfig: { LogFormat: "Text", LogGroup: `/aws/lambda/${functionName}` },
      ...test.configuration,
    },
  };
}
