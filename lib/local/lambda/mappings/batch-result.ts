/**
 * Which messages of a batch have failed, from what the function answered.
 * https://docs.aws.amazon.com/lambda/latest/dg/services-sqs-errorhandling.html
 */
export type BatchFailures = { kind: "none" } | { kind: "all" } | { kind: "some"; messageIds: ReadonlySet<string> };

const NONE: BatchFailures = { kind: "none" };
const ALL: BatchFailures = { kind: "all" };

/** An answer that cannot be understood, or that names messages which were not in the batch, fails the whole batch. */
export function batchFailures(payload: Buffer, messageIds: ReadonlySet<string>): BatchFailures {
  const text = payload.toString("utf8").trim();
  if (text === "" || text === '""' || text === "null") return NONE;
  let answer: unknown;
  try {
    answer = JSON.parse(text);
  } catch {
    return ALL;
  }
  if (typeof answer !== "object" || answer === null) return ALL;
  const { batchItemFailures: failures } = answer as { batchItemFailures?: unknown };
  if (failures === undefined || failures === null) return NONE;
  if (!Array.isArray(failures)) return ALL;
  if (failures.length === 0) return NONE;
  const failed = failures.map((failure) => (failure as { itemIdentifier?: unknown } | null)?.itemIdentifier);
  if (!failed.every((id): id is string => typeof id === "string" && messageIds.has(id))) return ALL;
  return { kind: "some", messageIds: new Set(failed) };
}
