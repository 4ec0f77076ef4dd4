/** Links to uploaded packages, as GetFunction hands them out: open to their holder for ten minutes. */
import { createHmac, randomBytes, timingSafeEqual } from "node:crypto";

const VALID_MS = 10 * 60_000;
const PATH = /^\/_warmstart\/code\/([0-9a-f]{64})\.zip$/;

export interface CodeLinks {
  /** Path and query of a new link. */
  create(codeId: string, nowMs: number): string;
  /** Code id of a link that is ours and still valid; `undefined` for every other. */
  open(path: string, query: URLSearchParams, nowMs: number): string | undefined;
}

/** Links end with the process: its key is drawn anew at each start. */
export function createCodeLinks(): CodeLinks {
  const key = randomBytes(32);
  const tokenOf = (codeId: string, expiresMs: number) =>
    createHmac("sha256", key).update(`${codeId}/${expiresMs}`).digest("hex");
  return {
    create(codeId, nowMs) {
      const expiresMs = nowMs + VALID_MS;
      return `/_warmstart/code/${codeId}.zip?expires=${expiresMs}&token=${tokenOf(codeId, expiresMs)}`;
    },
    open(path, query, nowMs) {
      const codeId = PATH.exec(path)?.[1];
      const expiresMs = Number(query.get("expires"));
      if (codeId === undefined || !(expiresMs > nowMs)) return undefined;
      const given = Buffer.from(query.get("token") ?? "");
      const expected = Buffer.from(tokenOf(codeId, expiresMs));
      return given.length === expected.length && timingSafeEqual(given, expected) ? codeId : undefined;
    },
  };
}

/** Whether the path is of such links, valid or not. */
export function isCodeLink(path: string): boolean {
  return PATH.test(path);
}
