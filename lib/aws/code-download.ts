import "server-only";
import { createHash } from "node:crypto";
import { get as getHttp, type IncomingMessage } from "node:http";
import { get as getHttps } from "node:https";
import { AppError } from "@/lib/errors";

const DEADLINE_MS = 120_000;

/**
 * Fetches a package from the presigned link that GetFunction gave, at most `maxBytes` of it. `aws_error` when what came is
 * not what `codeSha256` (base64) names. Node's own fetch is not used: it adds browser headers, which a strict endpoint refuses.
 */
export async function downloadCode(location: string, { maxBytes, codeSha256 }: { maxBytes: number; codeSha256: string }): Promise<Buffer> {
  const url = URL.canParse(location) ? new URL(location) : undefined;
  if (!url || !/^https?:$/.test(url.protocol)) throw new AppError("aws_error", "AWS's link to the package cannot be followed.");
  const signal = AbortSignal.timeout(DEADLINE_MS);
  try {
    const content = await readUpTo(await open(url, signal), maxBytes);
    if (sha256Base64(content) !== codeSha256) {
      throw new AppError("aws_error", "The package that came is not the one that AWS names: its checksum is another.", { hint: "The code may just have been replaced. Try again." });
    }
    return content;
  } catch (error) {
    if (signal.aborted) throw new AppError("timeout", `The package did not arrive within ${DEADLINE_MS / 1_000} s.`);
    if (error instanceof AppError) throw error;
    throw new AppError("unreachable", `The package cannot be fetched from ${url.host}.`, { hint: "Warmstart's server must reach the host that stores Lambda's packages." });
  }
}

/** As AWS writes `CodeSha256`. */
export function sha256Base64(content: Uint8Array): string {
  return createHash("sha256").update(content).digest("base64");
}

function open(url: URL, signal: AbortSignal): Promise<IncomingMessage> {
  return new Promise((resolve, reject) => {
    const get = url.protocol === "https:" ? getHttps : getHttp;
    get(url, { signal }, (response) => {
      if (response.statusCode === 200) return resolve(response);
      response.resume();
      return reject(new AppError("aws_error", `AWS's link to the package answered ${response.statusCode}.`, { hint: "The link is valid for ten minutes. Try again." }));
    }).on("error", reject);
  });
}

async function readUpTo(response: IncomingMessage, maxBytes: number): Promise<Buffer> {
  const chunks: Buffer[] = [];
  let sizeBytes = 0;
  for await (const chunk of response as AsyncIterable<Buffer>) {
    sizeBytes += chunk.length;
    if (sizeBytes > maxBytes) {
      response.destroy();
      throw new AppError("payload_too_large", `The package is larger than ${Math.floor(maxBytes / 1_048_576)} MB.`);
    }
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}
