/** Keeps web pages out: a page that the user has open must not reach an API on loopback. */
import type { IncomingHttpHeaders } from "node:http";

const LOOPBACK_HOST = /^(?:127\.0\.0\.1|localhost|\[::1\])(?::(\d{1,5}))?$/i;
const HTTP_PORT = 80;

/** Why the request is refused, or `undefined`. Browsers cannot leave these headers out or forge `Host`. */
export function refusalOf(headers: IncomingHttpHeaders, port: number): string | undefined {
  return foreignHost(headers, port) ?? webPageHeader(headers);
}

/** DNS rebinding shows in `Host`: it must name loopback and our port. */
export function foreignHost(headers: IncomingHttpHeaders, port: number): string | undefined {
  const match = LOOPBACK_HOST.exec(headers.host ?? "");
  if (match && Number(match[1] ?? HTTP_PORT) === port) return undefined;
  return "The local region answers only to 127.0.0.1, localhost and [::1] with its own port in the Host header.";
}

function webPageHeader(headers: IncomingHttpHeaders): string | undefined {
  for (const name in headers) {
    if (name === "origin" || name === "referer" || name.startsWith("sec-fetch-")) {
      return `The local region refuses requests of web pages (this one has the header ${name}).`;
    }
  }
  return undefined;
}
