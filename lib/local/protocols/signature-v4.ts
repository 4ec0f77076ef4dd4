/**
 * Signature Version 4: signs requests of our own clients and checks what comes in.
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_sigv.html
 */
import { createHmac, timingSafeEqual } from "node:crypto";
import type { IncomingHttpHeaders } from "node:http";
import { parseAuthorization, type CredentialScope } from "./authorization-header.ts";
import { canonicalRequest, sha256Hex } from "./canonical-request.ts";
import { ServiceError } from "./service-error.ts";

const ALGORITHM = "AWS4-HMAC-SHA256";
const ALLOWED_SKEW_MS = 5 * 60_000;
const UNSIGNED_PAYLOAD = "UNSIGNED-PAYLOAD";
/** A day has one key for each region and service; more entries than this mean an odd client. */
const CACHED_KEYS = 512;

export interface SignRequestInput {
  method: string;
  url: URL | string;
  headers: Readonly<Record<string, string>>;
  body: string | Buffer;
  service: string;
  region: string;
  accessKeyId: string;
  secretAccessKey: string;
  now: Date;
}

/** Headers to send: the given ones (names in lower case) with `host`, `x-amz-date` and `authorization`. */
export function signRequest(input: SignRequestInput): Record<string, string> {
  const url = new URL(input.url);
  const amzDate = amzDateOf(input.now.getTime());
  const headers: Record<string, string> = {};
  for (const [name, value] of Object.entries(input.headers)) headers[name.toLowerCase()] = value;
  headers["host"] = url.host;
  headers["x-amz-date"] = amzDate;
  const signedHeaders = Object.keys(headers).sort();
  const scope: CredentialScope = { date: amzDate.slice(0, 8), region: input.region, service: input.service };
  const canonical = canonicalRequest({
    method: input.method,
    path: url.pathname,
    query: url.search.slice(1),
    headers,
    signedHeaders,
    payloadHash: headers["x-amz-content-sha256"] ?? sha256Hex(input.body),
  });
  const signature = sign(canonical, amzDate, scope, input.secretAccessKey).toString("hex");
  const credential = `${input.accessKeyId}/${scopeText(scope)}`;
  headers["authorization"] =
    `${ALGORITHM} Credential=${credential}, SignedHeaders=${signedHeaders.join(";")}, Signature=${signature}`;
  return headers;
}

export interface VerifyRequestInput {
  method: string;
  /** Path as sent, still percent-encoded. */
  path: string;
  /** Query as sent, without `?`. */
  query: string;
  headers: IncomingHttpHeaders;
  body: Buffer;
  accessKeyId: string;
  secretAccessKey: string;
  now: Date;
}

/**
 * The service and region of a well signed request; session tokens are ignored.
 * Throws `ServiceError` 403 with AWS's names for JSON services; `querySignatureError` renames them.
 */
export function verifyRequest(input: VerifyRequestInput): CredentialScope {
  const authorization = parseAuthorization(input.headers.authorization);
  if (authorization.accessKeyId !== input.accessKeyId) {
    throw new ServiceError(
      "UnrecognizedClientException",
      403,
      "The security token included in the request is invalid.",
    );
  }
  const amzDate = requestDate(input.headers);
  const { scope } = authorization;
  if (scope.date !== amzDate.slice(0, 8)) {
    throw invalidSignature(
      `Date in Credential scope does not match YYYYMMDD from ISO-8601 version of date from HTTP: '${scope.date}' != '${amzDate.slice(0, 8)}', from '${amzDate}'.`,
    );
  }
  const canonical = canonicalRequest({
    method: input.method,
    path: input.path,
    query: input.query,
    headers: input.headers,
    signedHeaders: authorization.signedHeaders,
    payloadHash: payloadHash(input),
  });
  const expected = sign(canonical, amzDate, scope, input.secretAccessKey);
  const given = Buffer.from(authorization.signature, "hex");
  if (given.length !== expected.length || !timingSafeEqual(given, expected)) throw signatureMismatch();
  checkSkew(amzDate, input.now.getTime());
  return scope;
}

