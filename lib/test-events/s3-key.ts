/** A half of a pair has no UTF-8. */
const LONE_SURROGATE = /[\uD800-\uDBFF](?![\uDC00-\uDFFF])|(?<![\uD800-\uDBFF])[\uDC00-\uDFFF]/g;

/**
 * A key as S3 writes it into its events: a blank is `+`, `/` stays, anything but letters, digits and `.-_*~` is UTF-8 in percent.
 * https://docs.aws.amazon.com/AmazonS3/latest/userguide/notification-content-structure.html
 */
export function encodeS3Key(key: string): string {
  return encodeURIComponent(key.replaceAll(LONE_SURROGATE, "\uFFFD"))
    .replaceAll(/[!'()]/g, (sign) => `%${sign.charCodeAt(0).toString(16)}`)
    .replaceAll("%20", "+")
    .replaceAll("%2F", "/");
}

/** undefined when it is not URL-encoded: a `%` without its digits. */
export function decodeS3Key(encoded: string): string | undefined {
  try {
    return decodeURIComponent(encoded.replaceAll("+", " "));
  } catch {
    return undefined;
  }
}
