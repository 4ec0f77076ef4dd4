import { LOCAL_ACCOUNT_ID } from "../../local-contract.ts";
import type { Constraints } from "./constraints.ts";

const REGION = "(eusc-)?[a-z]{2}((-gov)|(-iso([a-z]?)))?-[a-z]+-\\d{1}";
export const LAYER_VERSION_ARN = `(arn:(aws[a-zA-Z-]*)?:lambda:${REGION}:\\d{12}:layer:[a-zA-Z0-9-_]+:[0-9]+)|(arn:[a-zA-Z0-9-]+:lambda:::awslayer:[a-zA-Z0-9-_]+)`;
const LAYER_NAME = `(arn:(aws[a-zA-Z-]*)?:lambda:${REGION}:\\d{12}:layer:[a-zA-Z0-9-_]+)|[a-zA-Z0-9-_]+`;
const BREACH = `Member must satisfy constraint: [Member must have length less than or equal to 2048, Member must have length greater than or equal to 1, Member must satisfy regular expression pattern: ${LAYER_VERSION_ARN}, Member must not be null]`;

export interface LayerVersionReference {
  region: string;
  accountId: string;
  layerName: string;
  version: number;
}

/** `arn:aws:lambda:<region>:<account>:layer:<name>[:<version>]` in the local account. */
export function layerArn(region: string, layerName: string, version?: number): string {
  return `arn:aws:lambda:${region}:${LOCAL_ACCOUNT_ID}:layer:${layerName}${version === undefined ? "" : `:${version}`}`;
}

/** `undefined` for AWS's own layers, which have no such parts. */
export function parseLayerVersionArn(arn: string): LayerVersionReference | undefined {
  const [, region, accountId, layerName, version] = /^arn:[^:]*:lambda:([^:]+):(\d+):layer:([^:]+):(\d+)$/.exec(arn) ?? [];
  if (region === undefined || accountId === undefined || layerName === undefined) return undefined;
  return { region, accountId, layerName, version: Number(version) };
}

/** `Layers` of a function. */
export function readLayerArns(value: unknown, constraints: Constraints): string[] | undefined {
  const pattern = new RegExp(`^(?:${LAYER_VERSION_ARN})$`);
  return constraints.texts(value, "layers", { allowed: (arn) => pattern.test(arn), breach: BREACH });
}

/** The layer's name in a path: a name or an ARN. */
export function readLayerName(text: string, constraints: Constraints): string {
  const given = constraints.text(text, "layerName", { pattern: LAYER_NAME, maxLength: 140 }) ?? "";
  return given.slice(given.lastIndexOf(":") + 1);
}
