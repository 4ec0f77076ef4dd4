/** Answers of URLs with InvokeMode RESPONSE_STREAM. https://docs.aws.amazon.com/lambda/latest/dg/configuration-response-streaming.html */
import type { AwsResponse } from "../../protocols/service.ts";
import type { ResponseStream } from "../streaming/response-stream.ts";
import { badGateway, responseHead } from "./url-response.ts";

const HTTP_INTEGRATION = "application/vnd.awslambda.http-integration-response";
/** Between the JSON with status and headers, and the body. */
const PRELUDE_END = Buffer.alloc(8);
const MAX_PRELUDE_BYTES = 1_048_576;

/** The answer as it comes; `stream` has begun. */
export async function streamedUrlResponse(stream: ResponseStream): Promise<AwsResponse> {
  const pieces = stream.pieces();
  if (stream.contentType !== HTTP_INTEGRATION) {
    return { status: 200, headers: { "content-type": stream.contentType ?? "application/octet-stream" }, body: "", stream: pieces };
  }
  let read = Buffer.alloc(0);
  for (;;) {
    const end = read.indexOf(PRELUDE_END);
    if (end >= 0) return withPrelude(read.subarray(0, end), read.subarray(end + PRELUDE_END.length), pieces);
    const next = await pieces.next();
    if (next.done || read.length > MAX_PRELUDE_BYTES) return badGateway();
    read = Buffer.concat([read, next.value]);
  }
}

function withPrelude(prelude: Buffer, rest: Buffer, pieces: AsyncGenerator<Buffer>): AwsResponse {
  let members: unknown;
  try {
    members = JSON.parse(prelude.toString("utf8"));
  } catch {
    return badGateway();
  }
  const head = typeof members === "object" && members !== null ? responseHead(members as Record<string, unknown>) : undefined;
  if (!head) return badGateway();
  return { ...head, body: "", stream: startingWith(rest, pieces) };
}

async function* startingWith(first: Buffer, pieces: AsyncGenerator<Buffer>): AsyncGenerator<Buffer> {
  if (first.length > 0) yield first;
  yield* pieces;
}
