import { buffer } from "node:stream/consumers";
import { CreateFunctionCommand, InvokeCommand, LambdaClient, waitUntilFunctionActiveV2 } from "@aws-sdk/client-lambda";
import { ZipFile } from "yazl";
import { CREDENTIALS } from "./child-server.mjs";

const SOURCES = {
  "nodejs22.x": { file: "index.js", text: "exports.handler = async (event) => event;\n" },
  "python3.13": { file: "index.py", text: "def handler(event, context):\n    return event\n" },
};
/** A small event. */
export const SMALL_EVENT = Buffer.from(JSON.stringify({ orderId: "o-1042", items: [{ sku: "p-001", quantity: 2 }], total: 41.9 }));

/** The same client for the region and for the null server; it never retries, so that an error is seen. */
export function lambdaClient(endpoint) {
  return new LambdaClient({ endpoint, region: "us-east-1", maxAttempts: 1, credentials: CREDENTIALS });
}

/** A function that answers its event, ready to be invoked. */
export async function createEcho(client, name, runtime = "nodejs22.x") {
  const { file, text } = SOURCES[runtime];
  const zip = new ZipFile();
  zip.addBuffer(Buffer.from(text), file);
  zip.end();
  await client.send(
    new CreateFunctionCommand({
      FunctionName: name,
      Runtime: runtime,
      Handler: "index.handler",
      MemorySize: 512,
      Role: "arn:aws:iam::000000000000:role/bench",
      Code: { ZipFile: await buffer(zip.outputStream) },
    }),
  );
  await waitUntilFunctionActiveV2({ client, maxWaitTime: 30, minDelay: 0.02, maxDelay: 0.2 }, { FunctionName: name });
}

/** One synchronous Invoke; throws when the function failed. Answers the payload. */
export async function invoke(client, name, event = SMALL_EVENT) {
  const answer = await client.send(new InvokeCommand({ FunctionName: name, Payload: event }));
  if (answer.FunctionError) throw new Error(`${name}: ${Buffer.from(answer.Payload)}`);
  return answer.Payload;
}
