import { fromBase64, toBase64 } from "./event-template";
import { isAwsIdName, kindOfName } from "./redaction-names";
import { findSecrets, isCard, type RedactionKind } from "./redaction-rules";
import { isStandIn, standIn } from "./stand-in";

export interface Redaction {
  /** Place in the event: `$.Records[0].body → $.customer.email`. */
  path: string;
  kind: RedactionKind;
  /** What stands there now. */
  replacement: string;
}

export interface RedactedEvent {
  event: unknown;
  redactions: Redaction[];
}

interface Walk {
  redactions: Redaction[];
  /** Places that a person took back: they stay as they are. */
  kept: ReadonlySet<string>;
  /** The same secret gets the same stand-in, so that what belongs together still does. */
  standIns: Map<string, string>;
  counts: Map<RedactionKind, number>;
}

/** Longer lines of the same kind of data are not what a person wrote. */
const BASE64 = /^(?:[A-Za-z0-9+/]{4}){3,}(?:[A-Za-z0-9+/]{2}==|[A-Za-z0-9+/]{3}=)?$/;
const NESTED_MAX = 5;

/**
 * Replaces what is likely secret or personal, by the name of its member or by its look: in texts, in member names, in JSON and
 * base64 within texts, in URL-encoded forms. `kept` are the paths of redactions that a person took back.
 */
export function redactEvent(event: unknown, kept: ReadonlySet<string> = new Set()): RedactedEvent {
  const walk: Walk = { redactions: [], kept, standIns: new Map(), counts: new Map() };
  return { event: redactValue(walk, event, "$", undefined, undefined, 0), redactions: walk.redactions };
}

/** Kinds of what looks secret or personal in an event's text, each once; none where it is no JSON. */
export function kindsOfSecrets(payload: string): RedactionKind[] {
  return [...new Set(redactEvent(parse(payload)).redactions.map(({ kind }) => kind))];
}

/** `kind`: what the name of a member above says of everything below it. */
function redactValue(walk: Walk, value: unknown, path: string, name: string | undefined, kind: RedactionKind | undefined, nesting: number): unknown {
  if (Array.isArray(value)) return value.map((item, index) => redactValue(walk, item, `${path}[${index}]`, name, kind, nesting));
  if (typeof value === "object" && value !== null) return redactObject(walk, value as Record<string, unknown>, path, kind, nesting);
  if (typeof value === "number") return redactNumber(walk, value, path, kind);
  return typeof value === "string" ? redactText(walk, value, path, name, kind, nesting) : value;
}

function redactObject(walk: Walk, members: Record<string, unknown>, path: string, inherited: RedactionKind | undefined, nesting: number): Record<string, unknown> {
  // { name: "Cookie", value: "…" }: what a header is called stands beside it.
  const named = [members.name, members.Name, members.key, members.Key].find((candidate) => typeof candidate === "string");
  const beside = named === undefined ? undefined : kindOfName(named);
  const entries = Object.entries(members).map(([key, value]): [string, unknown] => {
    const place = path + (/^[A-Za-z_][A-Za-z0-9_]*$/.test(key) ? `.${key}` : `['${key}']`);
    const isName = /^(?:name|key|datatype|type|stringlistvalues|binarylistvalues)$/i.test(key);
    const kind = isName ? undefined : (kindOfName(key) ?? (/value$/i.test(key) ? beside : undefined) ?? inherited);
    return [redactName(walk, key, path), redactValue(walk, value, place, key, kind, nesting)];
  });
  return Object.fromEntries(entries);
}

/** Names are data too, where people are looked up by their address. */
function redactName(walk: Walk, key: string, path: string): string {
  return /@|%40|\d{8}|eyJ/.test(key) ? replaceFindings(walk, key, `${path} (name)`) : key;
}

function redactNumber(walk: Walk, value: number, path: string, kind: RedactionKind | undefined): unknown {
  const byLook = Number.isSafeInteger(value) && /^[2-6]/.test(String(value)) && isCard(String(value)) ? "card number" : undefined;
  const found = byLook ?? (kind === "token" || kind === "key" ? undefined : kind);
  if (!found || walk.kept.has(path)) {
    if (found) note(walk, path, found, String(value));
    return value;
  }
  note(walk, path, found, "0");
  return 0;
}

function redactText(walk: Walk, text: string, path: string, name: string | undefined, kind: RedactionKind | undefined, nesting: number): string {
  if (text === "") return text;
  const inner = nesting < NESTED_MAX ? redactInner(walk, text, path, kind, nesting) : undefined;
  if (inner !== undefined) return inner;
  if (kind) return replaceWhole(walk, text, path, kind);
  return replaceFindings(walk, text, path, name !== undefined && isAwsIdName(name));
}

