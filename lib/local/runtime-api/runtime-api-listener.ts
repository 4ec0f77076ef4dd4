import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { initErrorRoute } from "./init-error-route.ts";
import { invocationErrorRoute } from "./invocation-error-route.ts";
import { nextRoute } from "./next-route.ts";
import { responseRoute } from "./response-route.ts";
import type { RuntimeApiAnswer, RuntimeApiRoute } from "./route.ts";
import { RuntimeApiError } from "./runtime-api-error.ts";
import type { RuntimeSession } from "./runtime-session.ts";

const HOST = "127.0.0.1";
const PREFIX = "/2018-06-01/runtime/";
/** The error of a streamed response stands in a trailer, which counts as a header. */
const MAX_HEADER_BYTES = 1_048_576;
const INVOCATION_PATH = /^invocation\/([^/]+)\/(response|error)$/;

/** The Runtime API of one environment: `AWS_LAMBDA_RUNTIME_API` has no path, so each has a port of its own. */
export interface RuntimeApiListener {
  /** `host:port` */
  address: string;
  /** Requests reach this session from now on. */
  serve(session: RuntimeSession): void;
  close(): void;
}

function findRoute(method: string, path: string): { route: RuntimeApiRoute; requestId: string } | undefined {
  if (!path.startsWith(PREFIX)) return undefined;
  const rest = path.slice(PREFIX.length);
  if (method === "GET") return rest === "invocation/next" ? { route: nextRoute, requestId: "" } : undefined;
  if (method !== "POST") return undefined;
  if (rest === "init/error") return { route: initErrorRoute, requestId: "" };
  const match = INVOCATION_PATH.exec(rest);
  if (!match) return undefined;
  return { route: match[2] === "response" ? responseRoute : invocationErrorRoute, requestId: match[1] ?? "" };
}

function send(response: ServerResponse, { status, headers, body }: RuntimeApiAnswer): void {
  response.writeHead(status, { ...headers, "content-length": String(body.length) });
  response.end(body);
}

function sendError(response: ServerResponse, error: RuntimeApiError): void {
  const body = Buffer.from(JSON.stringify({ errorMessage: error.message, errorType: error.errorType }));
  send(response, { status: error.status, headers: { "content-type": "application/json" }, body });
}

async function answer(session: RuntimeSession | undefined, request: IncomingMessage, response: ServerResponse): Promise<void> {
  const found = findRoute(request.method ?? "", request.url ?? "");
  if (!session || !found) {
    sendError(response, new RuntimeApiError(404, "NotFound", "404 page not found"));
    return;
  }
  try {
    send(response, await found.route(session, request, found.requestId));
  } catch (error) {
    // A connection that broke while its body was read has nobody to answer to.
    if (error instanceof RuntimeApiError) sendError(response, error);
    else response.destroy();
  }
}

/** Listens on any free loopback port. */
export function openRuntimeApiListener(): Promise<RuntimeApiListener> {
  let session: RuntimeSession | undefined;
  let posts: Promise<void> = Promise.resolve();
  const server = createServer({ keepAlive: true, noDelay: true, maxHeaderSize: MAX_HEADER_BYTES }, (request, response) => {
    // A runtime may send its answer and the following `next` in one write: `next` waits for the answer's body.
    const before = posts;
    if (request.method === "POST") posts = before.then(() => answer(session, request, response));
    else void before.then(() => answer(session, request, response));
  });
  // A runtime may take as long as it likes, for its init and for its answers.
  server.keepAliveTimeout = 0;
  server.requestTimeout = 0;
  server.headersTimeout = 0;
  server.timeout = 0;
  return new Promise((resolve, reject) => {
    server.once("error", reject);
    server.listen(0, HOST, () => {
      const { port } = server.address() as AddressInfo;
      resolve({
        address: `${HOST}:${port}`,
        serve: (next) => {
          session = next;
        },
        close: () => {
          server.close();
          server.closeAllConnections();
        },
      });
    });
  });
}
