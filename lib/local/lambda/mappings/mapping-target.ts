/** What a mapping ties together, looked up. */
import { settingsOf } from "../../sqs/queue-attributes.ts";
import { functionArn } from "../function-arn.ts";
import { parseFunctionReference, READ_NAME } from "../function-reference.ts";
import { conflict, invalidParameter, resourceNotFound } from "../lambda-errors.ts";
import type { LambdaContext } from "../operation.ts";
import { findQualified } from "../qualified-version.ts";
import type { MappingRecord } from "./mapping-record.ts";

/** Throws AWS's refusal when there is no such function, version or alias. */
export function readMappedFunction(context: LambdaContext, region: string, name: string): { functionArn: string; timeoutSeconds: number } {
  const { functionName, qualifier } = parseFunctionReference(region, name, READ_NAME);
  const found = findQualified(context, region, functionName, qualifier);
  if (!found) throw invalidParameter("Function does not exist");
  return { functionArn: functionArn(region, functionName, qualifier), timeoutSeconds: found.version.current.configuration.Timeout };
}

/** A queue must be there, and hide messages for as long as the function may take. */
export function assertQueueFits(context: LambdaContext, region: string, eventSourceArn: string, timeoutSeconds: number): void {
  const queue = context.queues.findByArn(eventSourceArn);
  if (queue?.region !== region) {
    throw invalidParameter(
      "Error occurred while ReceiveMessage. SQS Error Code: AWS.SimpleQueueService.NonExistentQueue. SQS Error Message: The specified queue does not exist.",
    );
  }
  const { visibilityTimeoutSeconds } = settingsOf(queue);
  if (visibilityTimeoutSeconds < timeoutSeconds) {
    throw invalidParameter(`Queue visibility timeout: ${visibilityTimeoutSeconds} seconds is less than Function timeout: ${timeoutSeconds} seconds`);
  }
}

/** One mapping for a source and a function. */
export function assertNotMapped(context: LambdaContext, region: string, wanted: Pick<MappingRecord, "kind" | "functionArn"> & { eventSourceArn: string | undefined }): void {
  const { kind, functionArn: arn, eventSourceArn } = wanted;
  const existing = context.mappings.list(region).find((mapping) => mapping.functionArn === arn && mapping.eventSourceArn === eventSourceArn);
  if (!existing || eventSourceArn === undefined) return;
  const name = arn.split(":")[6] ?? "";
  const advice = `Please update or delete the existing mapping with UUID ${existing.uuid}`;
  throw conflict(
    kind === "sqs"
      ? `An event source mapping with SQS arn (" ${eventSourceArn} ") and function (" ${name} ") already exists. ${advice}`
      : `The event source arn (" ${eventSourceArn} ") and function (" ${name} ") provided mapping already exists. ${advice}`,
  );
}

export function findMapping(context: LambdaContext, region: string, uuid: string | undefined): MappingRecord {
  const mapping = context.mappings.find(region, uuid ?? "");
  if (!mapping) throw resourceNotFound("The resource you requested does not exist.");
  return mapping;
}
