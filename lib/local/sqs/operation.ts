import { LOCAL_ACCOUNT_ID } from "../../local-contract.ts";
import { requiredText, type Members } from "./members.ts";
import type { Queue } from "./queue.ts";
import type { Queues } from "./queues.ts";
import { queueDoesNotExist } from "./sqs-error.ts";

/** Whoever holds the region's one key. */
export const OWN_SENDER_ID = "AIDALOCALREGIONUSER00";

/** What operations work with. */
export interface SqsContext {
  queues: Queues;
  region: string;
  /** Origin that the caller used, for instance `http://127.0.0.1:9400`: queue URLs begin with it. */
  origin: string;
  /** Aborts when the caller hangs up. */
  signal: AbortSignal;
}

/** Answers the members of the result; throws `SqsError`. */
export type SqsOperation = (context: SqsContext, members: Members) => object | Promise<object>;

export function queueUrl({ origin }: SqsContext, { name }: Pick<Queue, "name">): string {
  return `${origin}/${LOCAL_ACCOUNT_ID}/${name}`;
}

/** The queue of `QueueUrl`, whatever host the URL has: hosts change, names do not. */
export function findQueue({ queues, region }: SqsContext, members: Members): Queue {
  const [account, name] = requiredText(members, "QueueUrl").split("/").slice(-2);
  const queue = account === LOCAL_ACCOUNT_ID && name !== undefined ? queues.find(region, name) : undefined;
  if (!queue) throw queueDoesNotExist();
  return queue;
}
