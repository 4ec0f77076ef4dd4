/** The region's HTTP server: one loopback port for all services; scope of the signature chooses one. */
import { createServer, type IncomingMessage, type OutgoingHttpHeaders, type Server, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { randomUUID } from "node:crypto";
import type { FunctionUrls } from "./lambda/urls/function-urls.ts";
import { errorResponse } from "./protocols/error-response.ts";
import { readBody } from "./protocols/request-body.ts";
import { foreignHost, refusalOf } from "./protocols/request-guard.ts";
import type { AwsRequest, AwsResponse, ServiceHandler } from "./protocols/service.ts";
import { ServiceError } from "./protocols/service-error.ts";
import { verifyRequest } from "./protocols/signature-v4.ts";

/** Longer than the SDKs' own keep-alive, so that they never write into a closing connection. */
const KEEP_ALIVE_MS = 65_000;

/** What comes without an AWS signature; `undefined` passes the request on to the services. */
export interface UnsignedRoutes {
  handle(request: UnsignedRequest): Promise<AwsResponse | undefined>;
  /** Paths that carry a capability of their own, so that the header check for web pages may rest. */
  isCapability(path: string): boolean;
}

export interface UnsignedRequest {
  method: string;
  path: string;
  query: URLSearchParams;
  authorization: string | undefined;
  body: Buffer;
}

export interface RegionServerOptions {
  host: string;
  /** 0 takes any free port. */
  port: number;
  credentials: { accessKeyId: string; secretAccessKey: string };
  /** By signing name. */
  services: ReadonlyMap<string, ServiceHandler>;
  unsigned: UnsignedRoutes;
  /** Asked first: they have host names of their own and decide for themselves who may call. */
  functionUrls: FunctionUrls;
  /** Told of bugs: errors that are no `ServiceError`. */
  onBug: (error: unknown) => void;
}

export interface RegionServer {
  port: number;
  close(): Promise<void>;
}

/** Listens; rejects with Node's own error, for instance `EADDRINUSE`. */
export async function startServer(options: RegionServerOptions): Promise<RegionServer> {
  const server = createServer((message, response) => {
    void answer(message, response, options, (server.address() as AddressInfo).port);
  });
  server.keepAliveTimeout = KEEP_ALIVE_MS;
  server.headersTimeout = KEEP_ALIVE_MS + 1_000;
  await listen(server, options.host, options.port);
  return { port: (server.address() as AddressInfo).port, close: () => close(server) };
}

async function answer(
  message: IncomingMessage,
  response: ServerResponse,
  options: RegionServerOptions,
  port: number,
): Promise<void> {
  const requestId = randomUUID();
  let result: AwsResponse;
  try {
    result = await respond(message, response, requestId, options, port);
  } catch (error) {
    if (message.destroyed && !message.complete) return;
    if (!(error instanceof ServiceError)) options.onBug(error);
    result = errorResponse({ headers: message.headers, requestId }, error);
  }
  const headers: OutgoingHttpHeaders = { ...result.headers, "x-amzn-requestid": requestId };
  if (result.cookies) headers["set-cookie"] = [...result.cookies];
  if (result.status !== 204 && !result.stream) headers["content-length"] = Buffer.byteLength(result.body);
  // A body that was refused half-read cannot be followed by another request.
  if (!message.complete) headers["connection"] = "close";
  response.writeHead(result.status, headers);
  if (result.stream) await sendStream(response, result.stream).catch(options.onBug);
  else response.end(result.body);
}

async function sendStream(response: ServerResponse, pieces: AsyncIterable<Buffer>): Promise<void> {
  for await (const piece of pieces) {
    if (response.destroyed) return;
    if (!response.write(piece)) await readyForMore(response);
  }
  response.end();
}

/** Resolves also when the caller has hung up. */
function readyForMore(response: ServerResponse): Promise<void> {
  return new Promise((resolve) => {
    const done = () => {
      response.off("drain", done);
      response.off("close", done);
      resolve();
    };
    response.on("drain", done);
    response.on("close", done);
  });
}

async function respond(
  message: IncomingMessage,
  response: ServerResponse,
  requestId: string,
  options: RegionServerOptions,
  port: number,
): Promise<AwsResponse> {
  const url = message.url ?? "/";
  const cut = url.indexOf("?");
  const path = cut === -1 ? url : url.slice(0, cut);
  const queryText = cut === -1 ? "" : url.slice(cut + 1);
  const { headers, method = "GET", httpVersion } = message;
  const sourceIp = message.socket.remoteAddress ?? "";
  const ofUrl = await options.functionUrls({
    requestId,
    method,
    path,
    queryText,
    headers,
    httpVersion,
    sourceIp,
    port,
    readBody: () => readBody(message),
  });
  if (ofUrl) return ofUrl;
  const refusal = options.unsigned.isCapability(path) ? foreignHost(headers, port) : refusalOf(headers, port);
  if (refusal !== undefined) throw new ServiceError("AccessDeniedException", 403, refusal);

  const body = await readBody(message);
  const query = new URLSearchParams(queryText);
  const unsigned = await options.unsigned.handle({
    method,
    path,
    query,
    authorization: headers.authorization,
    body,
  });
  if (unsigned) return unsigned;

  const scope = verifyRequest({
    method,
    path,
    query: queryText,
    headers,
    body,
    ...options.credentials,
    // Never a test's clock: clients sign with the machine's time.
    now: new Date(),
  });
  const service = options.services.get(scope.service);
  if (!service) {
    throw new ServiceError("UnknownOperationException", 404, `The local region has no service ${scope.service}.`);
  }
  const { region } = scope;
  const signal = hangUpSignal(response);
  const request: AwsRequest = {
    service: scope.service,
    region,
    requestId,
    method,
    path,
    query,
    headers,
    body,
    signal,
  };
  return service(request);
}

function hangUpSignal(response: ServerResponse): AbortSignal {
  const controller = new AbortController();
  response.once("close", () => {
    if (!response.writableFinished) controller.abort();
  });
  return controller.signal;
}

function listen(server: Server, host: string, port: number): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once("error", reject);
    server.listen({ host, port }, () => {
      server.off("error", reject);
      resolve();
    });
  });
}

function close(server: Server): Promise<void> {
  return new Promise((resolve, reject) => {
    server.close((error) => (error ? reject(error) : resolve()));
    server.closeAllConnections();
  });
}
