import { AppError } from "@/lib/errors";
import { shellWords } from "./shell-words";

/** What a curl line asks for. */
interface CurlRequest {
  method?: string;
  url?: string;
  headers: [string, string][];
  cookies: string[];
  data: string[];
  /** `-G`: the data goes into the query. */
  dataInQuery: boolean;
}

/** Options that take a value and do not change the request. */
const IGNORED_WITH_VALUE = new Set(["-o", "--output", "-m", "--max-time", "--connect-timeout", "-w", "--write-out", "--retry", "--retry-delay", "-x", "--proxy", "--cacert", "-E", "--cert", "--key", "--resolve", "--aws-sigv4", "-c", "--cookie-jar", "--ciphers", "--tls-max", "--limit-rate", "-e", "--referer"]);
const REFUSED: Readonly<Record<string, string>> = {
  "-F": "Form uploads (-F) cannot be read: their boundary and files are made by curl.",
  "--form": "Form uploads (--form) cannot be read: their boundary and files are made by curl.",
  "-T": "An upload (-T) reads a file that Warmstart does not have.",
  "--upload-file": "An upload (--upload-file) reads a file that Warmstart does not have.",
  "-K": "A curl configuration file (-K) cannot be read.",
  "--config": "A curl configuration file (--config) cannot be read.",
};

/**
 * Event of an HTTP API or function URL (payload format 2.0) for a curl line as browsers copy it. Throws `bad_request` with
 * what cannot be read. `nowMs` is the time that the event says.
 */
export function curlToEvent(line: string, nowMs: number): object {
  const words = shellWords(line.trim());
  if (words[0] !== "curl") throw new AppError("bad_request", "The line does not begin with curl.", { hint: "Copy a request in the browser's network panel as cURL (bash)." });
  return toEvent(readWords(words.slice(1)), nowMs);
}

function readWords(words: string[]): CurlRequest {
  const request: CurlRequest = { headers: [], cookies: [], data: [], dataInQuery: false };
  for (let index = 0; index < words.length; index += 1) {
    const [option, attached] = splitOption(words[index] ?? "");
    const refused = REFUSED[option];
    if (refused) throw new AppError("bad_request", refused);
    const takesValue = APPLY[option] !== undefined || IGNORED_WITH_VALUE.has(option);
    if (!takesValue) readFlag(request, option);
    else {
      const value = attached ?? words[(index += 1)];
      if (value === undefined) throw new AppError("bad_request", `${option} has no value.`);
      APPLY[option]?.(request, value);
    }
  }
  return request;
}

/** `--data=x` and `-XPOST` carry their value with them. */
function splitOption(word: string): [string, string | undefined] {
  const long = /^(--[a-z0-9-]+)=([^]*)$/.exec(word);
  if (long) return [long[1] ?? "", long[2]];
  if (/^-[XHdbuAoemwxEcKFT]./.test(word)) return [word.slice(0, 2), word.slice(2)];
  return [word, undefined];
}

function readFlag(request: CurlRequest, word: string): void {
  if (word === "-G" || word === "--get") request.dataInQuery = true;
  else if (word === "-I" || word === "--head") request.method ??= "HEAD";
  else if (!word.startsWith("-")) request.url ??= word;
}

const addData = (request: CurlRequest, value: string) => {
  if (value.startsWith("@")) throw new AppError("bad_request", `The body is in the file ${value.slice(1)}, which Warmstart does not have.`, { hint: "Put its text in the place of the file's name." });
  request.data.push(value);
};

const addHeader = (request: CurlRequest, value: string) => {
  const colon = value.indexOf(":");
  if (colon <= 0) return;
  const name = value.slice(0, colon).trim().toLowerCase();
  if (name === "cookie") request.cookies.push(...splitCookies(value.slice(colon + 1)));
  else request.headers.push([name, value.slice(colon + 1).trim()]);
};

