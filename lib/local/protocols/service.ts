import type { IncomingHttpHeaders } from "node:http";

/** One request after its signature was checked: what every service handler gets. */
export interface AwsRequest {
  /** Signing name in the credential scope: `lambda`, `monitoring`, `logs`, `sts`. */
  service: string;
  /** Region in the credential scope. */
  region: string;
  /** UUID, sent back as `x-amzn-requestid`. */
  requestId: string;
  method: string;
  /** Path as sent, still percent-encoded, without the query. */
  path: string;
  query: URLSearchParams;
  headers: IncomingHttpHeaders;
  body: Buffer;
  /** Aborts when the caller hangs up. */
  signal: AbortSignal;
}

export interface AwsResponse {
  status: number;
  headers: Record<string, string>;
  /** `set-cookie`, one header each. */
  cookies?: readonly string[];
  body: Buffer | string;
  /** Sent instead of `body`, each piece as it comes; given up when the caller hangs up. */
  stream?: AsyncIterable<Buffer>;
}

/** A service answers every request; what it throws is a `ServiceError` or a bug (then 500). */
export type ServiceHandler = (request: AwsRequest) => Promise<AwsResponse>;