/** Query services (STS, CloudWatch's XML) have other names for the same refusals. */
export function querySignatureError(error: ServiceError): ServiceError {
  const names: Record<string, string> = {
    InvalidSignatureException: "SignatureDoesNotMatch",
    UnrecognizedClientException: "InvalidClientTokenId",
    MissingAuthenticationTokenException: "MissingAuthenticationToken",
    IncompleteSignatureException: "IncompleteSignature",
  };
  return new ServiceError(names[error.errorType] ?? error.errorType, error.status, error.message);
}

function payloadHash(input: VerifyRequestInput): string {
  const declared = input.headers["x-amz-content-sha256"];
  if (declared === UNSIGNED_PAYLOAD) return UNSIGNED_PAYLOAD;
  const actual = sha256Hex(input.body);
  if (typeof declared === "string" && declared !== actual) throw signatureMismatch();
  return actual;
}

function requestDate(headers: IncomingHttpHeaders): string {
  const amzDate = headers["x-amz-date"];
  if (typeof amzDate === "string" && /^\d{8}T\d{6}Z$/.test(amzDate)) return amzDate;
  const dateMs = Date.parse(headers.date ?? "");
  if (Number.isNaN(dateMs)) {
    throw new ServiceError(
      "IncompleteSignatureException",
      403,
      "Authorization header requires existence of either a 'X-Amz-Date' or a 'Date' header.",
    );
  }
  return amzDateOf(dateMs);
}

function checkSkew(amzDate: string, nowMs: number): void {
  const signedMs = Date.parse(
    amzDate.replace(/^(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)Z$/, "$1-$2-$3T$4:$5:$6Z"),
  );
  const now = amzDateOf(nowMs);
  if (!(signedMs >= nowMs - ALLOWED_SKEW_MS)) {
    const limit = amzDateOf(nowMs - ALLOWED_SKEW_MS);
    throw invalidSignature(`Signature expired: ${amzDate} is now earlier than ${limit} (${now} - 5 min.)`);
  }
  if (signedMs > nowMs + ALLOWED_SKEW_MS) {
    const limit = amzDateOf(nowMs + ALLOWED_SKEW_MS);
    throw invalidSignature(`Signature not yet current: ${amzDate} is still later than ${limit} (${now} + 5 min.)`);
  }
}

const keys = new Map<string, Buffer>();

function signingKey(scope: CredentialScope, secretAccessKey: string): Buffer {
  const name = `${secretAccessKey}/${scopeText(scope)}`;
  const cached = keys.get(name);
  if (cached) return cached;
  const dateKey = hmac(`AWS4${secretAccessKey}`, scope.date);
  const key = hmac(hmac(hmac(dateKey, scope.region), scope.service), "aws4_request");
  if (keys.size >= CACHED_KEYS) keys.clear();
  keys.set(name, key);
  return key;
}

function sign(canonical: string, amzDate: string, scope: CredentialScope, secretAccessKey: string): Buffer {
  const stringToSign = [ALGORITHM, amzDate, scopeText(scope), sha256Hex(canonical)].join("\n");
  return hmac(signingKey(scope, secretAccessKey), stringToSign);
}

function hmac(key: string | Buffer, text: string): Buffer {
  return createHmac("sha256", key).update(text).digest();
}

function scopeText(scope: CredentialScope): string {
  return `${scope.date}/${scope.region}/${scope.service}/aws4_request`;
}

function amzDateOf(epochMs: number): string {
  return new Date(epochMs).toISOString().replace(/[-:]|\.\d{3}/g, "");
}

function signatureMismatch(): ServiceError {
  return invalidSignature(
    "The request signature we calculated does not match the signature you provided. Check your AWS Secret Access Key and signing method. Consult the service documentation for details.",
  );
}

function invalidSignature(message: string): ServiceError {
  return new ServiceError("InvalidSignatureException", 403, message);
}
