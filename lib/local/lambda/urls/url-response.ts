/** What a caller of a function URL gets for what the function returned. https://docs.aws.amazon.com/lambda/latest/dg/urls-invocation.html */
import { validateHeaderName, validateHeaderValue } from "node:http";
import type { AwsResponse } from "../../protocols/service.ts";

/** Set by the server. */
const LEFT_OUT = new Set(["content-length", "transfer-encoding", "connection", "keep-alive", "set-cookie"]);
const JSON_TYPE = { "content-type": "application/json" };

export const badGateway = (): AwsResponse => ({ status: 502, headers: JSON_TYPE, body: "Internal Server Error" });

/** Status, headers and cookies, as a function returns them or a stream begins with them. `undefined`: not usable. */
export function responseHead(members: Readonly<Record<string, unknown>>): Pick<AwsResponse, "status" | "headers" | "cookies"> | undefined {
  const status = Number(members["statusCode"] ?? 200);
  if (!Number.isInteger(status) || status < 200 || status > 599) return undefined;
  const given = members["headers"] ?? {};
  const cookies = members["cookies"] ?? [];
  if (typeof given !== "object" || Array.isArray(given) || !Array.isArray(cookies)) return undefined;
  const headers: Record<string, string> = { ...JSON_TYPE };
  const ownCookies = cookies.map(String);
  for (const [name, value] of Object.entries(given)) {
    const key = name.toLowerCase();
    if (!isHeader(key, String(value))) return undefined;
    if (key === "set-cookie") ownCookies.push(String(value));
    else if (!LEFT_OUT.has(key)) headers[key] = String(value);
  }
  if (!ownCookies.every((cookie) => isHeader("set-cookie", cookie))) return undefined;
  return { status, headers, ...(ownCookies.length > 0 ? { cookies: ownCookies } : {}) };
}

/** `payload`: what the function returned, as JSON. Without `statusCode` all of it is the body. */
export function urlResponse(payload: Buffer): AwsResponse {
  const text = payload.toString("utf8");
  const value = parsed(text);
  if (value === undefined) return { status: 200, headers: { "content-type": "application/octet-stream" }, body: payload };
  if (typeof value !== "object" || value === null || Array.isArray(value) || !("statusCode" in value)) {
    return { status: 200, headers: JSON_TYPE, body: typeof value === "string" ? value : text };
  }
  const head = responseHead(value as Record<string, unknown>);
  const { body = "", isBase64Encoded } = value as { body?: unknown; isBase64Encoded?: unknown };
  if (!head) return badGateway();
  const bodyText = typeof body === "string" ? body : JSON.stringify(body ?? "");
  return { ...head, body: isBase64Encoded === true ? Buffer.from(bodyText, "base64") : bodyText };
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return undefined;
  }
}

function isHeader(name: string, value: string): boolean {
  try {
    validateHeaderName(name);
    validateHeaderValue(name, value);
    return true;
  } catch {
    return false;
  }
}
