import type { RedactionKind } from "./redaction-rules";

/** What stands in the place of a secret: of the same form, so that code still reads it, and plainly not the real one. */
export function standIn(kind: RedactionKind, count: number): string {
  switch (kind) {
    case "e-mail":
      return `redacted-${count}@example.com`;
    case "phone number":
      return `+1555555${String(100 + (count % 100)).padStart(4, "0")}`;
    case "card number":
      return "0000000000000000";
    case "address":
      return `203.0.113.${count % 256}`;
    case "token":
    case "password":
    case "cookie":
    case "key":
    case "account number":
    case "random text":
      return `REDACTED-${count}`;
  }
}
