/** Error documents that the platform writes, not the function. Texts as Invoke answers them. */

const document = (errorType: string, errorMessage: string): Buffer => Buffer.from(JSON.stringify({ errorType, errorMessage }));

export function timeoutDocument(requestId: string, timeoutMs: number): Buffer {
  const seconds = (timeoutMs / 1000).toFixed(2);
  return document("Sandbox.Timedout", `RequestId: ${requestId} Error: Task timed out after ${seconds} seconds`);
}

/** `text` as `exitText` makes it. */
export function exitDocument(requestId: string, text: string): Buffer {
  return document("Runtime.ExitError", `RequestId: ${requestId} Error: ${text}`);
}

/** The function's process could not be started; `reason` is a sentence or the system's text. */
export function invalidEntrypointDocument(requestId: string, reason: string): Buffer {
  return document("Runtime.InvalidEntrypoint", `RequestId: ${requestId} Error: ${reason}`);
}

export function tooLargeDocument(maxBytes: number): Buffer {
  return document(
    "Function.ResponseSizeTooLarge",
    `Response payload size exceeded maximum allowed payload size (${maxBytes} bytes).`,
  );
}
