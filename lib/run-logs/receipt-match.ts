/** Whether a message in a queue is about one run: a destination's record, or the event itself in a dead-letter queue. */

export interface QueueMessage {
  body: string;
  messageAttributes: Record<string, string>;
}

/** `condition` is that of the record, for instance `RetriesExhausted`; undefined when the message is about another run. */
export function matchReceipt({ body, messageAttributes }: QueueMessage, requestId: string): { condition?: string } | undefined {
  if (messageAttributes.RequestID === requestId) return {};
  if (!body.includes(requestId)) return undefined;
  const context = contextOf(body);
  if (context?.requestId !== requestId) return undefined;
  return { condition: typeof context.condition === "string" ? context.condition : undefined };
}

function contextOf(body: string): Record<string, unknown> | undefined {
  try {
    const { requestContext } = JSON.parse(body) as { requestContext?: unknown };
    return typeof requestContext === "object" && requestContext !== null ? (requestContext as Record<string, unknown>) : undefined;
  } catch {
    // A queue may hold anything.
    return undefined;
  }
}
