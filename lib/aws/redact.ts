import "server-only";

const HIDDEN = "•••";

/** AWS quotes the refused input in validation errors, and some proxies quote headers: neither may reach a page or a log. */
const PATTERNS: [RegExp, string][] = [
  [/Value '[^]*?' at 'environment[^']*'/g, `Value '${HIDDEN}' at 'environment'`],
  [/\b(AKIA|ASIA)[A-Z0-9]{12,}\b/g, `$1${HIDDEN}`],
  [/(Signature=|X-Amz-Security-Token[=:]\s*|SecretAccessKey[=:]\s*|SessionToken[=:]\s*)[^\s,&"']+/gi, `$1${HIDDEN}`],
  [/(https?:\/\/)[^\s/@]+@/g, `$1${HIDDEN}@`],
];

/**
 * AWS's message without secrets. `secrets` are values that the caller sent and that must not come back;
 * values under four characters stay, since hiding them would only shred the sentence.
 */
export function redact(message: string, secrets: readonly string[] = []): string {
  const withoutValues = [...secrets]
    .filter((secret) => secret.length >= 4)
    .sort((a, b) => b.length - a.length)
    .reduce((text, secret) => text.replaceAll(secret, HIDDEN), message);
  return PATTERNS.reduce((text, [pattern, replacement]) => text.replace(pattern, replacement), withoutValues);
}
