/**
 * The canonical request of Signature Version 4, as every service but S3 wants it.
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_sigv-create-signed-request.html
 */
import { createHash } from "node:crypto";
import type { IncomingHttpHeaders } from "node:http";

export interface CanonicalParts {
  method: string;
  /** Path as sent, still percent-encoded: it is encoded once more. */
  path: string;
  /** Query as sent, without `?`. */
  query: string;
  headers: IncomingHttpHeaders;
  /** Lower-case names, sorted. */
  signedHeaders: readonly string[];
  /** Hex SHA-256 of the body, or `UNSIGNED-PAYLOAD`. */
  payloadHash: string;
}

export function sha256Hex(data: string | Buffer): string {
  return createHash("sha256").update(data).digest("hex");
}

export function canonicalRequest(parts: CanonicalParts): string {
  const headerLines = parts.signedHeaders.map((name) => `${name}:${headerValue(parts.headers, name)}\n`);
  return [
    parts.method,
    canonicalPath(parts.path),
    canonicalQuery(parts.query),
    headerLines.join(""),
    parts.signedHeaders.join(";"),
    parts.payloadHash,
  ].join("\n");
}

function canonicalPath(path: string): string {
  const segments: string[] = [];
  for (const segment of path.split("/")) {
    if (segment === "" || segment === ".") continue;
    if (segment === "..") segments.pop();
    else segments.push(encodeStrict(segment));
  }
  const trailing = segments.length > 0 && path.endsWith("/") ? "/" : "";
  return `/${segments.join("/")}${trailing}`;
}

function canonicalQuery(query: string): string {
  if (query === "") return "";
  const pairs = query.split("&").map((pair) => {
    const cut = pair.indexOf("=");
    const name = cut === -1 ? pair : pair.slice(0, cut);
    const value = cut === -1 ? "" : pair.slice(cut + 1);
    return [encodeStrict(decodeLenient(name)), encodeStrict(decodeLenient(value))] as const;
  });
  pairs.sort(([nameA, valueA], [nameB, valueB]) => compare(nameA, nameB) || compare(valueA, valueB));
  return pairs.map(([name, value]) => `${name}=${value}`).join("&");
}

function headerValue(headers: IncomingHttpHeaders, name: string): string {
  const value = headers[name];
  const text = Array.isArray(value) ? value.join(",") : (value ?? "");
  return text.trim().replace(/ {2,}/g, " ");
}

/** RFC 3986: only letters, digits and `-._~` stay. */
function encodeStrict(text: string): string {
  return encodeURIComponent(text).replace(
    /[!'()*]/g,
    (character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`,
  );
}

function decodeLenient(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    // A stray `%` cannot match any signature; it must not become a 500.
    return text;
  }
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
