import { CreateFunctionCommand, type CreateFunctionCommandInput, LambdaClient, waitUntilFunctionActiveV2 } from "@aws-sdk/client-lambda";
import { useScratchDatabase } from "./testing";
import { startTestRegion, type TestRegion, zipOf } from "@/lib/local/testing";

export interface TestPlace {
  region: TestRegion;
  lambda: LambdaClient;
  directory: string;
  /** Creates a function of the local region and answers its place. */
  createFunction: (functionName: string, input?: Partial<CreateFunctionCommandInput>) => Promise<{ connection: string; region: string; functionName: string }>;
  close: () => Promise<void>;
}

/** For tests of services: a database, a local region, and the connection `local` between them. */
export async function openTestPlace(): Promise<TestPlace> {
  const scratch = await useScratchDatabase();
  const region = await startTestRegion();
  process.env.WARMSTART_LOCAL_ENDPOINT = region.endpoint;
  process.env.WARMSTART_LOCAL_ACCESS_KEY_ID = region.credentials.accessKeyId;
  process.env.WARMSTART_LOCAL_SECRET_ACCESS_KEY = region.credentials.secretAccessKey;
  const lambda = new LambdaClient(region.clientConfig);
  return {
    region,
    lambda,
    directory: scratch.directory,
    async createFunction(functionName, input = {}) {
      const code = { ZipFile: await zipOf({ "index.mjs": "export const handler = async (event) => ({ echo: event });" }) };
      const base = { FunctionName: functionName, Runtime: "nodejs22.x", Handler: "index.handler", Role: "arn:aws:iam::000000000000:role/test", Code: code } as const;
      await lambda.send(new CreateFunctionCommand({ ...base, ...input }));
      await waitUntilFunctionActiveV2({ client: lambda, maxWaitTime: 10, minDelay: 0.05, maxDelay: 0.1 }, { FunctionName: functionName });
      return { connection: "local", region: "us-east-1", functionName };
    },
    async close() {
      lambda.destroy();
      await region.close();
      await scratch.close();
    },
  };
}
