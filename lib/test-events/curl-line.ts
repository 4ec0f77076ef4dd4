/** A test event of an HTTP source as a curl line for the function's URL. */

interface FunctionUrl {
  url: string;
  /** `NONE` or `AWS_IAM`. */
  authType: string;
}

interface HttpEvent {
  rawPath?: unknown;
  path?: unknown;
  rawQueryString?: unknown;
  queryStringParameters?: unknown;
  headers?: unknown;
  cookies?: unknown;
  httpMethod?: unknown;
  requestContext?: { http?: { method?: unknown } };
  body?: unknown;
  isBase64Encoded?: unknown;
}

/** Set by curl, by the network on the way, or by AWS. */
const NOT_SENT = /^(?:host|content-length|connection|accept-encoding|via|x-forwarded-.*|x-amzn-.*|x-amz-cf-id|cookie)$/i;

/** An event of another source is sent as the body: a function URL wraps it. */
export function curlLineOf(payload: string, { url, authType }: FunctionUrl, region: string): string {
  const event = readHttpEvent(payload);
  const parts = ["curl"];
  const method = event ? (textOf(event.requestContext?.http?.method) ?? textOf(event.httpMethod) ?? "GET") : "POST";
  if (method !== "GET") parts.push(`-X ${quote(method)}`);
  parts.push(quote(addressOf(url, event)));
  for (const [name, value] of event ? headersOf(event) : [["content-type", "application/json"] as const]) parts.push(`-H ${quote(`${name}: ${value}`)}`);
  const cookies = Array.isArray(event?.cookies) ? event.cookies.filter((cookie) => typeof cookie === "string") : [];
  if (cookies.length > 0) parts.push(`-b ${quote(cookies.join("; "))}`);
  const body = event ? bodyOf(event) : payload;
  if (body !== undefined) parts.push(`--data-raw ${quote(body)}`);
  if (authType === "AWS_IAM") parts.push(`--aws-sigv4 ${quote(`aws:amz:${region}:lambda`)}`, '--user "$AWS_ACCESS_KEY_ID:$AWS_SECRET_ACCESS_KEY"', '-H "x-amz-security-token: $AWS_SESSION_TOKEN"');
  return parts.join(" \\\n  ");
}

function readHttpEvent(payload: string): HttpEvent | undefined {
  const event = JSON.parse(payload) as HttpEvent | null;
  if (typeof event !== "object" || event === null || Array.isArray(event)) return undefined;
  return event.requestContext?.http !== undefined || event.httpMethod !== undefined ? event : undefined;
}

function addressOf(url: string, event: HttpEvent | undefined): string {
  const base = url.replace(/\/$/, "");
  if (!event) return `${base}/`;
  const query = textOf(event.rawQueryString) ?? new URLSearchParams(textMap(event.queryStringParameters)).toString();
  return `${base}${textOf(event.rawPath) ?? textOf(event.path) ?? "/"}${query ? `?${query}` : ""}`;
}

function headersOf(event: HttpEvent): [string, string][] {
  return Object.entries(textMap(event.headers)).filter(([name]) => !NOT_SENT.test(name));
}

function bodyOf({ body, isBase64Encoded }: HttpEvent): string | undefined {
  if (typeof body !== "string" || body === "") return undefined;
  return isBase64Encoded === true ? new TextDecoder().decode(Uint8Array.from(atob(body), (character) => character.codePointAt(0) ?? 0)) : body;
}

function textMap(value: unknown): Record<string, string> {
  if (typeof value !== "object" || value === null) return {};
  return Object.fromEntries(Object.entries(value).filter((entry): entry is [string, string] => typeof entry[1] === "string"));
}

function textOf(value: unknown): string | undefined {
  return typeof value === "string" ? value : undefined;
}

/** For a POSIX shell: nothing within single quotes is special but the quote itself. */
function quote(text: string): string {
  return /^[A-Za-z0-9._/:@%+=,-]+$/.test(text) ? text : `'${text.replaceAll("'", String.raw`'\''`)}'`;
}
