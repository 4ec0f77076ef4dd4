import type { RedactionKind } from "./redaction-rules";

/** What stands in the place of a secret: of the same form, so that code still reads it, and plainly not the real one. */
export function standIn(kind: RedactionKind, count: number): string {
  switch (kind) {
    case "e-mail":
      return `redacted-${count}@example.com`;
    case "phone number":
      return `+1555555${String(100 + count).padStart(4, "0")}`;
    case "card number":
      return String(count).padStart(16, "0");
    case "IP address":
      // Of documentation; then of the range for measurements, which is nobody's either.
      return count < 255 ? `203.0.113.${count}` : `198.18.${(count >> 8) % 256}.${count % 256}`;
    case "token":
    case "password":
    case "cookie":
    case "key":
    case "account number":
    case "IBAN":
    case "password in an address":
    case "name":
    case "street address":
    case "date of birth":
    case "random text":
      return `REDACTED-${kind.toLowerCase().replaceAll(" ", "-")}-${count}`;
  }
}

/** What an earlier redaction put there, other than an IP address: it stays. */
export function isStandIn(text: string): boolean {
  return /^(?:REDACTED-[a-z-]+-\d+|redacted-\d+@example\.com|\+1555555\d{4,8}|0{10}\d{6})$/.test(text);
}
