import { expect, test } from "vitest";
import { findSecretHint } from "./secret-hint";

test.each([
  ["DB_PASSWORD", "hunter22", /name says so/],
  ["API_KEY", "sk-very-hidden", /name says so/],
  ["STRIPE_APIKEY", "abcdxy", /name says so/],
  ["GITHUB_TOKEN", `ghp_${"a1B2".repeat(9)}`, /GitHub/],
  ["ID", "AKIAIOSFODNN7EXAMPLE", /AWS access key id/],
  ["HOOK", "xoxb-123456789012-abcdef", /Slack/],
  ["PAY", "sk_live_4eC39HqLyjWDarjtT1zdp7dc", /Stripe/],
  ["PEM", "-----BEGIN RSA PRIVATE KEY-----\nMIIE", /private key/],
  ["SESSION", "eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxIn0.c2lnbmF0dXJl", /JSON Web Token/],
  ["DATABASE_URL", "postgres://shop:s3cret@db.internal:5432/shop", /password in it/],
  ["CALLBACK", "https://u:p@h/", /password in it/],
  ["CACHE", "redis://:pw@cache.internal:6379", /password in it/],
  ["STORE", "AccountName=a;AccountKey=abcdef==", /password in it/],
  ["X", "wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY", /random/],
  ["SALT", "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08", /random/],
])("%s is hinted at", (key, value, hint) => {
  const found = findSecretHint(key, value);
  expect(found).toMatch(hint);
  // The hint goes to the browser: nothing of the value may.
  for (let start = 0; start + 6 <= value.length; start += 1) expect(found).not.toContain(value.slice(start, start + 6));
});

test.each([
  ["TABLE_NAME", "orders-production"],
  ["SECRET_ARN", "arn:aws:secretsmanager:us-east-1:123456789012:secret:shop-AbCdEf"],
  ["API_KEY", "arn:aws:ssm:us-east-1:123456789012:parameter/key"],
  ["TOKEN_URL", "https://login.example.com/oauth/token"],
  ["TOKEN_TTL_SECONDS", "3600"],
  ["AUTH", "true"],
  ["STAGE", "prod"],
  ["PASSWORD", ""],
  ["REQUEST_ID", "6f1c2f0e-5c1d-4f6a-9a77-3f0a3ddc2b11"],
  ["ENDPOINT", "https://abcdefghij.execute-api.us-east-1.amazonaws.com/prod"],
  ["ADDRESS", "https://host:8080/@scope/name"],
  ["QUEUE", "https://sqs.us-east-1.amazonaws.com/123456789012/orders"],
  ["LONG", "the quick brown fox jumps over the lazy dog"],
  ["NUMBERS", "12345678901234567890123456789012"],
  ["CAMEL", "thisIsALongCamelCaseNameWithoutDigits"],
  ["KEYBOARD", "qwerty"],
  ["AUTHOR", "Ada Lovelace"],
])("%s=%s is not", (key, value) => {
  expect(findSecretHint(key, value)).toBeUndefined();
});
