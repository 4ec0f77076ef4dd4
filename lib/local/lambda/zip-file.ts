import { wrongType } from "./constraints.ts";
import { invalidParameter } from "./lambda-errors.ts";

const BASE64 = /^[A-Za-z0-9+/]*={0,2}$/;

/** The bytes of `ZipFile`, which comes in base64. */
export function readZipFile(members: Readonly<Record<string, unknown>>): Buffer {
  const text = members["ZipFile"];
  if (text === undefined || text === null) throw invalidParameter("Please provide a source for function code.");
  if (typeof text !== "string" || !BASE64.test(text)) throw wrongType("zipFile", "base64");
  return Buffer.from(text, "base64");
}
