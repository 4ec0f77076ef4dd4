/** Loopback names exactly as a browser writes them; 127.1, a trailing dot or a user part are somebody's trick. */
const HOST = /^(localhost|127\.0\.0\.1|\[::1\])(:\d{1,5})?$/i;
const READS = new Set(["GET", "HEAD"]);
const WRITES = new Set(["POST", "PUT", "PATCH", "DELETE"]);
/** A run's payload may be 6 MB of text; JSON escapes can double it. */
const BODY_LIMIT_BYTES = 16 * 1024 * 1024;
/** A deployment package may have 50 MB, and comes as it is. */
const PACKAGE_LIMIT_BYTES = 50 * 1024 * 1024;
const PACKAGE_PATH = /^\/api\/[^/?]+\/functions\/[^/?]+\/[^/?]+\/code\/package(\?|$)/;
/** Headers that only a proxy or Next itself may set. */
const NEVER_FROM_OUTSIDE = [
  "x-forwarded-host",
  "x-forwarded-proto",
  "x-forwarded-port",
  "x-forwarded-for",
  "forwarded",
  "x-middleware-subrequest",
  "x-invoke-path",
  "x-matched-path",
  "x-nonce",
  "content-security-policy",
];

/**
 * Decides whether a request may reach the application. Returns undefined when it may, else
 * `{ status, code, message }`. Takes away headers that only a proxy may set.
 */
export function decide(request) {
  const { headers, method, url } = request;
  if (!headers.host || !HOST.test(headers.host) || !url.startsWith("/")) return refuse(421, "This host name is not served here.");
  if (!isDecodable(url)) return refuse(400, "This address is not valid.");
  for (const name of NEVER_FROM_OUTSIDE) delete headers[name];
  if (headers["next-action"] !== undefined) return refuse(421, "Server Actions are not served here.");
  if (READS.has(method)) return decideRead(headers, url);
  if (WRITES.has(method)) return decideWrite(headers, url);
  return refuse(405, "This method is not served here.");
}

function isDecodable(url) {
  try {
    decodeURIComponent(url);
    return true;
  } catch {
    return false;
  }
}

/** A link from elsewhere may open a page, but no foreign page may load data. */
function decideRead(headers, url) {
  const site = headers["sec-fetch-site"];
  if (url.startsWith("/api/") && site && site !== "same-origin" && site !== "none") return refuse(403, "Requests from other sites are refused.");
  return undefined;
}

function decideWrite(headers, url) {
  if (!url.startsWith("/api/")) return refuse(405, "Pages take no writes.");
  const site = headers["sec-fetch-site"];
  const { origin } = headers;
  if (site && site !== "same-origin") return refuse(403, "Requests from other sites are refused.");
  if (origin && !isSameOrigin(origin, headers.host)) return refuse(403, "Requests from other sites are refused.");
  // No browser: it must say that it means it, as a form or an image cannot set a header.
  if (!site && !origin && headers["x-warmstart-request"] !== "1") return refuse(403, "Send the header x-warmstart-request: 1.");
  return decideBody(headers, PACKAGE_PATH.test(url) ? PACKAGE_LIMIT_BYTES : BODY_LIMIT_BYTES);
}

function decideBody(headers, limitBytes) {
  if (headers["transfer-encoding"] !== undefined) return refuse(411, "Send a content-length.");
  if (Number(headers["content-length"] ?? 0) > limitBytes) return refuse(413, `The request is larger than ${limitBytes / 1024 / 1024} MB.`);
  return undefined;
}

function isSameOrigin(origin, host) {
  return URL.canParse(origin) && new URL(origin).host === host.toLowerCase();
}

const CODES = { 413: "payload_too_large" };

function refuse(status, message) {
  return { status, code: CODES[status] ?? "bad_request", message };
}