/** A text that holds JSON or base64 is opened, redacted and closed again; undefined when it holds neither. */
function redactInner(walk: Walk, text: string, path: string, kind: RedactionKind | undefined, nesting: number): string | undefined {
  if (/^\s*[[{"]/.test(text)) {
    const parsed = parse(text);
    if (parsed !== undefined) {
      const before = walk.redactions.length;
      const redacted = redactValue(walk, parsed, `${path} → $`, undefined, kind, nesting + 1);
      return walk.redactions.length === before ? text : JSON.stringify(redacted);
    }
  }
  const decoded = BASE64.test(text) && !kind ? fromBase64(text) : undefined;
  if (decoded === undefined || !isPrintable(decoded)) return undefined;
  const before = walk.redactions.length;
  const redacted = redactText(walk, decoded, `${path} → base64`, undefined, undefined, nesting + 1);
  return walk.redactions.length === before ? text : toBase64(redacted);
}

function isPrintable(text: string): boolean {
  // oxlint-disable-next-line no-control-regex -- that is what it looks for
  return !/[\u0000-\u0008\u000B\u000C\u000E-\u001F\u007F]/.test(text);
}

/** `session=9f2c`: a cookie keeps its name, a header its scheme. */
function replaceWhole(walk: Walk, text: string, path: string, kind: RedactionKind): string {
  if (walk.kept.has(path)) {
    note(walk, path, kind, text);
    return text;
  }
  const replaced =
    kind === "cookie" && text.includes("=")
      ? text.replaceAll(/([^=;\s]+)=([^;]*)/g, (_all, cookie: string, value: string) => `${cookie}=${substitute(walk, value, kind)}`)
      : text.replace(/^((?:Bearer|Basic|Digest|Token)\s+)?([^]*)$/i, (_all, scheme: string | undefined, value: string) => `${scheme ?? ""}${substitute(walk, value, kind)}`);
  note(walk, path, kind, replaced);
  return replaced;
}

function replaceFindings(walk: Walk, text: string, path: string, isId = false): string {
  const decoded = /%[0-9A-Fa-f]{2}|\+/.test(text) ? decode(text) : text;
  const plain = findSecrets(text).filter(({ kind }) => !(isId && kind === "random text"));
  if (plain.length === 0 && (decoded === text || findSecrets(decoded).every(({ kind }) => isId || kind === "random text"))) return text;
  if (walk.kept.has(path)) {
    note(walk, path, plain[0]?.kind ?? findSecrets(decoded)[0]?.kind ?? "random text", text);
    return text;
  }
  if (plain.length === 0 || (decoded !== text && findSecrets(decoded).length > plain.length)) return replaceEncoded(walk, text, path);
  let replaced = "";
  let at = 0;
  for (const { kind, from, to } of plain) {
    replaced += text.slice(at, from) + substitute(walk, text.slice(from, to), kind);
    at = to;
  }
  replaced += text.slice(at);
  note(walk, path, plain[0]?.kind ?? "random text", replaced);
  return replaced;
}

/** `email=ada%40example.com&…`: each part is decoded, redacted and encoded again. */
function replaceEncoded(walk: Walk, text: string, path: string): string {
  let kind: RedactionKind | undefined;
  const replaced = text.replaceAll(/[^&=?;\s]+/g, (part) => {
    const plain = decode(part);
    const findings = findSecrets(plain);
    const first = findings[0];
    if (!first) return part;
    kind ??= first.kind;
    return encodeURIComponent(findings.toReversed().reduce((left, { kind: found, from, to }) => left.slice(0, from) + substitute(walk, left.slice(from, to), found) + left.slice(to), plain));
  });
  const found = findSecrets(decode(replaced)).length > 0 && replaced === text ? (findSecrets(decode(text))[0]?.kind ?? "random text") : kind;
  const safe = replaced === text && found ? substitute(walk, text, found) : replaced;
  note(walk, path, found ?? "random text", safe);
  return safe;
}

function substitute(walk: Walk, secret: string, kind: RedactionKind): string {
  if (isStandIn(secret)) return secret;
  const known = walk.standIns.get(secret);
  if (known) return known;
  const count = (walk.counts.get(kind) ?? 0) + 1;
  walk.counts.set(kind, count);
  const made = standIn(kind, count);
  walk.standIns.set(secret, made);
  return made;
}

function note(walk: Walk, path: string, kind: RedactionKind, replacement: string): void {
  walk.redactions.push({ path, kind, replacement });
}

function decode(text: string): string {
  try {
    return decodeURIComponent(text.replaceAll("+", " "));
  } catch {
    return text;
  }
}

function parse(text: string): unknown {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === "object" && value !== null ? value : typeof value === "string" ? value : undefined;
  } catch {
    return undefined;
  }
}
