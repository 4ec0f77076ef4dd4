/** Attributes that senders give to a message, and their digest. */
import { createHash } from "node:crypto";
import { invalidParameter } from "./sqs-error.ts";

/** `BinaryValue` is base64. */
export interface MessageAttribute {
  DataType: string;
  StringValue?: string;
  BinaryValue?: string;
}
export type MessageAttributes = Readonly<Record<string, MessageAttribute>>;

const MAX_ATTRIBUTES = 10;
const NAME = /^(?!\.|(?:aws|amazon)\.)(?!.*\.\.)[\w.-]{1,256}(?<!\.)$/i;
const TYPE = /^(String|Number|Binary)(\..{1,249})?$/;

/** Throws SQS's refusals. */
export function readMessageAttributes(value: unknown): MessageAttributes {
  if (value === undefined || value === null) return {};
  if (typeof value !== "object") throw invalidParameter("The message attributes are not a map.");
  const entries = Object.entries(value as Record<string, unknown>);
  if (entries.length > MAX_ATTRIBUTES) {
    throw invalidParameter(`Number of message attributes [${entries.length}] exceeds the allowed maximum [${MAX_ATTRIBUTES}].`);
  }
  return Object.fromEntries(entries.map(([name, attribute]) => [name, readAttribute(name, attribute)]));
}

function readAttribute(name: string, value: unknown): MessageAttribute {
  if (!NAME.test(name)) throw invalidParameter("Message attribute name is invalid. Non-ASCII characters are not allowed in attribute names.");
  const { DataType, StringValue, BinaryValue } = (value ?? {}) as Record<string, unknown>;
  if (typeof DataType !== "string" || DataType === "") {
    throw invalidParameter(`The message attribute '${name}' must contain a non-empty message attribute type.`);
  }
  if (!TYPE.test(DataType)) {
    throw invalidParameter(`The message attribute '${name}' has an invalid message attribute type, the set of supported type prefixes is Binary, Number, and String.`);
  }
  const isBinary = DataType.startsWith("Binary");
  const content = isBinary ? BinaryValue : StringValue;
  if (typeof content !== "string" || content === "") {
    throw invalidParameter(`The message attribute '${name}' must contain a non-empty message attribute value for message attribute type '${DataType}'.`);
  }
  if (DataType.startsWith("Number") && Number.isNaN(Number(content))) {
    throw invalidParameter(`Can't cast the value of message attribute '${name}' to a number.`);
  }
  return isBinary ? { DataType, BinaryValue: content } : { DataType, StringValue: content };
}

/** Bytes that count towards the size of a message. */
export function attributesSizeBytes(attributes: MessageAttributes): number {
  return Object.entries(attributes).reduce(
    (sum, [name, attribute]) => sum + Buffer.byteLength(name) + Buffer.byteLength(attribute.DataType) + contentOf(attribute).length,
    0,
  );
}

/**
 * `MD5OfMessageAttributes`: names in order, each part with its length in front.
 * https://docs.aws.amazon.com/AWSSimpleQueueService/latest/SQSDeveloperGuide/sqs-message-metadata.html
 */
export function attributesMd5(attributes: MessageAttributes): string | undefined {
  const names = Object.keys(attributes).sort((a, b) => (a < b ? -1 : 1));
  if (names.length === 0) return undefined;
  const hash = createHash("md5");
  const addSized = (bytes: Buffer) => {
    const length = Buffer.alloc(4);
    length.writeUInt32BE(bytes.length);
    hash.update(length).update(bytes);
  };
  for (const name of names) {
    const attribute = attributes[name];
    if (!attribute) continue;
    addSized(Buffer.from(name));
    addSized(Buffer.from(attribute.DataType));
    hash.update(Buffer.from([attribute.BinaryValue === undefined ? 1 : 2]));
    addSized(contentOf(attribute));
  }
  return hash.digest("hex");
}

/** Those that a receiver asked for: names, `prefix.*`, `.*` or `All`. */
export function chosenAttributes(attributes: MessageAttributes, wanted: readonly string[]): MessageAttributes {
  const isWanted = (name: string) =>
    wanted.some((rule) => rule === "All" || rule === ".*" || rule === name || (rule.endsWith(".*") && name.startsWith(rule.slice(0, -1))));
  return Object.fromEntries(Object.entries(attributes).filter(([name]) => isWanted(name)));
}

function contentOf({ StringValue = "", BinaryValue }: MessageAttribute): Buffer {
  return BinaryValue === undefined ? Buffer.from(StringValue) : Buffer.from(BinaryValue, "base64");
}
