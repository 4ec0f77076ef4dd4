import { describe, expect, test } from "vitest";
import { EVENT_TEMPLATES } from "./event-templates";
import { redactEvent } from "./redact-event";
import { isCard } from "./redaction-rules";

const JWT = "eyJhbGciOiJIUzI1NiIsInR5cCI6IkpXVCJ9.eyJzdWIiOiIxMjM0NTY3ODkwIiwibmFtZSI6IkFkYSJ9.SflKxwRJSMeKKF2QT4fwpMeJf36POk6yJV_adQssw5c";
const base64 = (text: string) => Buffer.from(text).toString("base64");

/** An event and what must not be left of it, in any encoding. */
const CORPUS: readonly [string, unknown, string[]][] = [
  ["e-mail in a member", { customer: { email: "ada@example.org" } }, ["ada@example.org"]],
  ["e-mail in a sentence", { note: "write to Ada Lovelace <ada.l+shop@mail.example.co.uk>, please" }, ["ada.l+shop"]],
  ["e-mail as a member's name", { carts: { "ada@example.org": 3 } }, ["ada@example.org"]],
  ["e-mail in JSON in a text", { Records: [{ body: JSON.stringify({ to: "ada@example.org" }) }] }, ["ada@example.org"]],
  ["e-mail in JSON in JSON in a text", { body: JSON.stringify({ Message: JSON.stringify({ from: "ada@example.org" }) }) }, ["ada@example.org"]],
  ["e-mail in base64", { Records: [{ kinesis: { data: base64(JSON.stringify({ mail: "ada@example.org" })) } }] }, ["ada@example.org"]],
  ["e-mail in a query", { rawQueryString: "email=ada%40example.org&x=1" }, ["ada%40example.org", "ada@example.org"]],
  ["e-mail in a form", { body: "name=Ada&mail=ada%40example.org" }, ["ada%40example.org"]],
  ["e-mail with letters of another script", { to: "grüße@exämple.de" }, ["grüße"]],
  ["phone, international", { text: "call +49 151 2345 6789 today" }, ["2345 6789"]],
  ["phone, national", { text: "call (555) 010-4477 or 555-010-4478" }, ["010-4477", "010-4478"]],
  ["phone by name", { phone: "015123456789", mobileNumber: 15_123_456_789 }, ["015123456789", "15123456789"]],
  ["card", { card: { number: "4242 4242 4242 4242" } }, ["4242 4242"]],
  ["card in a sentence", { log: "charged 5555555555554444 twice" }, ["5555555555554444"]],
  ["card as a number", { n: 4_111_111_111_111_111 }, ["4111111111111111"]],
  ["American Express with hyphens", { n: "3782-822463-10005" }, ["822463"]],
  ["IBAN", { to: "DE89 3704 0044 0532 0130 00" }, ["3704 0044"]],
  ["social security number", { text: "SSN 078-05-1120" }, ["078-05-1120"]],
  ["JWT", { x: JWT }, [JWT, JWT.split(".")[1]!]],
  ["bearer header", { headers: { Authorization: `Bearer ${JWT}` } }, [JWT, "SflKxw"]],
  ["bearer in lower case headers", { headers: { authorization: "bearer abc.def-123" } }, ["abc.def-123"]],
  ["basic header", { headers: { authorization: "Basic YWRhOmh1bnRlcjI=" } }, ["YWRhOmh1bnRlcjI="]],
  ["multi-value headers", { multiValueHeaders: { Authorization: ["Bearer short1"], Cookie: ["sid=abc123"] } }, ["short1", "abc123"]],
  ["API key header", { headers: { "x-api-key": "k-1" } }, ["k-1"]],
  ["cookies", { cookies: ["session=9f2c1a7b", "theme=dark"], headers: { cookie: "sid=77aa; b=2" } }, ["9f2c1a7b", "77aa"]],
  ["CloudFront headers", { headers: { cookie: [{ key: "Cookie", value: "sid=77aa" }] } }, ["77aa"]],
  ["headers of a mail", { headers: [{ name: "Cookie", value: "sid=77aa" }, { name: "Authorization", value: "Bearer zz" }] }, ["77aa", "zz"]],
  ["SQS message attributes", { messageAttributes: { authToken: { stringValue: "tok-1", dataType: "String" } } }, ["tok-1"]],
  ["password by name", { user: { password: "hunter2", passwd: "hunter3", userPassword: "hunter4", pin: 4711 } }, ["hunter2", "hunter3", "hunter4", "4711"]],
  ["secret with members", { clientSecret: { value: "abc", old: ["def"] } }, ["abc", "def"]],
  ["password in a sentence", { text: "login failed: password=hunter2, user=ada" }, ["hunter2"]],
  ["token in a query", { rawQueryString: "access_token=abc123&x=1", queryStringParameters: { access_token: "abc123" } }, ["abc123"]],
  ["password in a URL", { url: "postgres://shop:s3cr3t@db.internal:5432/shop" }, ["s3cr3t"]],
  ["password with signs in a URL", { url: "mongodb+srv://ada:p@ss%21@cluster0.example.net/shop", also: "redis://:hunter2@cache:6379" }, ["p@ss", "ss%21", "hunter2"]],
  ["a person by names", { firstName: "Gracelle", last_name: "Hopperson", Surname: "Byronette", customerName: "G. Hopperly", billing: { fullName: "Gil Kingsley" } }, ["Gracelle", "Hopperson", "Byronette", "Hopperly", "Kingsley"]],
  ["where a person lives", { address: { street: "Rue Lepic 12", city: "Paris" }, shippingAddress: "Main Road 7", street: "Hill Road" }, ["Lepic", "Paris", "Main Road", "Hill Road"]],
  ["birth dates", { dob: "1815-12-10", birthDate: "1815-12-11", date_of_birth: 18_151_212 }, ["1815-12-10", "1815-12-11", "18151212"]],
  ["short names of passwords", { pw: "hunter5", pwd: "hunter6", passwd: "hunter7", db_pwd: "hunter8", iban: "not checked 1", homePhone: "12 34 56" }, ["hunter5", "hunter6", "hunter7", "hunter8", "not checked 1", "12 34 56"]],
  ["signed URL", { url: "https://b.s3.amazonaws.com/k?X-Amz-Credential=AKIAIOSFODNN7EXAMPLE%2F20261113&X-Amz-Signature=fe5f80f77d5fa3beca038a248ff027d0445342fe2855ddc963176630326f1024" }, ["fe5f80f77d5f", "AKIAIOSFODNN7EXAMPLE"]],
  ["AWS keys", { a: "AKIAIOSFODNN7EXAMPLE", b: "wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY" }, ["AKIAIOSFODNN7EXAMPLE", "wJalrXUtnFEMI"]],
  ["CodePipeline's credentials", EVENT_TEMPLATES.find(({ id }) => id === "codepipeline-job")!.payload, ["AKIAIOSFODNN7EXAMPLE", "wJalrXUtnFEMI", "session-token-of-the-example"]],
  ["keys of services", { a: `ghp_${"aB3dE5".repeat(6)}`, b: "xoxb-123456789012-abcdefABCDEF", c: "sk_live_4eC39HqLyjWDarjtT1zdp7dc", d: `AIza${"SyA1b2C3".repeat(5)}` }, ["ghp_", "xoxb-", "sk_live_", "AIzaSy"]],
  ["private key", { pem: "-----BEGIN RSA PRIVATE KEY-----\nMIIEpAIBAAKCAQEA\n-----END RSA PRIVATE KEY-----" }, ["MIIEpAIBAAKCAQEA"]],
  ["random text under any name", { x: "9Zk2vQ8mT4xR7bW1cL6yH3", y: "a3f5c9e17b2d4860f1e3a5c7d9b0e2f4" }, ["9Zk2vQ8mT4xR7bW1cL6yH3", "a3f5c9e17b2d4860"]],
  ["Cognito's password", EVENT_TEMPLATES.find(({ id }) => id === "cognito-migrate-user")!.payload, ["not-a-real-password", "ada@example.com"]],
  ["address of a caller", { requestContext: { http: { sourceIp: "198.51.100.7" } }, headers: { "x-forwarded-for": "198.51.100.7, 10.0.0.1" } }, ["198.51.100.7"]],
  ["a log line", "2026-11-13 INFO user ada@example.org paid with 4242424242424242 token=abc123def", ["ada@example.org", "4242424242424242", "abc123def"]],
  ["a whole event in base64 with nested JSON", { body: base64(JSON.stringify({ user: { password: "hunter2" }, inner: JSON.stringify({ email: "ada@example.org" }) })), isBase64Encoded: true }, ["hunter2", "ada@example.org"]],
];

