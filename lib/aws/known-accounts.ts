import "server-only";
import { processState } from "./process-state";

const accounts = () => processState("known-accounts", () => new Map<string, string>());

/** Account id of a connection once GetCallerIdentity has answered. */
export function knownAccountId(connectionId: string): string | undefined {
  return accounts().get(connectionId);
}

export function rememberAccountId(connectionId: string, accountId: string): void {
  accounts().set(connectionId, accountId);
}
