/** Says why a variable looks like a secret: by its name, by the form of its value, by how random it is. Never a part of the value. */

const NAMES = /(^|_)(SECRET|PASSWORD|PASSWD|PWD|PASSPHRASE|TOKEN|API_?KEY|APIKEY|PRIVATE_?KEY|ACCESS_?KEY|SIGNING_?KEY|ENCRYPTION_?KEY|CREDENTIALS?|CONNECTION_?STRING|DSN|WEBHOOK_URL|AUTH)(_|$)/i;
/** Names such as SECRET_ARN and TOKEN_URL say where a secret is, which is as it should be. */
const POINTERS = /(_|^)(ARN|NAME|ID|PATH|PARAMETER|URL|URI|TTL|SECONDS|EXPIRY|ENDPOINT|BUCKET|HEADER|ALGORITHM|ENABLED)$/i;

const FORMS: readonly [RegExp, string][] = [
  [/-----BEGIN [A-Z ]*PRIVATE KEY-----/, "it holds a private key"],
  [/^(AKIA|ASIA)[A-Z0-9]{16}$/, "it has the form of an AWS access key id"],
  [/^gh[pousr]_[A-Za-z0-9]{36,}$|^github_pat_\w{40,}$/, "it has the form of a GitHub token"],
  [/^glpat-[\w-]{20,}$/, "it has the form of a GitLab token"],
  [/^xox[abposr]-[\w-]{10,}$/, "it has the form of a Slack token"],
  [/^(sk|rk|whsec)_(live|test)_\w{10,}$|^whsec_\w{16,}$/, "it has the form of a Stripe key"],
  [/^sk-[\w-]{20,}$/, "it has the form of an API key that begins with sk-"],
  [/^AIza[\w-]{35}$/, "it has the form of a Google API key"],
  [/^SG\.[\w-]{16,}\.[\w-]{16,}$/, "it has the form of a SendGrid key"],
  [/^npm_[A-Za-z0-9]{36}$/, "it has the form of an npm token"],
  [/^eyJ[\w-]{8,}\.eyJ[\w-]{8,}\.[\w-]*$/, "it has the form of a JSON Web Token"],
  [/^[a-z][a-z0-9+.-]*:\/\/[^\s/:@]*:[^\s/@]+@/i, "it is an address with a password in it"],
  [/(^|[;\s&?])(password|pwd|accountkey|sharedaccesskey)=[^;\s&]{3,}/i, "it is a connection string with a password in it"],
];

const LEAST_RANDOM_LENGTH = 20;
/** Bits a character: random base64 of 20 characters and more is above, words, paths and ids are below. */
const RANDOM_BITS = 3.9;

/** One clause, for instance `it has the form of a GitHub token`; undefined when nothing speaks for a secret. */
export function findSecretHint(key: string, value: string): string | undefined {
  if (value === "") return undefined;
  const form = FORMS.find(([pattern]) => pattern.test(value));
  if (form) return form[1];
  if (NAMES.test(key) && !POINTERS.test(key) && !isPointer(value) && value.length >= 4) return "its name says so";
  return looksRandom(value) ? "it looks random, as keys and tokens do" : undefined;
}

/** A place to fetch it from, or a switch. */
function isPointer(value: string): boolean {
  return value.startsWith("arn:aws") || /^(true|false|none|null|\d{1,6})$/i.test(value) || value.startsWith("{{resolve:");
}

/** One run of letters and digits of both sorts, without the shape of an id, address or path. */
function looksRandom(value: string): boolean {
  if (value.length < LEAST_RANDOM_LENGTH || value.length > 512 || !/^[A-Za-z0-9+/_=-]+$/.test(value)) return false;
  if (/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(value)) return false;
  const hex = /^[0-9a-f]+$/i.test(value);
  if (hex) return value.length >= 32 && /\d/.test(value) && /[a-f]/i.test(value) && entropyBits(value) > 3;
  const mixed = [/[a-z]/, /[A-Z]/, /\d/].every((kind) => kind.test(value));
  return mixed && entropyBits(value) >= RANDOM_BITS;
}

/** Shannon's entropy, in bits a character. */
function entropyBits(text: string): number {
  const counts = new Map<string, number>();
  for (const character of text) counts.set(character, (counts.get(character) ?? 0) + 1);
  return [...counts.values()].reduce((bits, count) => bits - (count / text.length) * Math.log2(count / text.length), 0);
}
