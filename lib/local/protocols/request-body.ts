import type { IncomingMessage } from "node:http";
import { ServiceError } from "./service-error.ts";

/** Lambda's largest request: https://docs.aws.amazon.com/lambda/latest/dg/gettingstarted-limits.html */
export const MAX_REQUEST_BYTES = 70_167_211;

const NOTHING = Buffer.alloc(0);

/** The whole body; rejects with `RequestEntityTooLargeException` 413 as soon as it is too large. */
export function readBody(message: IncomingMessage): Promise<Buffer> {
  if (Number(message.headers["content-length"] ?? 0) > MAX_REQUEST_BYTES) return Promise.reject(tooLarge());
  return new Promise((resolve, reject) => {
    const chunks: Buffer[] = [];
    let sizeBytes = 0;
    message.on("data", (chunk: Buffer) => {
      sizeBytes += chunk.length;
      if (sizeBytes > MAX_REQUEST_BYTES) {
        chunks.length = 0;
        reject(tooLarge());
      } else chunks.push(chunk);
    });
    message.on("end", () => resolve(chunks.length === 1 ? (chunks[0] ?? NOTHING) : Buffer.concat(chunks)));
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
