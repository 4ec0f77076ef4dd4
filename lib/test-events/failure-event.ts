/** Finds the event in what AWS keeps of a failed invocation, and in what a function logged of it. */

export interface FailedEvent {
  event: unknown;
  /** What it was found in, in words. */
  source: string;
  /** Why it failed, where the record says so. */
  reason?: string;
  requestId?: string;
}

/** A queue's message as a person pastes it or ReceiveMessage answers. */
export interface QueueMessage {
  messageId?: string;
  body: string;
  attributes?: Readonly<Record<string, string>>;
  /** Message attributes; of a dead-letter queue RequestID, ErrorCode, ErrorMessage. */
  messageAttributes?: Readonly<Record<string, string>>;
}

/**
 * The event of a text: an on-failure record, an EventBridge or SNS envelope around one, a message, or a line of a log with JSON
 * in it. `{ problem }` says why there is none.
 */
export function findFailedEvent(text: string): FailedEvent | { problem: string } {
  if (text.trim() === "") return { problem: "There is nothing to read yet." };
  const whole = parse(text);
  if (whole !== undefined) return readRecord(whole) ?? { event: whole, source: "JSON" };
  const inLine = findJsonInText(text);
  if (inLine === undefined) return { problem: "There is no JSON in this text. A function logs an event in full with console.log(JSON.stringify(event))." };
  return readRecord(inLine) ?? { event: inLine, source: "a log line" };
}

/**
 * The event of a queue's message. `queueOfSource`: messages come there from another queue, not from Lambda's asynchronous
 * invocation: the function gets them within SQS's records.
 */
export function eventOfMessage(message: QueueMessage, queueOfSource?: { sourceArn: string; region: string }): FailedEvent | { problem: string } {
  const { ErrorMessage: errorMessage, RequestID: requestId } = message.messageAttributes ?? {};
  const body = parse(message.body);
  const record = body === undefined ? undefined : readRecord(body);
  if (record) return record;
  if (queueOfSource) return { event: { Records: [toSqsRecord(message, queueOfSource)] }, source: "a message of the queue's dead-letter queue" };
  if (body === undefined) return { problem: "The message is not JSON, so it was not an event of Lambda." };
  return { event: body, source: "a dead-letter queue's message", reason: errorMessage, requestId };
}

function readRecord(value: unknown): FailedEvent | { problem: string } | undefined {
  const record = objectOf(value);
  if (!record) return undefined;
  return readDestination(record) ?? readBatchRecord(record) ?? readEnvelope(record) ?? readPastedMessage(record) ?? readLogLine(record);
}

/** https://docs.aws.amazon.com/lambda/latest/dg/invocation-async-retain-records.html */
function readDestination(record: Record<string, unknown>): FailedEvent | undefined {
  const context = objectOf(record.requestContext);
  if (typeof context?.functionArn !== "string" || !("requestPayload" in record)) return undefined;
  const answer = objectOf(record.responsePayload);
  const reason = [textOf(context.condition), textOf(answer?.errorMessage)].filter(Boolean).join(": ");
  return { event: record.requestPayload, source: "a destination's record", reason: reason || undefined, requestId: textOf(context.requestId) };
}

/** Of a stream only the place is kept, not its data. */
function readBatchRecord(record: Record<string, unknown>): { problem: string } | undefined {
  const batch = Object.keys(record).find((key) => key.endsWith("BatchInfo"));
  if (!batch || !objectOf(record.requestContext)) return undefined;
  if (typeof record.payload === "string") return undefined;
  return { problem: `This record names a batch (${batch}) by its place in the stream and does not hold its data. Read the batch from the stream while it is kept there.` };
}

/** EventBridge's and SNS's own wrapping of a record. */
function readEnvelope(record: Record<string, unknown>): FailedEvent | { problem: string } | undefined {
  const detailType = textOf(record["detail-type"]);
  if (detailType?.startsWith("Lambda Function Invocation Result")) return readRecord(record.detail);
  if (record.Type === "Notification" && typeof record.Message === "string" && typeof record.TopicArn === "string") {
    const message = parse(record.Message);
    return message === undefined ? undefined : (readRecord(message) ?? { event: message, source: "an SNS message" });
  }
  return undefined;
}

/** ReceiveMessage's answer, as the AWS CLI prints it. */
function readPastedMessage(record: Record<string, unknown>): FailedEvent | { problem: string } | undefined {
  const first = Array.isArray(record.Messages) ? objectOf(record.Messages[0]) : record;
  if (typeof first?.Body !== "string" || !("ReceiptHandle" in first || "MessageId" in first)) return undefined;
  const attributes = Object.entries(objectOf(first.MessageAttributes) ?? {}).map(([name, attribute]): [string, string] => [name, textOf(objectOf(attribute)?.StringValue) ?? ""]);
  return eventOfMessage({ body: first.Body, messageAttributes: Object.fromEntries(attributes) });
}

/** Lambda's JSON log format: what was logged is the message. */
function readLogLine(record: Record<string, unknown>): FailedEvent | undefined {
  if (typeof record.timestamp !== "string" || typeof record.level !== "string" || !("message" in record)) return undefined;
  const message = typeof record.message === "string" ? (parse(record.message) ?? findJsonInText(record.message)) : record.message;
  if (message === undefined) return undefined;
  return { event: message, source: "a log line", requestId: textOf(record.requestId) ?? textOf(record.AWSRequestId) };
}

function toSqsRecord({ messageId, body, attributes = {}, messageAttributes = {} }: QueueMessage, { sourceArn, region }: { sourceArn: string; region: string }): object {
  return {
    messageId: messageId ?? "00000000-0000-0000-0000-000000000000",
    // The real one would let its holder delete the message.
    receiptHandle: "not-a-real-receipt-handle",
    body,
    attributes,
    messageAttributes: Object.fromEntries(Object.entries(messageAttributes).map(([name, stringValue]) => [name, { stringValue, stringListValues: [], binaryListValues: [], dataType: "String" }])),
    eventSource: "aws:sqs",
    eventSourceARN: sourceArn,
    awsRegion: region,
  };
}

/** Places where JSON may begin; more is not a log line. */
const STARTS_MAX = 200;

/** The longest object or list within a text. */
function findJsonInText(text: string): unknown {
  let best: { value: unknown; length: number } | undefined;
  let at = 0;
  for (let tries = 0; tries < STARTS_MAX; tries += 1) {
    const start = text.slice(at).search(/[[{]/);
    if (start < 0) break;
    const end = endOfJson(text, at + start);
    const value = end === undefined ? undefined : parse(text.slice(at + start, end));
    if (value !== undefined && end !== undefined && typeof value === "object") {
      if (!best || end - at - start > best.length) best = { value, length: end - at - start };
      at = end;
    } else at += start + 1;
  }
  return best?.value;
}

/** Behind the bracket that closes the one here; undefined when none does. */
function endOfJson(text: string, from: number): number | undefined {
  let depth = 0;
  for (const match of text.slice(from).matchAll(/"[^"\\]*(?:\\[^][^"\\]*)*"|[{}[\]]/g)) {
    const token = match[0];
    if (token === "{" || token === "[") depth += 1;
    else if (token === "}" || token === "]") depth -= 1;
    if (depth === 0) return from + match.index + token.length;
  }
  return undefined;
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function objectOf(value: unknown): Record<string, unknown> | undefined {
  return typeof value === "object" && value !== null && !Array.isArray(value) ? (value as Record<string, unknown>) : undefined;
}

function textOf(value: unknown): string | undefined {
  return typeof value === "string" && value !== "" ? value : undefined;
}
