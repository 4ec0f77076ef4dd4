import { setMaxListeners } from "node:events";
import { Agent, request as httpRequest } from "node:http";
import type { Clock } from "../clock.ts";
import { signRequest } from "../protocols/signature-v4.ts";

export interface SignedClientOptions {
  /** For instance `http://127.0.0.1:9400`. */
  endpoint: string;
  credentials: { accessKeyId: string; secretAccessKey: string };
  /** The region's own: it checks how old a signature is. */
  clock: Clock;
}

export interface SignedCall {
  /** Signing name: `lambda`, `logs` or `sqs`. */
  service: string;
  region: string;
  method: "GET" | "POST" | "PUT";
  /** Path with query, percent-encoded. */
  path: string;
  headers?: Readonly<Record<string, string>>;
  /** Sent as JSON. */
  body?: unknown;
}

export interface SignedAnswer {
  status: number;
  /** Error name without namespace, from `x-amzn-errortype` or the body's `__type`. */
  errorType?: string;
  /** Parsed JSON; text when it is none, as a streamed response may be; `undefined` when the answer has no body. */
  body: unknown;
}

export interface SignedClient {
  /** Rejects when no answer comes (network, close); an AWS error is an answer. */
  call(call: SignedCall): Promise<SignedAnswer>;
  /** Ends what is under way. */
  close(): void;
}

/**
 * A minimal AWS client for the region's own endpoint. Not built on `fetch`: that adds `Sec-Fetch-*`
 * headers, by which the region knows web pages and refuses them.
 */
export function createSignedClient({ endpoint, credentials, clock }: SignedClientOptions): SignedClient {
  const agent = new Agent({ keepAlive: true, maxSockets: 32 });
  const closing = new AbortController();
  // One for each call under way: the shop deploys and invokes many functions at once.
  setMaxListeners(0, closing.signal);

  return {
    call: (call) => {
      const url = new URL(call.path, endpoint);
      const body = Buffer.from(call.body === undefined ? "" : JSON.stringify(call.body));
      const headers = signRequest({
        method: call.method,
        url,
        headers: { "content-type": "application/json", ...call.headers },
        body,
        service: call.service,
        region: call.region,
        ...credentials,
        now: new Date(clock.now()),
      });
      return exchange(url, call.method, headers, body, { agent, signal: closing.signal });
    },
    close: () => {
      closing.abort();
      agent.destroy();
    },
  };
}

function exchange(
  url: URL,
  method: string,
  headers: Record<string, string>,
  body: Buffer,
  options: { agent: Agent; signal: AbortSignal },
): Promise<SignedAnswer> {
  return new Promise((resolve, reject) => {
    const request = httpRequest(url, { method, headers: { ...headers, "content-length": body.length }, ...options });
    request.on("error", reject);
    request.on("response", (response) => {
      const chunks: Buffer[] = [];
      response.on("data", (chunk: Buffer) => chunks.push(chunk));
      response.on("error", reject);
      response.on("end", () => {
        try {
          resolve(answerOf(response.statusCode ?? 0, response.headers["x-amzn-errortype"], Buffer.concat(chunks)));
        } catch (error) {
          reject(error);
        }
      });
    });
    request.end(body);
  });
}

function answerOf(status: number, errorHeader: string | string[] | undefined, content: Buffer): SignedAnswer {
  const body = parsedBody(content.toString());
  if (status < 300) return { status, body };
  const errorText = String(errorHeader ?? memberOf(body, "__type") ?? "");
  // `com.amazonaws#Name:http://…` in its longest form.
  const errorType = errorText.split("#").at(-1)?.split(":")[0];
  return { status, body, ...(errorType ? { errorType } : {}) };
}

function parsedBody(text: string): unknown {
  if (text === "") return undefined;
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return text;
  }
}

/** A member of a JSON object, `undefined` for anything else. */
export function memberOf(value: unknown, name: string): unknown {
  return typeof value === "object" && value !== null ? (value as Record<string, unknown>)[name] : undefined;
}
