import type { IncomingMessage } from "node:http";
import type { RuntimeSession } from "./runtime-session.ts";

export interface RuntimeApiAnswer {
  status: number;
  headers: Readonly<Record<string, string>>;
  body: Buffer;
}

/** One route of the Runtime API. `requestId` comes from the path. Throws `RuntimeApiError`. */
export type RuntimeApiRoute = (session: RuntimeSession, request: IncomingMessage, requestId: string) => Promise<RuntimeApiAnswer>;

/** `{"status":"OK"}`, what AWS answers to everything that a runtime posts. */
export const ACCEPTED: RuntimeApiAnswer = {
  status: 202,
  headers: { "content-type": "application/json" },
  body: Buffer.from(`{"status":"OK"}\n`),
};
