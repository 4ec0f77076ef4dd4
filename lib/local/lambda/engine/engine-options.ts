import type { Clock } from "../../clock.ts";
import type { Telemetry } from "../../telemetry.ts";
import type { AsyncBehaviour } from "../async/async-outcome.ts";
import type { FunctionVersion } from "../function-version.ts";
import type { AccountLimits } from "../invocation-engine.ts";

export interface InvocationEngineOptions {
  /** The region's directory: `queue.db`, `environments/` and `pycache/` are made in it. */
  directory: string;
  clock: Clock;
  telemetry: Telemetry;
  limits: AccountLimits;
  /** What functions see as their role's credentials; good for the local region only. */
  credentials: { accessKeyId: string; secretAccessKey: string; sessionToken?: string };
  /** For queued events, at each attempt; `undefined` when the function is gone. */
  resolveVersion(region: string, functionName: string, qualifier: string): FunctionVersion | undefined;
  /** Limits and deliveries of queued events; AWS's defaults and no destinations when absent. */
  asyncBehaviour?: AsyncBehaviour;
  /** How long an environment may be idle; 6 minutes. */
  idleMs?: number;
  /** Lambda's limit for the init of an on-demand environment; 10 seconds. */
  initLimitMs?: number;
  log?(message: string): void;
}
