/**
 * Web pages and function URLs. AWS lets a page call and hides the answer; on loopback a page that the configuration does
 * not name is not let in at all. https://docs.aws.amazon.com/lambda/latest/dg/urls-configuration.html#urls-cors
 */
import type { IncomingHttpHeaders } from "node:http";
import type { FunctionUrlCors } from "../function-url-record.ts";

/** Headers for the answer, or a refusal. */
export type PageVerdict = { allowed: true; headers: Record<string, string> } | { allowed: false };

const NO_HEADERS: PageVerdict = { allowed: true, headers: {} };
const REFUSED: PageVerdict = { allowed: false };

/** `ownOrigin`: of pages that the function itself has answered. */
export function judgePage(headers: IncomingHttpHeaders, cors: FunctionUrlCors | undefined, ownOrigin: string): PageVerdict {
  const { origin } = headers;
  if (origin === undefined) return isOpenRequest(headers) ? NO_HEADERS : REFUSED;
  if (origin.toLowerCase() === ownOrigin) return NO_HEADERS;
  if (!cors?.AllowOrigins?.some((pattern) => matchesOrigin(pattern, origin))) return REFUSED;
  const isAny = cors.AllowOrigins.includes("*") && !cors.AllowCredentials;
  return {
    allowed: true,
    headers: {
      "access-control-allow-origin": isAny ? "*" : origin,
      ...(isAny ? {} : { vary: "Origin" }),
      ...(cors.AllowCredentials ? { "access-control-allow-credentials": "true" } : {}),
      ...(cors.ExposeHeaders?.length ? { "access-control-expose-headers": cors.ExposeHeaders.join(",") } : {}),
    },
  };
}

/** What a preflight is told besides. */
export function preflightHeaders({ AllowMethods = [], AllowHeaders = [], MaxAge }: FunctionUrlCors): Record<string, string> {
  return {
    ...(AllowMethods.length > 0 ? { "access-control-allow-methods": AllowMethods.join(",") } : {}),
    ...(AllowHeaders.length > 0 ? { "access-control-allow-headers": AllowHeaders.join(",") } : {}),
    ...(MaxAge === undefined ? {} : { "access-control-max-age": String(MaxAge) }),
  };
}

export function isPreflight(method: string, headers: IncomingHttpHeaders): boolean {
  return method === "OPTIONS" && headers.origin !== undefined && headers["access-control-request-method"] !== undefined;
}

/** No page's doing: a program, an address typed or followed, or a page of the URL's own. */
function isOpenRequest(headers: IncomingHttpHeaders): boolean {
  const site = headers["sec-fetch-site"];
  return site === undefined || site === "none" || site === "same-origin" || headers["sec-fetch-mode"] === "navigate";
}

/** `*` stands for any text. */
function matchesOrigin(pattern: string, origin: string): boolean {
  const [first = "", ...rest] = pattern.toLowerCase().split("*");
  const text = origin.toLowerCase();
  if (rest.length === 0) return text === first;
  const last = rest.pop() ?? "";
  if (!text.startsWith(first) || !text.endsWith(last) || text.length < first.length + last.length) return false;
  let at = first.length;
  for (const part of rest) {
    const found = text.indexOf(part, at);
    if (found < 0 || found + part.length > text.length - last.length) return false;
    at = found + part.length;
  }
  return true;
}
