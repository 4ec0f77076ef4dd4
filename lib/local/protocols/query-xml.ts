/** The Query protocol: form in, XML out. https://smithy.io/2.0/aws/protocols/aws-query-protocol.html */
import { escapeXml } from "./query-error.ts";
import type { AwsRequest, AwsResponse } from "./service.ts";

/** A form body as the object it stands for. Scalars stay texts: only the operation knows what they should be. */
export interface QueryInput {
  operation: string;
  members: Record<string, unknown>;
}

/** Turns `Action=ListMetrics&Dimensions.member.1.Name=x` into an object with lists. */
export function queryInput(request: AwsRequest): QueryInput {
  const form = new URLSearchParams(request.body.toString("utf8"));
  const root: Tree = new Map();
  for (const [key, value] of form) {
    if (key === "Action" || key === "Version") continue;
    plant(root, key.split("."), value);
  }
  return { operation: form.get("Action") ?? "", members: harvest(root) as Record<string, unknown> };
}

type Tree = Map<string, Tree | string>;

function plant(tree: Tree, path: readonly string[], value: string): void {
  const [name = "", ...rest] = path;
  if (rest.length === 0) {
    tree.set(name, value);
    return;
  }
  const known = tree.get(name);
  const branch: Tree = known instanceof Map ? known : new Map();
  tree.set(name, branch);
  plant(branch, rest, value);
}

function harvest(tree: Tree | string): unknown {
  if (typeof tree === "string") return tree;
  const list = tree.get("member");
  if (list instanceof Map && tree.size === 1) {
    return [...list].sort(([a], [b]) => Number(a) - Number(b)).map(([, item]) => harvest(item));
  }
  return Object.fromEntries([...tree].map(([name, branch]) => [name, harvest(branch)]));
}

/**
 * A successful answer. Lists become `<member>`s, a `Date` ISO time, a `Map` entries with key and value.
 *
 * @param namespace The service's XML namespace
 */
export function queryResponse(request: AwsRequest, operation: string, result: object, namespace: string): AwsResponse {
  const metadata = `<ResponseMetadata><RequestId>${request.requestId}</RequestId></ResponseMetadata>`;
  const body = `<${operation}Result>${xmlOf(result)}</${operation}Result>${metadata}`;
  return {
    status: 200,
    headers: { "content-type": "text/xml", "x-amzn-requestid": request.requestId },
    body: `<${operation}Response xmlns="${namespace}">${body}</${operation}Response>`,
  };
}

function xmlOf(value: unknown): string {
  if (value instanceof Date) return value.toISOString().replace(".000Z", "Z");
  if (Array.isArray(value)) return value.map((item) => `<member>${xmlOf(item)}</member>`).join("");
  if (value instanceof Map) {
    const entries = [...value].map(([key, item]) => `<entry><key>${xmlOf(key)}</key><value>${xmlOf(item)}</value></entry>`);
    return entries.join("");
  }
  if (typeof value !== "object" || value === null) return escapeXml(String(value));
  return Object.entries(value)
    .filter(([, item]) => item !== undefined)
    .map(([name, item]) => `<${name}>${xmlOf(item)}</${name}>`)
    .join("");
}
