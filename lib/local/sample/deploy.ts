import { setMaxListeners } from "node:events";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { LOCAL_ACCOUNT_ID } from "../../local-contract.ts";
import { queueArn } from "../sqs/queue.ts";
import { SAMPLE_TAG } from "./catalogue.ts";
import type { DeploymentRecord } from "./deployment-record.ts";
import { zipFolder } from "./function-package.ts";
import type { SampleFunction } from "./sample-function.ts";
import { createQueueCall } from "./sample-queues.ts";
import { memberOf, type SignedAnswer, type SignedClient } from "./signed-client.ts";

const ACTIVE_WITHIN_MS = 15_000;
const POLL_MS = 25;

export interface DeployOptions {
  client: SignedClient;
  functions: readonly SampleFunction[];
  record: DeploymentRecord;
  /** Folder that holds a folder of sources for each function. */
  functionsDirectory: string;
  /** Stops the deployment; the next start goes on with it. */
  signal: AbortSignal;
  log(message: string): void;
}

/**
 * Creates the functions that were never deployed before. What was deployed once is left alone: if the
 * user changed or deleted it, it stays so. A function that cannot be created is reported and tried
 * again at the next start; the others are not held up by it.
 */
export async function deployShop(options: DeployOptions): Promise<void> {
  const { functions, record, signal, log } = options;
  // Every deployment waits with this signal.
  setMaxListeners(0, signal);
  const deployOnce = async (sample: SampleFunction) => {
    try {
      if (await deploy(sample, options)) record.add(sample);
      else log(`${sample.region}/${sample.functionName}: a function of yours has this name, the shop leaves it alone`);
    } catch (error) {
      if (signal.aborted) return;
      log(`${sample.region}/${sample.functionName} could not be deployed: ${String(error)}`);
    }
  };
  await Promise.all(functions.filter((candidate) => !record.has(candidate)).map(deployOnce));
}

/** Answers false when the name is taken by a function that is not the shop's. */
async function deploy(sample: SampleFunction, { client, functionsDirectory, signal, log }: DeployOptions): Promise<boolean> {
  const code = await zipFolder(join(functionsDirectory, sample.source));
  for (const queue of sample.queues ?? []) expectSuccess("CreateQueue", await client.call(createQueueCall(sample.region, queue)));
  const created = await client.call({
    service: "lambda",
    region: sample.region,
    method: "POST",
    path: "/2015-03-31/functions",
    body: createFunctionRequest(sample, code),
  });
  if (created.errorType === "ResourceConflictException") {
    // Ours if the process was killed between the creation and its record.
    if (!(await isSample(client, sample))) return false;
  } else {
    expectSuccess("CreateFunction", created);
  }
  await waitUntilActive(client, sample, signal);
  if (sample.reservedConcurrency !== undefined) await reserveConcurrency(client, sample, sample.reservedConcurrency);
  if (sample.eventQueue !== undefined) await mapQueue(client, sample, sample.eventQueue);
  log(`deployed ${sample.region}/${sample.functionName}`);
  return true;
}

function createFunctionRequest(sample: SampleFunction, code: Buffer): Record<string, unknown> {
  return {
    FunctionName: sample.functionName,
    Runtime: sample.runtime,
    Handler: sample.handler,
    Role: `arn:aws:iam::${LOCAL_ACCOUNT_ID}:role/shop-${sample.functionName}`,
    Code: { ZipFile: code.toString("base64") },
    Description: sample.description,
    Timeout: sample.timeoutSeconds,
    MemorySize: sample.memoryMb,
    Architectures: [sample.architecture],
    Environment: { Variables: sample.environment },
    ...(sample.deadLetterQueue === undefined ? {} : { DeadLetterConfig: { TargetArn: queueArn(sample.region, sample.deadLetterQueue) } }),
    Tags: sample.tags,
  };
}

async function isSample(client: SignedClient, sample: SampleFunction): Promise<boolean> {
  const found = await client.call({
    service: "lambda",
    region: sample.region,
    method: "GET",
    path: `/2015-03-31/functions/${sample.functionName}`,
  });
  expectSuccess("GetFunction", found);
  return memberOf(memberOf(found.body, "Tags"), SAMPLE_TAG.key) === SAMPLE_TAG.value;
}

async function waitUntilActive(client: SignedClient, sample: SampleFunction, signal: AbortSignal): Promise<void> {
  const giveUpMs = performance.now() + ACTIVE_WITHIN_MS;
  for (;;) {
    const found = await client.call({
      service: "lambda",
      region: sample.region,
      method: "GET",
      path: `/2015-03-31/functions/${sample.functionName}/configuration`,
    });
    expectSuccess("GetFunctionConfiguration", found);
    const state = memberOf(found.body, "State");
    if (state === "Active") return;
    if (performance.now() > giveUpMs) throw new Error(`still ${String(state)} after ${ACTIVE_WITHIN_MS / 1000} s`);
    await wait(POLL_MS, undefined, { signal });
  }
}

async function reserveConcurrency(client: SignedClient, sample: SampleFunction, executions: number): Promise<void> {
  const answer = await client.call({
    service: "lambda",
    region: sample.region,
    method: "PUT",
    path: `/2017-10-31/functions/${sample.functionName}/concurrency`,
    body: { ReservedConcurrentExecutions: executions },
  });
  expectSuccess("PutFunctionConcurrency", answer);
}

async function mapQueue(client: SignedClient, sample: SampleFunction, queue: NonNullable<SampleFunction["eventQueue"]>): Promise<void> {
  const answer = await client.call({
    service: "lambda",
    region: sample.region,
    method: "POST",
    path: "/2015-03-31/event-source-mappings",
    body: {
      FunctionName: sample.functionName,
      EventSourceArn: queueArn(sample.region, queue.name),
      BatchSize: queue.batchSize,
      MaximumBatchingWindowInSeconds: queue.windowSeconds,
      FunctionResponseTypes: ["ReportBatchItemFailures"],
    },
  });
  // There already if the process was killed before the function was recorded.
  if (answer.errorType !== "ResourceConflictException") expectSuccess("CreateEventSourceMapping", answer);
}

function expectSuccess(operation: string, answer: SignedAnswer): void {
  if (answer.status < 300) return;
  const message = memberOf(answer.body, "message") ?? memberOf(answer.body, "Message") ?? "";
  throw new Error(`${operation} answered ${answer.status} ${answer.errorType ?? ""}: ${String(message)}`);
}
