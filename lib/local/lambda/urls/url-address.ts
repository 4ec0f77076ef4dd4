/** Where function URLs are: `http://<id>.lambda-url.<region>.localhost:<port>/`, and below a path for callers that cannot resolve that name. */
const HOST = /^([a-z0-9]{32})\.lambda-url\.([a-z0-9-]+)\.localhost(?::(\d{1,5}))?$/i;
const LOOPBACK = /^(?:127\.0\.0\.1|localhost|\[::1\])(?::(\d{1,5}))?$/i;
const PATH = /^\/_url\/([a-z0-9]{32})(\/.*)?$/;
const HTTP_PORT = 80;

/** A request that names a function URL. */
export interface UrlAddress {
  urlId: string;
  /** Percent-encoded, without the part that named the URL; begins with a slash. */
  path: string;
  /** What pages of this URL have as their origin. */
  origin: string;
}

/** Name without port, as events carry it. */
export const urlDomain = (urlId: string, region: string): string => `${urlId}.lambda-url.${region}.localhost`;

/** `undefined` when neither host nor path names a function URL. `path` is percent-encoded, without the query. */
export function parseUrlAddress(host: string, path: string, port: number): UrlAddress | undefined {
  const [, named, , hostPort] = HOST.exec(host) ?? [];
  const origin = `http://${host.toLowerCase()}`;
  if (named !== undefined && Number(hostPort ?? HTTP_PORT) === port) return { urlId: named.toLowerCase(), path, origin };
  const loopback = LOOPBACK.exec(host);
  if (!loopback || Number(loopback[1] ?? HTTP_PORT) !== port) return undefined;
  const [, below, rest = "/"] = PATH.exec(path) ?? [];
  return below === undefined ? undefined : { urlId: below, path: rest, origin };
}