/** Every text of a value, with what is within base64 and URL encoding. */
function everyText(value: unknown): string {
  const texts: string[] = [];
  const collect = (part: unknown, depth: number): void => {
    if (typeof part === "object" && part !== null) for (const [key, member] of Object.entries(part)) [key, member].forEach((inner) => collect(inner, depth));
    else {
      const text = String(part);
      texts.push(text);
      if (depth > 5) return;
      const others = [attempt(() => decodeURIComponent(text)), attempt(() => JSON.parse(text)), /^[A-Za-z0-9+/]{12,}=*$/.test(text) ? Buffer.from(text, "base64").toString() : undefined];
      for (const other of others) if (other !== undefined && other !== text && String(other) !== text) collect(other, depth + 1);
    }
  };
  collect(value, 0);
  return texts.join("\n");
}
function attempt(act: () => unknown): unknown {
  try {
    return act();
  } catch {
    return undefined;
  }
}

describe("the corpus leaks nothing", () => {
  test.each(CORPUS)("%s", (_what, event, secrets) => {
    const before = everyText(event);
    const { event: redacted, redactions } = redactEvent(event);
    const after = everyText(redacted);
    for (const secret of secrets) {
      expect(before.includes(secret) || JSON.stringify(event).includes(secret)).toBe(true);
      expect(after).not.toContain(secret);
    }
    expect(redactions.length).toBeGreaterThan(0);
  });

  test("all of it at once, one within the other", () => {
    const { event } = redactEvent({ Records: CORPUS.map(([, inner]) => ({ body: JSON.stringify({ detail: inner }) })) });
    const after = everyText(event);
    for (const [, , secrets] of CORPUS) for (const secret of secrets) expect(after).not.toContain(secret);
  });
});

