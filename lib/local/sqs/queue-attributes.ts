/** Attributes of queues. https://docs.aws.amazon.com/AWSSimpleQueueService/latest/APIReference/API_SetQueueAttributes.html */
import { parseQueueArn, type Queue } from "./queue.ts";
import { invalidAttributeValue, unknownAttribute, unsupportedHere } from "./sqs-error.ts";

const NUMBERS: Readonly<Record<string, { fallback: number; min: number; max: number }>> = {
  VisibilityTimeout: { fallback: 30, min: 0, max: 43_200 },
  MaximumMessageSize: { fallback: 1_048_576, min: 1_024, max: 1_048_576 },
  MessageRetentionPeriod: { fallback: 345_600, min: 60, max: 1_209_600 },
  DelaySeconds: { fallback: 0, min: 0, max: 900 },
  ReceiveMessageWaitTimeSeconds: { fallback: 0, min: 0, max: 20 },
};
/** Kept and shown, without effect: there is neither IAM nor encryption here. */
const TEXTS = new Set(["Policy", "RedriveAllowPolicy", "KmsMasterKeyId", "KmsDataKeyReusePeriodSeconds", "SqsManagedSseEnabled"]);
const FIFO_ONLY = new Set(["ContentBasedDeduplication", "DeduplicationScope", "FifoThroughputLimit"]);

/** What the attributes of a queue mean. */
export interface QueueSettings {
  visibilityTimeoutSeconds: number;
  maximumMessageBytes: number;
  retentionSeconds: number;
  delaySeconds: number;
  waitTimeSeconds: number;
  redrive?: { deadLetterTargetArn: string; maxReceiveCount: number };
}

export function settingsOf({ attributes }: Queue): QueueSettings {
  const redrive = attributes["RedrivePolicy"];
  return {
    visibilityTimeoutSeconds: numberOf(attributes, "VisibilityTimeout"),
    maximumMessageBytes: numberOf(attributes, "MaximumMessageSize"),
    retentionSeconds: numberOf(attributes, "MessageRetentionPeriod"),
    delaySeconds: numberOf(attributes, "DelaySeconds"),
    waitTimeSeconds: numberOf(attributes, "ReceiveMessageWaitTimeSeconds"),
    ...(redrive === undefined ? {} : { redrive: JSON.parse(redrive) as QueueSettings["redrive"] }),
  };
}

/** All attributes that GetQueueAttributes shows beside counts, ARN and times. */
export function shownAttributes({ attributes }: Queue): Record<string, string> {
  const defaults = Object.entries(NUMBERS).map(([name, { fallback }]) => [name, String(fallback)]);
  return { ...Object.fromEntries(defaults), SqsManagedSseEnabled: "true", ...attributes };
}

/** Checks what a caller sets; an empty text removes an attribute. Throws SQS's refusals. */
export function readAttributes(input: Readonly<Record<string, string>>): Record<string, string> {
  return Object.fromEntries(Object.entries(input).map(([name, value]) => [name, readAttribute(name, value)]));
}

/** `next` on top of what is set. */
export function mergedAttributes(current: Queue["attributes"], next: Queue["attributes"]): Record<string, string> {
  return Object.fromEntries(Object.entries({ ...current, ...next }).filter(([, value]) => value !== ""));
}

function readAttribute(name: string, value: string): string {
  const range = NUMBERS[name];
  if (range) {
    const number = Number(value);
    if (!/^\d+$/.test(value) || number < range.min || number > range.max) throw invalidAttributeValue(name);
    return String(number);
  }
  if (name === "RedrivePolicy") return value === "" ? value : readRedrivePolicy(value);
  if (name === "FifoQueue" || FIFO_ONLY.has(name)) throw unsupportedHere("FIFO queues");
  if (!TEXTS.has(name)) throw unknownAttribute(name);
  return value;
}

/** `{"deadLetterTargetArn":"…","maxReceiveCount":3}`; AWS takes the number as a text too. */
function readRedrivePolicy(text: string): string {
  const policy = parsed(text);
  const target = policy?.["deadLetterTargetArn"];
  const count = Number(policy?.["maxReceiveCount"]);
  const isValid = typeof target === "string" && parseQueueArn(target) && Number.isInteger(count) && count >= 1 && count <= 1_000;
  if (!isValid) throw invalidAttributeValue("RedrivePolicy");
  return JSON.stringify({ deadLetterTargetArn: target, maxReceiveCount: count });
}

function parsed(text: string): Record<string, unknown> | undefined {
  try {
    return JSON.parse(text) as Record<string, unknown>;
  } catch {
    return undefined;
  }
}

function numberOf(attributes: Queue["attributes"], name: string): number {
  return Number(attributes[name] ?? NUMBERS[name]?.fallback);
}
