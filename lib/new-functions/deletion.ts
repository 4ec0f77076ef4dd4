/** What DeleteFunction takes along and what it leaves behind. https://docs.aws.amazon.com/lambda/latest/api/API_DeleteFunction.html */
import type { DeletionPreview } from "./schema";

interface Surrounding {
  versions: number;
  aliases: readonly string[];
  urls: number;
  hasPolicy: boolean;
  reservedConcurrency?: number;
  mappings: readonly { sourceArn?: string }[];
  logGroup: string;
  roleArn: string;
  deadLetterArn?: string;
  codeSizeBytes?: number;
}

/** Sentences for the person who is about to delete. */
export function describeDeletion(found: Surrounding): DeletionPreview {
  const { versions, aliases, urls, hasPolicy, reservedConcurrency, mappings, logGroup, roleArn, deadLetterArn, codeSizeBytes } = found;
  const goes = [
    "The function with its code and configuration: both are kept by Warmstart, for Undo.",
    versions > 0 && `${counted(versions, "published version")}. Undo does not bring ${versions === 1 ? "it" : "them"} back.`,
    aliases.length > 0 && `${aliases.length === 1 ? "The alias" : "The aliases"} ${aliases.join(", ")}. Undo does not bring ${aliases.length === 1 ? "it" : "them"} back.`,
    urls > 0 && `${counted(urls, "function URL")}: ${urls === 1 ? "its address" : "their addresses"} cannot be had again.`,
    hasPolicy && "The resource policy: who may invoke it has to be allowed again after Undo.",
    reservedConcurrency !== undefined && `Its reserved concurrency of ${reservedConcurrency}. Undo sets it again.`,
  ];
  const stays = [
    mappings.length > 0 && `${counted(mappings.length, "event source mapping")} (${mappings.map(({ sourceArn }) => sourceArn?.split(":").at(-1) ?? "self-managed Kafka").join(", ")}): AWS does not delete ${mappings.length === 1 ? "it" : "them"}, and ${mappings.length === 1 ? "it fails" : "they fail"} from then on.`,
    `The log group ${logGroup} with what it holds, which goes on costing storage.`,
    `The execution role ${roleArn.split("/").at(-1)}.`,
    deadLetterArn && `The dead-letter queue ${deadLetterArn.split(":").at(-1)}.`,
    "What calls it from outside (API routes, schedules, bucket notifications), which fails from then on.",
  ];
  const sentences = (list: (string | false | undefined)[]) => list.filter((line): line is string => typeof line === "string");
  return { goes: sentences(goes), stays: sentences(stays), codeSizeBytes };
}

function counted(count: number, noun: string): string {
  return `${count.toLocaleString("en")} ${noun}${count === 1 ? "" : "s"}`;
}
