/** What the dashboard and the local region know of each other. Imports nothing: both processes read it. */

/** Account id of the local region; AWS never hands this one out. */
export const LOCAL_ACCOUNT_ID = "000000000000";
/** Regions of the local region that the sample shop uses; any other region name works too. */
export const LOCAL_REGIONS = ["us-east-1", "eu-west-1"] as const;
export const LOCAL_HOST = "127.0.0.1";
export const LOCAL_DEFAULT_PORT = 9400;

/**
 * Paths outside AWS's APIs, for Warmstart only. They want `authorization: Bearer <secret access key>`.
 * - health: GET, open, `{ "status": "ok" }`
 * - status: GET, `LocalRegionStatus`
 * - traffic: POST `{ "paused": boolean }`, answers `LocalRegionStatus`
 */
export const LOCAL_CONTROL_PATHS = {
  health: "/_warmstart/health",
  status: "/_warmstart/status",
  traffic: "/_warmstart/traffic",
} as const;

/** What the local region says of itself and its sample shop. Times are epoch milliseconds. */
export interface LocalRegionStatus {
  /** What really runs: one version stands for all of a language's runtimes. Absent when the machine has none. */
  interpreters: { nodejs: string; python?: string };
  traffic: { enabled: boolean; paused: boolean };
  /** `undefined` when this data directory never had simulated history. `until` is exclusive. */
  simulatedHistory?: {
    fromMs: number;
    untilMs: number;
    functions: { region: string; functionName: string }[];
  };
}
