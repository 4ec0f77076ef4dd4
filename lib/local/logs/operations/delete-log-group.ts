import { type LogsOperation, requestedGroup } from "../logs-context.ts";

/** Deletes the group with its streams and events. */
export const deleteLogGroup: LogsOperation = (context, members) => {
  context.telemetry.logs.deleteGroup(requestedGroup(context, members).id);
  return {};
};
