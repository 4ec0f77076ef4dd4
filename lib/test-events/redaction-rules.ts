/** What looks like a secret or like a person's data within a text. */

export type RedactionKind = "e-mail" | "phone number" | "card number" | "token" | "password" | "cookie" | "key" | "account number" | "IBAN" | "password in an address" | "IP address" | "name" | "street address" | "date of birth" | "random text";

export interface Finding {
  kind: RedactionKind;
  from: number;
  to: number;
}

interface Rule {
  kind: RedactionKind;
  /** With the group `secret` when only a part is one. */
  pattern: RegExp;
  accept?: (text: string) => boolean;
}

const SECRET_WORD = "pass(?:word|wd|phrase|code)?|pwd|secret|token|api[-_]?key|apikey|access[-_]?key|private[-_]?key|client[-_]?secret|credential|signature|auth(?:orization)?|session(?:[-_]?id)?|sid|otp|pin|cvv|cvc";

const RULES: readonly Rule[] = [
  { kind: "key", pattern: /-----BEGIN [A-Z ]*PRIVATE KEY-----[^]*?(?:-----END [A-Z ]*PRIVATE KEY-----|$)/g },
  { kind: "token", pattern: /\beyJ[A-Za-z0-9_-]{5,}\.[A-Za-z0-9_-]{5,}(?:\.[A-Za-z0-9_-]*)*/g },
  { kind: "token", pattern: /\b(?:Bearer|Basic|Digest|Negotiate|Token)\s+(?<secret>[A-Za-z0-9._~+/=-]{6,})/gi },
  { kind: "key", pattern: /\b(?:AKIA|ASIA|AROA|AIDA|ANPA|ANVA|ABIA|ACCA)[A-Z0-9]{16}\b/g },
  { kind: "token", pattern: /\b(?:gh[pousr]_[A-Za-z0-9]{20,}|github_pat_\w{20,}|glpat-[\w-]{16,}|xox[abeprs]-[\w-]{10,}|(?:sk|pk|rk)_(?:live|test)_\w{10,}|sk-[\w-]{20,}|AIza[\w-]{30,}|ya29\.[\w-]{20,}|npm_\w{30,}|SG\.[\w-]{16,}\.[\w-]{16,}|whsec_\w{16,}|shpat_\w{16,}|hf_\w{20,})/g },
  { kind: "password in an address", pattern: /[a-z][a-z0-9+.-]*:\/\/[^\s/:]*:(?<secret>[^\s/"'<>]+)@/gi },
  { kind: "token", pattern: /[?&;](?:X-Amz-(?:Signature|Credential|Security-Token)|AWSAccessKeyId|Signature|sig|code|access_token|id_token|refresh_token|state|nonce)=(?<secret>[^&\s"'<>#]+)/gi },
  { kind: "password", pattern: new RegExp(`(?<![A-Za-z])(?:[A-Za-z0-9]+[-_.])*(?:${SECRET_WORD})["']?\\s*(?:[:=]|=>|\\bis\\b)\\s*["']?(?<secret>[^\\s"'&,;<>(){}\\[\\]]{3,})`, "gi"), accept: (text) => !/^(?:true|false|null|undefined|none)$/i.test(text) },
  { kind: "e-mail", pattern: /[\p{L}\p{N}._%+'-]+(?:@|%40)[\p{L}\p{N}-]+(?:\.[\p{L}\p{N}-]+)+/giu },
  { kind: "IBAN", pattern: /\b[A-Z]{2}\d{2}(?:[ -]?[A-Z0-9]{4}){2,7}(?:[ -]?[A-Z0-9]{1,3})?\b/g, accept: isIban },
  { kind: "account number", pattern: /\b\d{3}-\d{2}-\d{4}\b/g },
  { kind: "card number", pattern: /(?<![\d.])[2-6]\d{3}[ -]?\d{4,6}[ -]?\d{4,5}(?:[ -]?\d{1,4})?(?:[ -]?\d{1,3})?(?![\d.]\d)/g, accept: isCard },
  { kind: "phone number", pattern: /(?<![\w+])\+\d[\d ().-]{6,18}\d(?!\w)/g, accept: hasPhoneDigits },
  { kind: "phone number", pattern: /(?<![\w.-])(?:\(\d{3}\)\s?|\d{3}[-. ])\d{3}[-. ]\d{4}(?![\w-])/g },
  { kind: "phone number", pattern: /(?<![\w.-])0\d{2,4}[ /-]\d{3,4}[ -]?\d{3,5}(?![\w-])/g },
];

/** Runs that could be keys: base64, hexadecimal, base62. */
const RANDOM_RUN = /[A-Za-z0-9+/_=-]{20,}/g;

/** What a rule finds; overlapping ones joined, in the order of the text. */
export function findSecrets(text: string): Finding[] {
  const found = RULES.flatMap(({ kind, pattern, accept }) => [...text.matchAll(pattern)].flatMap((match) => toFinding(match, kind, accept)));
  // `password@host` has the form of an e-mail address.
  const inAddresses = found.filter(({ kind }) => kind === "password in an address");
  const others = found.filter(({ kind, from, to }) => kind !== "e-mail" || !inAddresses.some((secret) => from < secret.to + 1 && secret.from < to));
  return joinFindings([...others, ...findRandom(text)]);
}

function toFinding(match: RegExpExecArray, kind: RedactionKind, accept: Rule["accept"]): Finding[] {
  const secret = match.groups?.secret ?? match[0];
  if (accept && !accept(secret)) return [];
  const from = match.index + match[0].lastIndexOf(secret);
  return [{ kind, from, to: from + secret.length }];
}

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;
/** Names that AWS and people make: words and numbers with signs between. */
const WORDS = /^(?:[A-Z]?[a-z]+|[A-Z]+|\d{1,8})(?:[-_/=](?:[A-Z]?[a-z]+|[A-Z]+|\d{1,8}))*$/;

/** Names of resources: an id in one opens nothing. */
const ARN = /\barn:aws[\w-]*:[a-z0-9-]+:[a-z0-9-]*:\d*:[^\s"'&?]+/g;

function findRandom(text: string): Finding[] {
  const withoutArns = text.replaceAll(ARN, (arn) => " ".repeat(arn.length));
  return [...withoutArns.matchAll(RANDOM_RUN)].flatMap(({ 0: run, index }) => (looksRandom(run) ? [{ kind: "random text" as const, from: index, to: index + run.length }] : []));
}

/** Long, mixed, with few repetitions: a key rather than a name. */
function looksRandom(run: string): boolean {
  if (UUID.test(run) || WORDS.test(run)) return false;
  const hasDigits = /\d/.test(run);
  const hasLetters = /[A-Za-z]/.test(run);
  const changesCase = (run.match(/[a-z][A-Z]/g)?.length ?? 0) >= 3;
  if (!hasLetters || !(hasDigits || changesCase)) return false;
  const longest = Math.max(...run.split(/[-_/=+]/).map((part) => part.length));
  if (longest < 12) return false;
  return entropyBits(run) >= (/^[0-9a-f]+$/i.test(run) ? 2.8 : 3.4);
}

/** Shannon's, per character. */
export function entropyBits(text: string): number {
  const counts = new Map<string, number>();
  for (const character of text) counts.set(character, (counts.get(character) ?? 0) + 1);
  let bits = 0;
  for (const count of counts.values()) bits -= (count / text.length) * Math.log2(count / text.length);
  return bits;
}

/** Luhn's check digit, 13 to 19 digits. */
export function isCard(text: string): boolean {
  const digits = text.replaceAll(/\D/g, "");
  if (digits.length < 13 || digits.length > 19 || (digits.length === 13 && !digits.startsWith("4"))) return false;
  const sum = [...digits].toReversed().reduce((total, digit, index) => {
    const value = Number(digit) * (index % 2 === 1 ? 2 : 1);
    return total + (value > 9 ? value - 9 : value);
  }, 0);
  return sum % 10 === 0;
}

/** ISO 13616: the number with its first four signs at the end leaves 1 when divided by 97. */
function isIban(text: string): boolean {
  const compact = text.replaceAll(/[ -]/g, "");
  if (compact.length < 15 || compact.length > 34) return false;
  let rest = 0;
  for (const character of compact.slice(4) + compact.slice(0, 4)) {
    for (const digit of String(Number.parseInt(character, 36))) rest = (rest * 10 + Number(digit)) % 97;
  }
  return rest === 1;
}

function hasPhoneDigits(text: string): boolean {
  const count = text.replaceAll(/\D/g, "").length;
  return count >= 8 && count <= 15;
}

function joinFindings(findings: Finding[]): Finding[] {
  const inOrder = findings.toSorted((a, b) => a.from - b.from || b.to - a.to);
  const joined: Finding[] = [];
  for (const finding of inOrder) {
    const last = joined.at(-1);
    if (last && finding.from < last.to) last.to = Math.max(last.to, finding.to);
    else joined.push({ ...finding });
  }
  return joined;
}
