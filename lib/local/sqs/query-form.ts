/**
 * SQS's own flavour of the Query protocol, as clients before 2024 speak it: lists stand flat in the form and in the
 * answer. https://smithy.io/2.0/aws/protocols/aws-query-protocol.html
 */
import { escapeXml } from "../protocols/query-error.ts";
import type { AwsRequest, AwsResponse } from "../protocols/service.ts";
import type { Members } from "./members.ts";

const NAMESPACE = "http://queue.amazonaws.com/doc/2012-11-05/";
/** Flat form lists and the members that they are in the JSON protocol. */
const LISTS: Readonly<Record<string, string>> = {
  AttributeName: "AttributeNames",
  MessageAttributeName: "MessageAttributeNames",
  MessageSystemAttributeName: "MessageSystemAttributeNames",
  TagKey: "TagKeys",
};
const MAPS: Readonly<Record<string, string>> = {
  Attribute: "Attributes",
  MessageAttribute: "MessageAttributes",
  MessageSystemAttribute: "MessageSystemAttributes",
  Tag: "Tags",
};
/** Element names of the answer's lists and maps. */
const ELEMENTS: Readonly<Record<string, string>> = {
  QueueUrls: "QueueUrl",
  queueUrls: "QueueUrl",
  Messages: "Message",
  Attributes: "Attribute",
  MessageAttributes: "MessageAttribute",
  Tags: "Tag",
  Failed: "BatchResultErrorEntry",
};

interface Tree {
  [name: string]: Tree | string;
}

/** The form as the JSON protocol would have sent it. */
export function formMembers(request: AwsRequest): { operation: string; members: Members } {
  const form = new URLSearchParams(request.body.toString("utf8"));
  const root: Tree = {};
  for (const [key, value] of form) if (key !== "Action" && key !== "Version") plant(root, key.split("."), value);
  const operation = form.get("Action") ?? "";
  const members = membersOf(root);
  // CreateQueue alone spells the member in lower case.
  return { operation, members: operation === "CreateQueue" ? { ...members, tags: members["Tags"] } : members };
}

function plant(tree: Tree, [name = "", ...rest]: readonly string[], value: string): void {
  if (rest.length === 0) {
    tree[name] = value;
    return;
  }
  const known = tree[name];
  const branch = typeof known === "object" ? known : {};
  tree[name] = branch;
  plant(branch, rest, value);
}

function membersOf(tree: Tree): Record<string, unknown> {
  return Object.fromEntries(Object.entries(tree).map(([name, value]) => memberOf(name, value)));
}

function memberOf(name: string, value: Tree | string): [string, unknown] {
  if (typeof value === "string") return [name, value];
  const items = Object.keys(value)
    .sort((a, b) => Number(a) - Number(b))
    .map((index) => value[index] ?? "");
  const list = LISTS[name];
  if (list !== undefined) return [list, items];
  const map = MAPS[name];
  if (map !== undefined) return [map, Object.fromEntries(items.map(entryOf))];
  if (name.endsWith("RequestEntry")) return ["Entries", items.map((item) => membersOf(item as Tree))];
  return [name, membersOf(value)];
}

function entryOf(item: Tree | string): [string, unknown] {
  const { Name, Key, Value = "" } = item as Tree;
  return [String(Name ?? Key), Value];
}

export function formAnswer(request: AwsRequest, operation: string, result: object): AwsResponse {
  const body = Object.entries(result).map(([name, value]) => elements(operation, name, value)).join("");
  const metadata = `<ResponseMetadata><RequestId>${request.requestId}</RequestId></ResponseMetadata>`;
  return {
    status: 200,
    headers: { "content-type": "text/xml" },
    body: `<${operation}Response xmlns="${NAMESPACE}"><${operation}Result>${body}</${operation}Result>${metadata}</${operation}Response>`,
  };
}

function elements(operation: string, name: string, value: unknown): string {
  const element = name === "Successful" ? `${operation}ResultEntry` : (ELEMENTS[name] ?? name);
  if (Array.isArray(value)) return value.map((item) => `<${element}>${contentOf(operation, item)}</${element}>`).join("");
  if (typeof value !== "object" || value === null) return `<${element}>${contentOf(operation, value)}</${element}>`;
  const key = name === "Tags" ? "Key" : "Name";
  const entries = Object.entries(value).map(
    ([entry, item]) => `<${element}><${key}>${escapeXml(entry)}</${key}><Value>${contentOf(operation, item)}</Value></${element}>`,
  );
  return entries.join("");
}

function contentOf(operation: string, value: unknown): string {
  if (typeof value !== "object" || value === null) return escapeXml(String(value));
  return Object.entries(value).map(([name, item]) => elements(operation, name, item)).join("");
}
