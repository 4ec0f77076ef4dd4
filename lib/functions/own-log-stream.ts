/**
 * Whether a log stream is the function's own. In a log group of its own choice, which several functions may share, AWS names
 * the function in the stream: `2026/11/20/checkout[$LATEST]6bc2…`, else `2026/11/20/[$LATEST]6bc2…`.
 * https://docs.aws.amazon.com/lambda/latest/dg/monitoring-cloudwatchlogs-loggroups.html
 */
export function isOwnLogStream(logStream: string, functionName: string): boolean {
  const owner = /^\d{4}\/\d{2}\/\d{2}\/([^[]*)\[/.exec(logStream)?.[1];
  return !owner || owner === functionName;
}
