import "server-only";
import { configuredRegion } from "./configured-region";
import { factsOf } from "./error-facts";
import { processState } from "./process-state";
import { redact } from "./redact";
import { connectionCredentials, type SharedCredentials } from "./shared-credentials";

/** AWS's default credential chain, when it yields something or fails with a reason worth showing. */
export interface DefaultCredentials {
  credentials: SharedCredentials;
  region: string;
  /** Credentials are set up and do not work, for instance an SSO sign-in that ended. */
  problem?: string;
}

interface Check {
  answer: Promise<DefaultCredentials | undefined>;
  atMs: number;
}

/** Long enough that nobody waits for instance metadata twice in a row, short enough to notice `aws sso login`. */
const RECHECK_AFTER_MS = 60_000;

/**
 * Whether this machine has AWS credentials, asked once and then again at most once a minute until it has. Only the very
 * first caller waits (at most about a second, for instance metadata); later ones get the last answer at once.
 */
export function defaultCredentials(): Promise<DefaultCredentials | undefined> {
  const state = processState<{ check?: Check }>("default-credentials", () => ({}));
  state.check ??= { answer: checkChain(), atMs: Date.now() };
  const { check } = state;
  if (Date.now() - check.atMs > RECHECK_AFTER_MS) {
    check.atMs = Date.now();
    void recheck(check);
  }
  return check.answer;
}

async function recheck(check: Check): Promise<void> {
  const previous = await check.answer;
  if (previous && !previous.problem) return;
  const next = await checkChain();
  check.answer = Promise.resolve(next);
}

async function checkChain(): Promise<DefaultCredentials | undefined> {
  const region = await configuredRegion();
  const credentials = connectionCredentials({ region });
  try {
    await credentials();
    return { credentials, region };
  } catch (error) {
    const problem = problemOf(error);
    return problem === undefined ? undefined : { credentials, region, problem };
  }
}

/** undefined when nothing is set up at all, which is no mistake: the connection is then simply not offered. */
function problemOf(error: unknown): string | undefined {
  const { message } = factsOf(error);
  const asked = process.env.AWS_PROFILE || process.env.AWS_ACCESS_KEY_ID || process.env.AWS_WEB_IDENTITY_TOKEN_FILE;
  // Without any configuration the chain ends with these words, or with the instance metadata that no laptop has.
  const nothingFound = message.startsWith("Could not load credentials") || /metadata|169\.254|EHOSTUNREACH|TimeoutError/i.test(message);
  return asked || !nothingFound ? `The AWS credentials do not work: ${redact(message)}` : undefined;
}
