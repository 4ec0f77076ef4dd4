/** The event of a function URL: payload format 2.0. https://docs.aws.amazon.com/lambda/latest/dg/urls-invocation.html#urls-payloads */
import { isUtf8 } from "node:buffer";
import type { IncomingHttpHeaders } from "node:http";

const TEXT_BODY = /^(text\/|application\/(json|javascript|xml)\b|application\/[^;]*\+(json|xml)\b)/i;
/** Of the connection, or in a member of their own. */
const LEFT_OUT = new Set(["connection", "keep-alive", "transfer-encoding", "upgrade", "cookie"]);
const MONTHS = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];

/** Who called a URL with `AWS_IAM`. */
export interface UrlCaller {
  accessKeyId: string;
  accountId: string;
  userId: string;
  userArn: string;
}

export interface UrlEventInput {
  requestId: string;
  urlId: string;
  domainName: string;
  method: string;
  /** Percent-encoded. */
  path: string;
  /** As sent, without `?`. */
  queryText: string;
  headers: IncomingHttpHeaders;
  body: Buffer;
  sourceIp: string;
  httpVersion: string;
  port: number;
  nowMs: number;
  /** Absent with AuthType NONE. */
  caller?: UrlCaller;
}

/** Members that are empty are left out, as on AWS. */
export function urlEvent(input: UrlEventInput) {
  const { headers, queryText, body, caller, path, method } = input;
  const cookies = headers.cookie === undefined ? [] : headers.cookie.split(/;\s*/).filter((cookie) => cookie !== "");
  const query = queryParameters(queryText);
  return {
    version: "2.0",
    routeKey: "$default",
    rawPath: path,
    rawQueryString: queryText,
    ...(cookies.length > 0 ? { cookies } : {}),
    headers: eventHeaders(input),
    ...(Object.keys(query).length > 0 ? { queryStringParameters: query } : {}),
    requestContext: {
      accountId: caller?.accountId ?? "anonymous",
      apiId: input.urlId,
      ...(caller ? { authorizer: { iam: iamAuthorizer(caller) } } : {}),
      domainName: input.domainName,
      domainPrefix: input.urlId,
      http: {
        method,
        path: decoded(path),
        protocol: `HTTP/${input.httpVersion}`,
        sourceIp: input.sourceIp,
        userAgent: headers["user-agent"] ?? "",
      },
      requestId: input.requestId,
      routeKey: "$default",
      stage: "$default",
      time: logTime(input.nowMs),
      timeEpoch: input.nowMs,
    },
    ...eventBody(body, headers["content-type"]),
  };
}

function eventHeaders({ headers, sourceIp, port }: UrlEventInput): Record<string, string> {
  const kept = Object.entries(headers).flatMap(([name, value]) =>
    value === undefined || LEFT_OUT.has(name) ? [] : [[name, Array.isArray(value) ? value.join(",") : value] as const],
  );
  return {
    ...Object.fromEntries(kept),
    "x-forwarded-for": sourceIp,
    "x-forwarded-port": String(port),
    "x-forwarded-proto": "http",
  };
}

function eventBody(body: Buffer, contentType: string | undefined): { body?: string; isBase64Encoded: boolean } {
  if (body.length === 0) return { isBase64Encoded: false };
  const isText = (contentType === undefined || TEXT_BODY.test(contentType)) && isUtf8(body);
  return { body: body.toString(isText ? "utf8" : "base64"), isBase64Encoded: !isText };
}

function queryParameters(queryText: string): Record<string, string> {
  const parameters: Record<string, string> = {};
  for (const [name, value] of new URLSearchParams(queryText)) {
    const before = Object.hasOwn(parameters, name) ? `${parameters[name]},` : "";
    Object.defineProperty(parameters, name, { value: before + value, enumerable: true, configurable: true });
  }
  return parameters;
}

function iamAuthorizer({ accessKeyId, accountId, userId, userArn }: UrlCaller) {
  return { accessKey: accessKeyId, accountId, callerId: userId, cognitoIdentity: null, principalOrgId: null, userArn, userId };
}

/** `12/Mar/2020:19:03:58 +0000` */
function logTime(epochMs: number): string {
  const date = new Date(epochMs);
  const day = String(date.getUTCDate()).padStart(2, "0");
  return `${day}/${MONTHS[date.getUTCMonth()]}/${date.getUTCFullYear()}:${date.toISOString().slice(11, 19)} +0000`;
}

function decoded(path: string): string {
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
}
