import { randomUUID } from "node:crypto";
import { isDeepStrictEqual } from "node:util";
import type { FunctionRecord, VersionRecord } from "./function-record.ts";

/**
 * The version that publishing makes of `$LATEST`, or `last` itself when code and configuration are still the same.
 * `description` goes to the version only. https://docs.aws.amazon.com/lambda/latest/api/API_PublishVersion.html
 */
export function publishedVersion(
  latest: FunctionRecord,
  last: VersionRecord | undefined,
  { description, nowMs }: { description: string | undefined; nowMs: number },
): VersionRecord {
  if (last && isSame(latest, last)) return last;
  const { region, functionName, current, state, runtimeManagement } = latest;
  const isReady = state === "Active" && latest.lastUpdateStatus === "Successful";
  return {
    region,
    functionName,
    version: String(latest.lastVersion + 1),
    current: {
      configuration: { ...current.configuration, Description: description ?? current.configuration.Description },
      code: current.code,
      generation: randomUUID(),
    },
    state: isReady ? "Active" : "Pending",
    lastUpdateStatus: "Successful",
    revisionId: randomUUID(),
    lastModifiedMs: nowMs,
    sourceDescription: current.configuration.Description,
    ...(runtimeManagement ? { runtimeManagement } : {}),
  };
}

function isSame(latest: VersionRecord, last: VersionRecord): boolean {
  const published = { ...last.current.configuration, Description: last.sourceDescription };
  return latest.current.code.id === last.current.code.id && isDeepStrictEqual(latest.current.configuration, published);
}
