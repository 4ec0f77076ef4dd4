/** What the batch operations share. https://docs.aws.amazon.com/AWSSimpleQueueService/latest/SQSDeveloperGuide/sqs-batch-api-actions.html */
import { objects, requiredText, type Members } from "./members.ts";
import { SqsError } from "./sqs-error.ts";

const MAX_ENTRIES = 10;
const ID = /^[\w-]{1,80}$/;

/** The entries of a batch; throws when the batch as a whole is wrong. */
export function batchEntries(members: Members): Members[] {
  const entries = objects(members, "Entries");
  if (entries.length === 0) {
    throw new SqsError("EmptyBatchRequest", "There should be at least one entry in the request.", "AWS.SimpleQueueService.EmptyBatchRequest");
  }
  if (entries.length > MAX_ENTRIES) {
    const message = `Maximum number of entries per request are ${MAX_ENTRIES}. You have sent ${entries.length}.`;
    throw new SqsError("TooManyEntriesInBatchRequest", message, "AWS.SimpleQueueService.TooManyEntriesInBatchRequest");
  }
  const ids = entries.map((entry) => requiredText(entry, "Id"));
  if (ids.some((id) => !ID.test(id))) {
    const message = "A batch entry id can only contain alphanumeric characters, hyphens and underscores. It can be at most 80 letters long.";
    throw new SqsError("InvalidBatchEntryId", message, "AWS.SimpleQueueService.InvalidBatchEntryId");
  }
  const repeated = ids.find((id, index) => ids.indexOf(id) !== index);
  if (repeated !== undefined) {
    throw new SqsError("BatchEntryIdsNotDistinct", `Id ${repeated} repeated.`, "AWS.SimpleQueueService.BatchEntryIdsNotDistinct");
  }
  return entries;
}

/** Runs each entry for itself: one that is refused does not hold up the others. */
export function runBatch(members: Members, run: (entry: Members) => object): object {
  const Successful: object[] = [];
  const Failed: object[] = [];
  for (const entry of batchEntries(members)) {
    const Id = entry["Id"];
    try {
      Successful.push({ Id, ...run(entry) });
    } catch (error) {
      if (!(error instanceof SqsError)) throw error;
      Failed.push({ Id, SenderFault: true, Code: error.queryCode, Message: error.message });
    }
  }
  return Failed.length === 0 ? { Successful } : { Successful, Failed };
}
