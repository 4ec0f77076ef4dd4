import type { IncomingMessage } from "node:http";
import { BodyCollector } from "./body-collector.ts";
import { ServiceError } from "./service-error.ts";

/** Lambda's largest request: https://docs.aws.amazon.com/lambda/latest/dg/gettingstarted-limits.html */
export const MAX_REQUEST_BYTES = 70_167_211;

/** A client that is cut off while it sends never sees the answer: a somewhat too large body is read and dropped. */
const MAX_DROPPED_BYTES = 3 * MAX_REQUEST_BYTES;

/** The whole body; rejects with `RequestEntityTooLargeException` 413 when it is too large. */
export function readBody(message: IncomingMessage): Promise<Buffer> {
  const announcedBytes = Number(message.headers["content-length"] ?? 0);
  const waits = message.headers.expect !== undefined;
  if (announcedBytes > (waits ? MAX_REQUEST_BYTES : MAX_DROPPED_BYTES)) return Promise.reject(tooLarge());
  return new Promise((resolve, reject) => {
    const body = new BodyCollector(Math.min(announcedBytes, MAX_REQUEST_BYTES));
    let sizeBytes = 0;
    message.on("data", (chunk: Buffer) => {
      sizeBytes += chunk.length;
      if (sizeBytes <= MAX_REQUEST_BYTES) body.push(chunk);
      else if (sizeBytes > MAX_DROPPED_BYTES) reject(tooLarge());
    });
    message.on("end", () => {
      if (sizeBytes > MAX_REQUEST_BYTES) reject(tooLarge());
      else resolve(body.body());
    });
    message.on("error", reject);
  });
}

function tooLarge(): ServiceError {
  return new ServiceError(
    "RequestEntityTooLargeException",
    413,
    `Request must be smaller than ${MAX_REQUEST_BYTES} bytes for the CreateFunction operation`,
  );
}
