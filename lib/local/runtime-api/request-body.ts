import type { IncomingMessage } from "node:http";
import { BodyCollector } from "../protocols/body-collector.ts";

/** Largest answer of a function, in bytes: 6 MiB and 100. https://docs.aws.amazon.com/lambda/latest/dg/gettingstarted-limits.html */
export const MAX_RESPONSE_BYTES = 6_291_556;

/** The whole body, or `undefined` when it is larger than `maxBytes`: the rest is then read and thrown away. */
export function readBody(request: IncomingMessage, maxBytes: number): Promise<Buffer | undefined> {
  return new Promise((resolve, reject) => {
    const announcedBytes = Number(request.headers["content-length"] ?? 0);
    const body = new BodyCollector(announcedBytes <= maxBytes ? announcedBytes : 0);
    let sizeBytes = 0;
    request.on("data", (chunk: Buffer) => {
      sizeBytes += chunk.length;
      if (sizeBytes <= maxBytes) body.push(chunk);
    });
    request.on("end", () => {
      resolve(sizeBytes > maxBytes ? undefined : body.body());
    });
    request.on("error", reject);
  });
}