test.each<[unknown]>([
  [{ orderId: "o-4f1c09a2b7", amount: 12_390, at: 1_794_582_530_123, time: "2026-11-13T15:08:50.123Z" }],
  [{ id: "4f1c09a2-b7d3-4c8e-9f39-0d7a1c2b3e4f", arn: "arn:aws:lambda:us-east-1:123456789012:function:checkout", version: "10.0.26100.1" }],
  [{ maxTokens: 500, nextToken: null, Keys: { id: { S: "a" } }, sizeBytes: 4_111_111_111, partitionKey: "customer-42" }],
  [{ path: "/products/blue-mug-with-a-very-long-name-2026/details", note: "ring at 10.30, 3 x 12 pieces" }],
  [[null, true, 0, "", "plain", 9_007_199_254_740_991]],
  [{ body: '{ "sku":"MUG-BLUE",  "quantity": 2 }', data: "eyJza3UiOiJNVUctQkxVRSJ9" }],
])("nothing secret, nothing changed: %j", (event) => {
  expect(redactEvent(event)).toEqual({ event, redactions: [] });
});

test.each(["sqs", "sns", "s3-put", "dynamodb-stream", "kinesis", "eventbridge-schedule", "eventbridge-codebuild", "msk", "alb-multi-value"])("the template %s keeps its ids, digests and data", (id) => {
  const { payload } = EVENT_TEMPLATES.find((template) => template.id === id)!;
  const allowed = /sourceIP|x-forwarded-for|Signature|principalId/i;
  expect(redactEvent(payload).redactions.filter(({ path }) => !allowed.test(path))).toEqual([]);
});

test("the same secret gets the same stand-in, another one another; the form stays", () => {
  const { event } = redactEvent({ from: "a@example.org", to: "b@example.org", cc: "a@example.org", headers: { authorization: "Bearer abcdef123" }, cookies: ["sid=x1", "t=y2"] });
  expect(event).toEqual({ from: "redacted-1@example.com", to: "redacted-2@example.com", cc: "redacted-1@example.com", headers: { authorization: "Bearer REDACTED-token-1" }, cookies: ["sid=REDACTED-cookie-1", "t=REDACTED-cookie-2"] });
});

test("one value, one marker, which tells the kind", () => {
  const { event, redactions } = redactEvent({ password: "hunter2", note: "token=hunter2", pwd: "other", to: ["DE89370400440532013000", "GB82WEST12345698765432"], url: "postgres://shop:s3cr3t@db.internal/shop", cards: ["4242424242424242", "5555555555554444", "4242424242424242"] });
  expect(event).toEqual({
    password: "REDACTED-password-1",
    note: "token=REDACTED-password-1",
    pwd: "REDACTED-password-2",
    to: ["REDACTED-iban-1", "REDACTED-iban-2"],
    url: "postgres://shop:REDACTED-password-in-an-address-1@db.internal/shop",
    cards: ["0000000000000001", "0000000000000002", "0000000000000001"],
  });
  expect(redactions.find(({ path }) => path === "$.url")?.kind).toBe("password in an address");
});

test("each redaction names its place and kind, and can be taken back", () => {
  const event = { customer: { email: "ada@example.org" }, Records: [{ body: '{"phone":"+49 151 2345 6789"}' }] };
  const { redactions } = redactEvent(event);
  expect(redactions.map(({ path, kind }) => [path, kind])).toEqual([
    ["$.customer.email", "e-mail"],
    ["$.Records[0].body → $.phone", "phone number"],
  ]);
  const kept = redactEvent(event, new Set(["$.customer.email"]));
  expect(kept.event).toMatchObject({ customer: { email: "ada@example.org" } });
  expect(JSON.stringify(kept.event)).not.toContain("2345");
  expect(kept.redactions).toHaveLength(2);
  expect(redactEvent(event, new Set(redactions.map(({ path }) => path))).event).toEqual(event);
});

test("what was redacted is redacted no further", () => {
  const once = redactEvent({ Records: CORPUS.map(([, event]) => event) }).event;
  expect(redactEvent(once).event).toEqual(once);
});

test.each([
  ["4242424242424242", true],
  ["4242424242424241", false],
  ["378282246310005", true],
  ["1794582530123", false],
])("card %s: %s", (digits, is) => {
  expect(isCard(digits)).toBe(is);
});
