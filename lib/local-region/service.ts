import "server-only";
import { once } from "node:events";
import { type IncomingMessage, request } from "node:http";
import { json } from "node:stream/consumers";
import { requireConnection } from "@/lib/connections/service";
import { serverEnvironment } from "@/lib/env";
import { AppError } from "@/lib/errors";
import { LOCAL_CONTROL_PATHS } from "@/lib/local-contract";
import { localRegionStatusSchema, type LocalRegionStatusView } from "./schema";

const DEADLINE_MS = 5_000;

/** Traffic and simulated history of the local region; `not_found` on any other connection. */
export async function localRegionStatus(connectionId: string): Promise<LocalRegionStatusView> {
  return control(connectionId, LOCAL_CONTROL_PATHS.status);
}

/** Pauses or resumes the sample shop's traffic; it stays so over restarts. */
export async function setTrafficPaused(connectionId: string, paused: boolean): Promise<LocalRegionStatusView> {
  return control(connectionId, LOCAL_CONTROL_PATHS.traffic, { paused });
}

async function control(connectionId: string, path: string, body?: unknown): Promise<LocalRegionStatusView> {
  const { kind } = await requireConnection(connectionId);
  const { WARMSTART_LOCAL_ENDPOINT: endpoint, WARMSTART_LOCAL_SECRET_ACCESS_KEY: key } = serverEnvironment();
  if (kind !== "local" || !endpoint || !key) throw new AppError("not_found", "Only the local region has traffic of its own.");
  const { status, answer } = await send(new URL(path, endpoint), key, body);
  const parsed = localRegionStatusSchema.safeParse(answer);
  if (status === 200 && parsed.success) return parsed.data;
  throw new AppError("unreachable", `The local region answered ${status} to ${path}.`, {
    hint: "It may be older or newer than the dashboard: start Warmstart again.",
  });
}

/** Not `fetch`: that sends a browser's `sec-fetch-mode`, by which the region keeps web pages out. */
async function send(url: URL, key: string, body: unknown): Promise<{ status: number | undefined; answer: unknown }> {
  try {
    const outgoing = request(url, {
      method: body === undefined ? "GET" : "POST",
      headers: { authorization: `Bearer ${key}`, "content-type": "application/json" },
      signal: AbortSignal.timeout(DEADLINE_MS),
    });
    outgoing.end(body === undefined ? undefined : JSON.stringify(body));
    const [response] = (await once(outgoing, "response")) as [IncomingMessage];
    return { status: response.statusCode, answer: await json(response) };
  } catch (cause) {
    throw new AppError("unreachable", "The local region does not answer.", { hint: "Is it still running in the terminal?", cause });
  }
}
