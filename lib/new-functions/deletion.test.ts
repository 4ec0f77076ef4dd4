import { expect, test } from "vitest";
import { describeDeletion } from "./deletion";

const plain = { versions: 0, aliases: [], urls: 0, hasPolicy: false, mappings: [], logGroup: "/aws/lambda/one", roleArn: "arn:aws:iam::000000000000:role/service-role/one" };

test("a plain function leaves its logs and role", () => {
  const { goes, stays } = describeDeletion(plain);
  expect(goes).toHaveLength(1);
  expect(stays).toEqual(["The log group /aws/lambda/one with what it holds, which goes on costing storage.", "The execution role one.", expect.stringContaining("from outside")]);
});

test("everything around it is named, once", () => {
  const { goes, stays } = describeDeletion({
    ...plain,
    versions: 3,
    aliases: ["prod", "beta"],
    urls: 1,
    hasPolicy: true,
    reservedConcurrency: 0,
    mappings: [{ sourceArn: "arn:aws:sqs:us-east-1:000000000000:orders" }, {}],
    deadLetterArn: "arn:aws:sqs:us-east-1:000000000000:dead",
  });
  expect(goes.join(" ")).toMatch(/3 published versions\. .* aliases prod, beta\. .* 1 function URL: its address .* reserved concurrency of 0/);
  expect(stays.join(" ")).toMatch(/2 event source mappings \(orders, self-managed Kafka\): AWS does not delete them, and they fail .* dead-letter queue dead/);
});