const splitCookies = (line: string) => line.split(";").map((cookie) => cookie.trim()).filter(Boolean);
const set = (name: string) => (request: CurlRequest, value: string) => void request.headers.push([name, value]);
const setMethod = (request: CurlRequest, value: string) => void (request.method = value.toUpperCase());
const setUser = (request: CurlRequest, value: string) => void request.headers.push(["authorization", `Basic ${btoa(value)}`]);
const addCookies = (request: CurlRequest, value: string) => void request.cookies.push(...splitCookies(value));
const addEncoded = (request: CurlRequest, value: string) => {
  const equals = value.indexOf("=");
  request.data.push(equals < 0 ? encodeURIComponent(value) : `${value.slice(0, equals + 1)}${encodeURIComponent(value.slice(equals + 1))}`.replace(/^=/, ""));
};
const addJson = (request: CurlRequest, value: string) => {
  addData(request, value);
  request.headers.push(["content-type", "application/json"], ["accept", "application/json"]);
};

const APPLY: Readonly<Record<string, (request: CurlRequest, value: string) => void>> = {
  "-X": setMethod,
  "--request": setMethod,
  "-H": addHeader,
  "--header": addHeader,
  "-d": addData,
  "--data": addData,
  "--data-ascii": addData,
  "--data-binary": addData,
  "--data-raw": (request, value) => void request.data.push(value),
  "--data-urlencode": addEncoded,
  "--json": addJson,
  "-b": addCookies,
  "--cookie": addCookies,
  "-u": setUser,
  "--user": setUser,
  "-A": set("user-agent"),
  "--user-agent": set("user-agent"),
  "--url": (request, value) => void (request.url = value),
};

function toEvent(request: CurlRequest, nowMs: number): object {
  const url = addressOf(request.url);
  const data = request.data.join("&");
  const body = data === "" || request.dataInQuery ? undefined : data;
  const query = [url.search.slice(1), request.dataInQuery ? data : ""].filter(Boolean).join("&");
  const method = request.method ?? (body === undefined ? "GET" : "POST");
  const headers = headersOf(request, url, body);
  return {
    version: "2.0",
    routeKey: "$default",
    rawPath: url.pathname,
    rawQueryString: query,
    ...(request.cookies.length > 0 ? { cookies: request.cookies } : {}),
    headers,
    ...(query === "" ? {} : { queryStringParameters: joined([...new URLSearchParams(query)]) }),
    requestContext: {
      accountId: "anonymous",
      apiId: url.hostname.split(".")[0],
      domainName: url.hostname,
      domainPrefix: url.hostname.split(".")[0],
      http: { method, path: url.pathname, protocol: "HTTP/1.1", sourceIp: "203.0.113.24", userAgent: headers["user-agent"] },
      requestId: "00000000-0000-0000-0000-000000000000",
      routeKey: "$default",
      stage: "$default",
      time: commonLogTime(nowMs),
      timeEpoch: nowMs,
    },
    ...(body === undefined ? {} : { body }),
    isBase64Encoded: false,
  };
}

function addressOf(text: string | undefined): URL {
  if (!text) throw new AppError("bad_request", "The line has no address.");
  try {
    return new URL(/^[a-z]+:\/\//i.test(text) ? text : `http://${text}`);
  } catch {
    throw new AppError("bad_request", `“${text.slice(0, 100)}” is not an address.`);
  }
}

/** Lower case, several of a name joined, as API Gateway sends them. */
function headersOf(request: CurlRequest, url: URL, body: string | undefined): Record<string, string> {
  const given = joined(request.headers);
  return {
    accept: "*/*",
    "user-agent": "curl/8.5.0",
    ...(body === undefined ? {} : { "content-type": "application/x-www-form-urlencoded" }),
    ...given,
    ...(body === undefined ? {} : { "content-length": String(new TextEncoder().encode(body).length) }),
    host: url.host,
  };
}

function joined(pairs: readonly (readonly [string, string])[]): Record<string, string> {
  const found: Record<string, string> = {};
  for (const [name, value] of pairs) found[name] = Object.hasOwn(found, name) ? `${found[name]},${value}` : value;
  return found;
}

const MONTHS = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];

/** `13/Nov/2026:15:08:50 +0000` */
function commonLogTime(timeMs: number): string {
  const time = new Date(timeMs);
  return `${String(time.getUTCDate()).padStart(2, "0")}/${MONTHS[time.getUTCMonth()]}/${time.getUTCFullYear()}:${time.toISOString().slice(11, 19)} +0000`;
}
