import { parseReportLine, type ReportLine } from "./report-line";

/**
 * Finds the REPORT in the tail that Invoke answers with `LogType: Tail`: the last 4 KB of the invocation's log, which may
 * begin in the middle of a line. https://docs.aws.amazon.com/lambda/latest/api/API_Invoke.html
 *
 * Read from the end, since a function may print lines that look like a REPORT and the platform's own comes last. With
 * `requestId` only that invocation's line counts.
 */
export function findReportInTail(logTail: string, requestId?: string): ReportLine | undefined {
  const lines = logTail.split("\n");
  for (let index = lines.length - 1; index >= 0; index -= 1) {
    const report = parseReportLine(lines[index] ?? "");
    if (report && (requestId === undefined || report.requestId === requestId)) return report;
  }
  return undefined;
}
