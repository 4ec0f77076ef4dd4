import type { FunctionVersion } from "../function-version.ts";
import { billedDurationMs, type InvocationReport, type PlatformEvents } from "./platform-events.ts";
import { runtimeVersion } from "./runtime-version.ts";

/** The lines of LogFormat Text: docs.aws.amazon.com/lambda/latest/dg/monitoring-cloudwatchlogs.html */
export function textPlatformEvents(version: FunctionVersion): PlatformEvents {
  const runtime = runtimeVersion(version.region, version.configuration.Runtime);
  return {
    initStart: () => [`INIT_START Runtime Version: ${runtime.name}\tRuntime Version ARN: ${runtime.arn}\n`],
    initFailed: ({ phase, durationMs, status, errorType }) => [
      `INIT_REPORT Init Duration: ${durationMs.toFixed(2)} ms\tPhase: ${phase}\tStatus: ${status}${errorMember(errorType)}\n`,
    ],
    start: (requestId) => [`START RequestId: ${requestId} Version: ${version.version}\n`],
    notStarted: (requestId, reason) => [`RequestId: ${requestId} Error: ${reason}\nRuntime.InvalidEntrypoint\n`],
    end: (requestId) => [`END RequestId: ${requestId}\n`],
    report: (report) => [reportLine(report)],
  };
}

const errorMember = (errorType: string | undefined): string => (errorType === undefined ? "" : `\tError Type: ${errorType}`);

function reportLine(report: InvocationReport): string {
  const { requestId, durationMs, initMs, status, errorType, handled } = report;
  const init = initMs === undefined ? "" : `Init Duration: ${initMs.toFixed(2)} ms\t`;
  const failure = status === "success" || handled ? "" : `Status: ${status}${errorMember(errorType)}`;
  return (
    `REPORT RequestId: ${requestId}\tDuration: ${durationMs.toFixed(2)} ms\tBilled Duration: ${billedDurationMs(report)} ms\t` +
    `Memory Size: ${report.memorySizeMb} MB\tMax Memory Used: ${report.maxMemoryUsedMb} MB\t${init}${failure}\n`
  );
}
