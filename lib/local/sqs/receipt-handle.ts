import { randomBytes } from "node:crypto";

/** One hand-out of one message; `nonce` tells the latest from older ones. */
export interface Receipt {
  rowId: number;
  nonce: string;
}

export function newNonce(): string {
  return randomBytes(18).toString("base64url");
}

export function receiptHandle({ rowId, nonce }: Receipt, messageId: string): string {
  return Buffer.from(`${messageId} ${rowId} ${nonce}`).toString("base64");
}

/** `undefined` for what was never a handle of ours. */
export function parseReceiptHandle(handle: string): Receipt | undefined {
  const [, rowId, nonce] = /^[0-9a-f-]{36} (\d+) ([\w-]+)$/.exec(Buffer.from(handle, "base64").toString()) ?? [];
  return rowId === undefined || nonce === undefined ? undefined : { rowId: Number(rowId), nonce };
}
