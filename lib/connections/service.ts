import "server-only";
import { createAnswerCache } from "@/lib/aws/answer-cache";
import { allConnectionSettings, type ConnectionSettings, connectionSettings } from "@/lib/aws/connection-settings";
import { rememberAccountId } from "@/lib/aws/known-accounts";
import { processState } from "@/lib/aws/process-state";
import { getCallerIdentity } from "@/lib/aws/sts";
import { AppError, isAppError } from "@/lib/errors";
import { modeRefusal } from "./mode-refusal";
import type { Connection, ConnectionList } from "./schema";

/** A connection that exists, without asking AWS anything. */
export type ResolvedConnection = Pick<Connection, "id" | "name" | "kind" | "mode" | "modeSource" | "regions">;

interface Identity {
  accountId?: string;
  problem?: string;
}

const ACCOUNT_TTL_MS = 60 * 60_000;
/** A failure is asked again soon: signing in should show without a restart. */
const PROBLEM_TTL_MS = 15_000;

const identities = () => processState("identities", () => createAnswerCache<Identity>({ maxEntries: 100 }));

/** Every connection with its account, asked of AWS in parallel and kept; one that does not work says why. */
export async function listConnections(): Promise<ConnectionList> {
  const all = await allConnectionSettings();
  return { connections: await Promise.all(all.map(describe)) };
}

/** The connection of an address; `not_found` when the operator set up none of that name. */
export async function requireConnection(id: string): Promise<ResolvedConnection> {
  const { name, kind, mode, modeSource, regions } = await connectionSettings(id);
  return { id, name, kind, mode, modeSource, regions };
}

/** Throws `forbidden_by_mode`, with the reason and the way to change it, when the connection's mode does not reach that far. */
export async function requireMode(connectionId: string, needed: "invoke" | "operate"): Promise<void> {
  const refusal = modeRefusal(await requireConnection(connectionId), needed);
  if (refusal) throw new AppError("forbidden_by_mode", refusal.message, { hint: refusal.hint });
}

async function describe(settings: ConnectionSettings): Promise<Connection> {
  const { id, name, kind, mode, modeSource, endpointHost, regions, problem } = settings;
  const connection = { id, name, kind, mode, modeSource, endpointHost, regions };
  if (problem) return { ...connection, problem };
  return { ...connection, ...(await identify(settings)) };
}

/** The local region has one account, known beforehand, but is asked too: the answer says whether it runs. */
function identify(settings: ConnectionSettings): Promise<Identity> {
  const ttlMs = ({ problem }: Identity) => (problem ? PROBLEM_TTL_MS : ACCOUNT_TTL_MS);
  return identities().get(settings.id, { ttlMs }, () => askIdentity(settings));
}

async function askIdentity({ id, regions }: ConnectionSettings): Promise<Identity> {
  try {
    const { accountId } = await getCallerIdentity({ connectionId: id, region: regions[0] ?? "us-east-1" });
    if (accountId) rememberAccountId(id, accountId);
    return { accountId };
  } catch (error) {
    if (!isAppError(error)) throw error;
    return { problem: [error.message, error.details.hint].filter(Boolean).join(" ") };
  }
}
