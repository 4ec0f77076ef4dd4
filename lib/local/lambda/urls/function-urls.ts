import type { IncomingHttpHeaders } from "node:http";
import { CALLER_IDENTITY } from "../../caller-identity.ts";
import type { AwsResponse } from "../../protocols/service.ts";
import { ServiceError } from "../../protocols/service-error.ts";
import { verifyRequest } from "../../protocols/signature-v4.ts";
import type { Telemetry } from "../../telemetry.ts";
import { metricScope, samplesOf } from "../engine/invocation-metrics.ts";
import { functionArn } from "../function-arn.ts";
import type { FunctionUrlRecord } from "../function-url-record.ts";
import type { FunctionVersion } from "../function-version.ts";
import { MAX_SYNC_BYTES } from "../invocation-input.ts";
import type { LambdaContext } from "../operation.ts";
import { findQualified, LATEST } from "../qualified-version.ts";
import { ResponseStream } from "../streaming/response-stream.ts";
import { versionToRun } from "../version-to-run.ts";
import { isPublicUrl } from "./url-access.ts";
import { parseUrlAddress, urlDomain } from "./url-address.ts";
import { isPreflight, judgePage, preflightHeaders } from "./url-cors.ts";
import { urlEvent, type UrlCaller } from "./url-event.ts";
import { badGateway, urlResponse } from "./url-response.ts";
import { streamedUrlResponse } from "./url-stream.ts";

/** A request before anything of it was checked. */
export interface UrlRequest {
  requestId: string;
  method: string;
  /** Percent-encoded, without the query. */
  path: string;
  /** As sent, without `?`. */
  queryText: string;
  headers: IncomingHttpHeaders;
  httpVersion: string;
  sourceIp: string;
  /** The region's own. */
  port: number;
  readBody(): Promise<Buffer>;
}

/** Serves function URLs; `undefined` for a request that names none. */
export type FunctionUrls = (request: UrlRequest) => Promise<AwsResponse | undefined>;

export interface FunctionUrlsOptions {
  context: LambdaContext;
  telemetry: Telemetry;
  credentials: { accessKeyId: string; secretAccessKey: string };
}

const FORBIDDEN =
  "Forbidden. For troubleshooting Function URL authorization issues, see: https://docs.aws.amazon.com/lambda/latest/dg/urls-auth.html";

export function createFunctionUrls({ context, telemetry, credentials }: FunctionUrlsOptions): FunctionUrls {
  const { tables, clock } = context;

  const callerOf = (record: FunctionUrlRecord, request: UrlRequest, body: Buffer): UrlCaller | undefined => {
    if (record.authType === "NONE") {
      const policy = tables.policies.find(record.region, record.functionName, record.alias ?? LATEST);
      if (!isPublicUrl(policy)) throw forbidden();
      return undefined;
    }
    const { method, path, queryText: query, headers } = request;
    if (headers.authorization === undefined) throw forbidden();
    const scope = verifyRequest({ method, path, query, headers, body, ...credentials, now: new Date() });
    if (scope.service !== "lambda" || scope.region !== record.region) throw forbidden();
    const { Account, Arn, UserId } = CALLER_IDENTITY;
    return { accessKeyId: credentials.accessKeyId, accountId: Account, userArn: Arn, userId: UserId };
  };

  const run = async (record: FunctionUrlRecord, version: FunctionVersion, payload: Buffer, requestId: string): Promise<AwsResponse> => {
    const invokedFunctionArn = functionArn(record.region, record.functionName, record.alias);
    const responseStream = record.invokeMode === "RESPONSE_STREAM" ? new ResponseStream() : undefined;
    const running = context.engine
      .invoke(version, { requestId, payload, invokedFunctionArn, responseStream })
      .finally(() => responseStream?.end());
    // Whoever reads the stream does not wait for this; an early failure is seen below.
    running.catch(() => undefined);
    const first = await Promise.race([running, ...(responseStream ? [responseStream.begun] : [])]);
    if (responseStream?.contentType !== undefined) return streamedUrlResponse(responseStream);
    const result = first ?? (await running);
    return result.functionError === undefined ? urlResponse(result.payload) : badGateway();
  };

  const serve = async (record: FunctionUrlRecord, request: UrlRequest, path: string): Promise<AwsResponse> => {
    const { region, functionName, alias, urlId } = record;
    const startMs = clock.now();
    const body = await request.readBody();
    const found = findQualified(context, region, functionName, alias);
    if (!found) return message(403, FORBIDDEN);
    const version = versionToRun(context, found);
    let response: AwsResponse;
    try {
      const caller = callerOf(record, request, body);
      if (body.length > MAX_SYNC_BYTES) throw new ServiceError("RequestTooLargeException", 413, "Request Entity Too Large");
      const domainName = urlDomain(urlId, region);
      const event = urlEvent({ ...request, path, body, urlId, domainName, nowMs: startMs, ...(caller ? { caller } : {}) });
      response = await run(record, version, Buffer.from(JSON.stringify(event)), request.requestId);
    } catch (error) {
      if (!(error instanceof ServiceError)) throw error;
      response = message(error.status, error.message);
    }
    const scope = metricScope(version, functionArn(region, functionName, alias));
    const count = (name: string, value: number) => samplesOf(scope, startMs, { name, unit: "Count", value });
    telemetry.write({
      samples: [
        ...count("UrlRequestCount", 1),
        ...count("Url4xxCount", Math.trunc(response.status / 100) === 4 ? 1 : 0),
        ...count("Url5xxCount", Math.trunc(response.status / 100) === 5 ? 1 : 0),
        ...samplesOf(scope, startMs, { name: "UrlRequestLatency", unit: "Milliseconds", value: clock.now() - startMs }),
      ],
    });
    return response;
  };

  return async (request) => {
    const address = parseUrlAddress(request.headers.host ?? "", request.path, request.port);
    if (!address) return undefined;
    const record = tables.urls.all().find(({ urlId }) => urlId === address.urlId);
    if (!record) return message(403, FORBIDDEN);
    const page = judgePage(request.headers, record.cors, address.origin);
    if (!page.allowed) return message(403, "This function URL's Cors configuration does not allow requests of that web page.");
    if (isPreflight(request.method, request.headers)) {
      return { status: 200, headers: { ...page.headers, ...preflightHeaders(record.cors ?? {}) }, body: "" };
    }
    const response = await serve(record, request, address.path);
    return { ...response, headers: { ...response.headers, ...page.headers } };
  };
}

const forbidden = (): ServiceError => new ServiceError("AccessDeniedException", 403, FORBIDDEN);

function message(status: number, text: string): AwsResponse {
  return { status, headers: { "content-type": "application/json" }, body: JSON.stringify({ Message: text }) };
}
