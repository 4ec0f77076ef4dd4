import { CreateFunctionCommand, DeleteFunctionCommand, InvokeCommand, LambdaClient, waitUntilFunctionActiveV2 } from "@aws-sdk/client-lambda";
import { test as base, expect, type Page } from "@playwright/test";
import { ZipFile } from "yazl";
import { LOCAL_PORT } from "./addresses";

const ENDPOINT = `http://127.0.0.1:${LOCAL_PORT}`;
export const REGION = "us-east-1";

/** A client of the local region, as any AWS client would be. */
export const lambda = new LambdaClient({
  region: REGION,
  endpoint: ENDPOINT,
  credentials: { accessKeyId: "E2ELOCAL", secretAccessKey: "e2e-secret" },
  maxAttempts: 1,
});

export const ECHO = "export const handler = async (event) => ({ echo: event, table: process.env.TABLE_NAME ?? null });";
export const SLEEPER = "export const handler = async () => { await new Promise((done) => setTimeout(done, 700)); return 'slept'; };";

interface FunctionOptions {
  source?: string;
  environment?: Record<string, string>;
  timeoutSeconds?: number;
  description?: string;
}

export interface Fixtures {
  /** Creates a function of this test's own, deleted at its end; resolves with its name. */
  createFunction: (options?: FunctionOptions) => Promise<string>;
}

export const test = base.extend<Fixtures & { watched: void }>({
  createFunction: async ({}, use) => {
    const names: string[] = [];
    await use(async (options = {}) => {
      // Unlike any other, also of an earlier run: what is kept of a function is found again by its name.
      const name = `e2e-${crypto.randomUUID().slice(0, 13)}`;
      await createFunction(name, options);
      names.push(name);
      return name;
    });
    for (const name of names) await lambda.send(new DeleteFunctionCommand({ FunctionName: name }));
  },
  /** Any page error or breach of the Content-Security-Policy fails the test. */
  watched: [
    async ({ page }, use) => {
      const problems: string[] = [];
      page.on("pageerror", (error) => problems.push(error.message));
      page.on("console", (message) => {
        if (/Content Security Policy|hydrat/i.test(message.text())) problems.push(message.text());
      });
      await use();
      expect(problems).toEqual([]);
    },
    { auto: true },
  ],
});

export { expect };

async function createFunction(name: string, { source = ECHO, environment, timeoutSeconds = 10, description = "" }: FunctionOptions) {
  await lambda.send(
    new CreateFunctionCommand({
      FunctionName: name,
      Runtime: "nodejs22.x",
      Role: "arn:aws:iam::000000000000:role/e2e",
      Handler: "index.handler",
      Description: description,
      Timeout: timeoutSeconds,
      Code: { ZipFile: await zip({ "index.mjs": source }) },
      ...(environment ? { Environment: { Variables: environment } } : {}),
    }),
  );
  await waitUntilFunctionActiveV2({ client: lambda, maxWaitTime: 15, minDelay: 1 }, { FunctionName: name });
}

/** A package of these files. */
export async function zip(files: Record<string, string>): Promise<Buffer> {
  const archive = new ZipFile();
  for (const [name, text] of Object.entries(files)) archive.addBuffer(Buffer.from(text), name);
  archive.end();
  const chunks: Buffer[] = [];
  for await (const chunk of archive.outputStream) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks);
}

/** Invokes as another client would; resolves with what a person sees of it. */
export async function invoke(name: string, payload: unknown = {}) {
  try {
    const answer = await lambda.send(new InvokeCommand({ FunctionName: name, Payload: JSON.stringify(payload) }));
    return { status: answer.StatusCode, functionError: answer.FunctionError, reason: undefined };
  } catch (error) {
    const { $metadata, Reason } = error as { $metadata: { httpStatusCode: number }; Reason?: string };
    return { status: $metadata.httpStatusCode, functionError: undefined, reason: Reason };
  }
}

/** Address of a function's page. */
export function functionPage(name: string, tab = ""): string {
  return `/local/functions/${REGION}/${name}${tab}`;
}

/** Opens the list once it has the function: the server keeps a list for some seconds, so that not every page asks AWS. */
export async function openListWith(page: Page, name: string): Promise<void> {
  await expect(async () => {
    await page.goto("/local/functions");
    await expect(page.getByRole("link", { name, exact: true })).toBeVisible({ timeout: 3_000 });
  }).toPass({ timeout: 40_000 });
}

/** The editor's whole text is replaced, as by a person who selects all and types. */
export async function fillEditor(page: Page, text: string): Promise<void> {
  const editor = page.getByRole("textbox", { name: "Event JSON" });
  await editor.click();
  await page.keyboard.press("ControlOrMeta+a");
  await page.keyboard.insertText(text);
}
