import type { Clock } from "../../clock.ts";
import type { ListenerReserve } from "../../runtime-api/listener-reserve.ts";
import type { Telemetry } from "../../telemetry.ts";
import type { InvocationEngineOptions } from "./engine-options.ts";
import type { Interpreters } from "./interpreter.ts";
import type { ProcessReaper } from "./process-reaper.ts";

/** What every execution environment of the engine shares. */
export interface EnvironmentServices {
  directory: string;
  clock: Clock;
  telemetry: Telemetry;
  credentials: InvocationEngineOptions["credentials"];
  interpreters: Interpreters;
  listeners: ListenerReserve;
  reaper: ProcessReaper;
  /** Limit for init outside of an invocation. */
  initLimitMs: number;
}
