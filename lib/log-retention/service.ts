import "server-only";
import { type ChangeToRecord, recordChange } from "@/lib/activity/service";
import { getFunctionConfiguration } from "@/lib/aws/lambda-functions";
import { getLogRetention, setLogRetention } from "@/lib/aws/log-retention";
import type { FunctionPlace } from "@/lib/db/test-events";
import { AppError } from "@/lib/errors";
import { diffRetention } from "./retention";

/** Days that the function's log group keeps events; undefined = for ever. `not_found` when it has not logged anything yet. */
export async function readLogRetention(place: FunctionPlace): Promise<number | undefined> {
  return (await read(place)).days;
}

async function read(place: FunctionPlace): Promise<{ group: string; days?: number }> {
  const target = targetOf(place);
  const { logGroup: group } = await getFunctionConfiguration(target, place.functionName);
  const retention = await getLogRetention(target, group);
  if (!retention) throw new AppError("not_found", `There is no log group ${group} yet: the function has not logged anything.`);
  return { group, days: retention.days };
}

/** Sets it, as a recorded change; answers the change's id, or undefined when it was so already. */
export async function changeLogRetention(place: FunctionPlace, days: number | undefined, columns: Pick<ChangeToRecord, "undoesId" | "batchId"> = {}): Promise<string | undefined> {
  const present = await read(place);
  const fields = diffRetention(present.days, days);
  if (fields.length === 0) return undefined;
  const { changeId } = await recordChange(place, { kind: "log_retention", fields, ...columns }, () => setLogRetention(targetOf(place), present.group, days));
  return changeId;
}

function targetOf({ connection, region }: FunctionPlace): { connectionId: string; region: string } {
  return { connectionId: connection, region };
}
