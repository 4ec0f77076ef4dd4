/** What `X-Amz-Log-Result` shows. https://docs.aws.amazon.com/lambda/latest/api/API_Invoke.html */
const TAIL_BYTES = 4_096;

/** The last 4 KB of an invocation's log lines, starting at a whole character. */
export function logTail(messages: readonly string[]): string {
  let first = messages.length;
  let sizeBytes = 0;
  while (first > 0 && sizeBytes < TAIL_BYTES) {
    first -= 1;
    sizeBytes += Buffer.byteLength(messages[first] ?? "");
  }
  const text = messages.slice(first).join("");
  if (sizeBytes <= TAIL_BYTES) return text;
  const bytes = Buffer.from(text);
  let start = bytes.length - TAIL_BYTES;
  while (start < bytes.length && ((bytes[start] ?? 0) & 0xc0) === 0x80) start += 1;
  return bytes.toString("utf8", start);
}
