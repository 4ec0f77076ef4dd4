import type { Clock } from "../../clock.ts";
import type { Queues } from "../../sqs/queues.ts";
import type { FunctionRecord } from "../function-record.ts";
import type { RecordTable } from "../record-table.ts";
import { limitsOf, type EventInvokeConfig } from "./event-invoke-config.ts";
import { deadLetterAttributes, destinationRecord } from "./destination-record.ts";
import { isRecursive, lineageAfter } from "./lineage.ts";
import type { AsyncBehaviour, AsyncOutcome, DeliveryFailure } from "./async-outcome.ts";

export interface AsyncDeliveryOptions {
  configs: RecordTable<EventInvokeConfig>;
  queues: Queues;
  clock: Clock;
  findFunction(region: string, functionName: string): FunctionRecord | undefined;
  /** Queues an invocation; false when there is no such function. */
  enqueue(functionArn: string, payload: Buffer, traceId: string): boolean;
  log(message: string): void;
}

const NOT_HERE = "the local region delivers to SQS and Lambda only";

/** Settings and deliveries of asynchronous invocations: to SQS and Lambda, for that is what this region has. */
export function createAsyncDelivery(options: AsyncDeliveryOptions): AsyncBehaviour {
  const { configs, queues, clock, log } = options;
  const configOf = (arn: string) => {
    const [, , , region = "", , , functionName = "", qualifier = "$LATEST"] = arn.split(":");
    return configs.find(region, functionName, qualifier);
  };

  const toQueue = (arn: string, outcome: AsyncOutcome, message: { body: string; attributes?: ReturnType<typeof deadLetterAttributes> }): void => {
    const queue = queues.findByArn(arn);
    if (!queue) throw new Error(arn.split(":")[2] === "sqs" ? "there is no such queue" : NOT_HERE);
    const traceHeader = lineageAfter(outcome.traceId, outcome.functionArn);
    // AWS sends as the function's role, in a session that has the function's name.
    queues.send(queue, { ...message, senderId: `AROALOCALREGIONROLE00:${outcome.functionName}`, traceHeader });
  };

  const toFunction = (arn: string, outcome: AsyncOutcome, record: string): void => {
    const [, , , region = "", , , functionName = ""] = arn.split(":");
    const traceId = lineageAfter(outcome.traceId, outcome.functionArn);
    const mayRepeat = options.findFunction(region, functionName)?.recursiveLoop === "Allow";
    if (!mayRepeat && isRecursive(traceId, arn)) throw new Error("the function called itself 16 times in a chain: Lambda stops that");
    if (!options.enqueue(arn, Buffer.from(record), traceId)) throw new Error("there is no such function");
  };

  const toDestination = (arn: string, outcome: AsyncOutcome): void => {
    const record = destinationRecord(outcome, clock.now());
    const service = arn.split(":")[2];
    if (service === "sqs") toQueue(arn, outcome, { body: record });
    else if (service === "lambda") toFunction(arn, outcome, record);
    else throw new Error(NOT_HERE);
  };

  const attempt = (arn: string, outcome: AsyncOutcome, failure: DeliveryFailure, run: () => void): DeliveryFailure[] => {
    try {
      run();
      return [];
    } catch (error) {
      log(`${outcome.functionArn}, request ${outcome.requestId}: not delivered to ${arn}: ${error instanceof Error ? error.message : String(error)}`);
      return [failure];
    }
  };

  return {
    limits: (functionArn) => limitsOf(configOf(functionArn)),
    deliver(outcome) {
      const config = configOf(outcome.functionArn);
      const succeeded = outcome.condition === "Success";
      const destination = succeeded ? config?.onSuccess : config?.onFailure;
      const deadLetterQueue = succeeded ? undefined : outcome.deadLetterTargetArn;
      const failures: DeliveryFailure[] = [];
      if (destination !== undefined) {
        failures.push(...attempt(destination, outcome, "DestinationDeliveryFailures", () => toDestination(destination, outcome)));
      }
      if (deadLetterQueue !== undefined && deadLetterQueue !== "") {
        const message = { body: outcome.payload.toString("utf8"), attributes: deadLetterAttributes(outcome) };
        failures.push(...attempt(deadLetterQueue, outcome, "DeadLetterErrors", () => toQueue(deadLetterQueue, outcome, message)));
      }
      return failures;
    },
  };
}
