import { wrongType } from "./constraints.ts";
import { invalidParameter } from "./lambda-errors.ts";

/** Refuses code in S3: there is none here. To be called before other unsupported members are refused. */
export function refuseS3(members: Readonly<Record<string, unknown>>): void {
  if (!IN_S3.some((member) => members[member])) return;
  throw invalidParameter("The local region has no S3: send the zip itself as ZipFile, up to 50 MB.");
}

const BASE64 = /^[A-Za-z0-9+/]*={0,2}$/;

/** Members of code in S3. */
const IN_S3 = ["S3Bucket", "S3Key", "S3ObjectVersion"];

/** The bytes of `ZipFile`, which comes in base64. */
export function readZipFile(members: Readonly<Record<string, unknown>>): Buffer {
  const text = members["ZipFile"];
  if (text === undefined || text === null) throw invalidParameter("Please provide a source for function code.");
  if (typeof text !== "string" || !BASE64.test(text)) throw wrongType("zipFile", "base64");
  return Buffer.from(text, "base64");
}
