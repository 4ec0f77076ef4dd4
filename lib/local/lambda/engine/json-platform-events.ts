import type { Clock } from "../../clock.ts";
import type { FunctionVersion } from "../function-version.ts";
import { billedDurationMs, type InitializationType, type PlatformEvents } from "./platform-events.ts";
import { runtimeVersion } from "./runtime-version.ts";

const RANKS = { DEBUG: 0, INFO: 1, WARN: 2 } as const;
type Level = keyof typeof RANKS;

const rounded = (durationMs: number): number => Math.round(durationMs * 1000) / 1000;

/**
 * The records of LogFormat JSON with the level at which each is written; there is no "end" record.
 * https://docs.aws.amazon.com/lambda/latest/dg/telemetry-schema-reference.html and monitoring-cloudwatchlogs-log-level.html
 */
export function jsonPlatformEvents(
  version: FunctionVersion,
  clock: Clock,
  initializationType: InitializationType,
): PlatformEvents {
  const { Runtime, LoggingConfig } = version.configuration;
  const runtime = runtimeVersion(version.region, Runtime);
  const wanted = LoggingConfig.SystemLogLevel;
  const floor = wanted === "DEBUG" || wanted === "WARN" ? RANKS[wanted] : RANKS.INFO;
  const write = (level: Level, type: string, record: object): string[] => {
    if (RANKS[level] < floor) return [];
    return [`${JSON.stringify({ time: new Date(clock.now()).toISOString(), type: `platform.${type}`, record })}\n`];
  };
  return {
    initStart: (phase) =>
      write("INFO", "initStart", {
        initializationType,
        phase,
        functionName: version.functionName,
        functionVersion: version.version,
        runtimeVersion: runtime.name,
        runtimeVersionArn: runtime.arn,
      }),
    initFailed: ({ phase, durationMs, status, errorType }) => [
      ...write("WARN", "initRuntimeDone", { initializationType, phase, status, errorType }),
      ...write("DEBUG", "initReport", { initializationType, phase, status, errorType, metrics: { durationMs: rounded(durationMs) } }),
    ],
    start: (requestId) => write("INFO", "start", { requestId, functionArn: version.functionArn, version: version.version }),
    notStarted: (requestId, reason) => {
      const timestamp = new Date(clock.now()).toISOString();
      return [`${JSON.stringify({ timestamp, level: "ERROR", requestId, errorType: "Runtime.InvalidEntrypoint", message: reason })}\n`];
    },
    end: () => [],
    report: (report) => [
      ...write(report.status === "success" ? "DEBUG" : "WARN", "runtimeDone", {
        requestId: report.requestId,
        status: report.status,
        errorType: report.errorType,
        metrics: { durationMs: rounded(report.durationMs) },
      }),
      ...write("INFO", "report", {
        requestId: report.requestId,
        metrics: {
          durationMs: rounded(report.durationMs),
          billedDurationMs: billedDurationMs(report),
          memorySizeMB: report.memorySizeMb,
          maxMemoryUsedMB: report.maxMemoryUsedMb,
          initDurationMs: report.initMs === undefined ? undefined : rounded(report.initMs),
        },
        status: report.status,
        errorType: report.errorType,
      }),
    ],
  };
}
