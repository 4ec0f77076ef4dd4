import { LOCAL_ACCOUNT_ID } from "../../local-contract.ts";

/** One standard queue of one region. Replaced when it changes. */
export interface Queue {
  id: number;
  region: string;
  name: string;
  /** As the owner set them, for instance `{ VisibilityTimeout: "60" }`; the rest has AWS's defaults. */
  attributes: Readonly<Record<string, string>>;
  tags: Readonly<Record<string, string>>;
  /** Epoch milliseconds. */
  createdMs: number;
  modifiedMs: number;
}

export function queueArn(region: string, name: string): string {
  return `arn:aws:sqs:${region}:${LOCAL_ACCOUNT_ID}:${name}`;
}

const ARN = /^arn:aws[a-z-]*:sqs:([a-z0-9-]+):(\d{12}):([\w-]{1,80})$/;

/** Region and name; `undefined` for what is no ARN of a standard queue of this account. */
export function parseQueueArn(arn: string): { region: string; name: string } | undefined {
  const [, region, account, name] = ARN.exec(arn) ?? [];
  return region === undefined || name === undefined || account !== LOCAL_ACCOUNT_ID ? undefined : { region, name };
}
