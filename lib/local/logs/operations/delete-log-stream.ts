import { type LogsOperation, requestedGroup, requestedStream } from "../logs-context.ts";

/** Deletes the stream with its events. */
export const deleteLogStream: LogsOperation = (context, members) => {
  const stream = requestedStream(context, requestedGroup(context, members), members);
  context.telemetry.logs.deleteStream(stream.id);
  return {};
};
