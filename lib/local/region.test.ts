import { spawn, type ChildProcess } from "node:child_process";
import { once } from "node:events";
import { mkdtemp, readdir, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { fileURLToPath } from "node:url";
import {
  CreateFunctionCommand,
  DeleteFunctionCommand,
  GetFunctionCommand,
  LambdaClient,
  TagResourceCommand,
} from "@aws-sdk/client-lambda";
import { build } from "esbuild";
import { afterAll, afterEach, beforeEach, describe, expect, it } from "vitest";
import { echoFunction } from "./lambda/testing-functions.ts";
import { startTestRegion } from "./testing.ts";

const here = fileURLToPath(new URL(".", import.meta.url));
const repository = fileURLToPath(new URL("../..", import.meta.url));
/** Inside the repository, so that better-sqlite3 resolves as it does in the build. */
const bundleDirectory = join(repository, "node_modules", ".cache", `region-test-${process.pid}`);
const credentials = { accessKeyId: "AKIALOCALTEST0000000", secretAccessKey: "local-test-secret" };
const Resource = "arn:aws:lambda:us-east-1:000000000000:function:kept";
let directory: string;

beforeEach(async () => {
  directory = await mkdtemp(join(tmpdir(), "region-"));
});
afterEach(() => rm(directory, { recursive: true, force: true }));

describe("a region's directory", () => {
  it("keeps functions, and finishes what was under way", async () => {
    const first = await startTestRegion({ directory });
    const client = new LambdaClient(first.clientConfig);
    const created = await client.send(new CreateFunctionCommand(await echoFunction("kept")));
    expect(created.State).toBe("Pending");
    await client.send(new GetFunctionCommand({ FunctionName: "kept" }));
    await first.close();

    const second = await startTestRegion({ directory });
    const read = await new LambdaClient(second.clientConfig).send(new GetFunctionCommand({ FunctionName: "kept" }));
    expect(read.Configuration).toMatchObject({ State: "Active", CodeSha256: created.CodeSha256 });
    expect((await fetch(read.Code?.Location ?? "")).status).toBe(200);
    await second.close();
  });

  it("loses the packages that no function uses any more", async () => {
    const first = await startTestRegion({ directory });
    const client = new LambdaClient(first.clientConfig);
    await client.send(new CreateFunctionCommand(await echoFunction("kept")));
    await client.send(new DeleteFunctionCommand({ FunctionName: "kept" }));
    await first.close();
    await (await startTestRegion({ directory })).close();
    expect(await readdir(join(directory, "code"))).toEqual([]);
  });

  it("belongs to one region at a time", async () => {
    const first = await startTestRegion({ directory });
    await expect(startTestRegion({ directory })).rejects.toThrow(`is in use by process ${process.pid}`);
    await first.close();
    await (await startTestRegion({ directory })).close();
  });
});

describe("the region's process", () => {
  const children: ChildProcess[] = [];
  afterEach(() => children.forEach((child) => child.kill("SIGKILL")));

  afterAll(() => rm(bundleDirectory, { recursive: true, force: true }));

  async function bundle(): Promise<string> {
    const outfile = join(bundleDirectory, "main.mjs");
    await build({
      entryPoints: [join(here, "main.ts")],
      outfile,
      bundle: true,
      platform: "node",
      format: "esm",
      target: "node20",
      external: ["better-sqlite3"],
      banner: { js: 'import { createRequire } from "node:module"; const require = createRequire(import.meta.url);' },
      logLevel: "silent",
    });
    return outfile;
  }

  async function start(file: string): Promise<{ child: ChildProcess; endpoint: string }> {
    const child = spawn(process.execPath, [file], {
      stdio: ["pipe", "pipe", "inherit"],
      env: {
        NODE_ENV: "test",
        WARMSTART_LOCAL_DIRECTORY: directory,
        WARMSTART_LOCAL_PORT: "0",
        WARMSTART_LOCAL_ACCESS_KEY_ID: credentials.accessKeyId,
        WARMSTART_LOCAL_SECRET_ACCESS_KEY: credentials.secretAccessKey,
        WARMSTART_LOCAL_SHOP: "off",
        WARMSTART_LOCAL_TRAFFIC: "off",
      },
    });
    children.push(child);
    if (!child.stdout) throw new Error("The process has no stdout.");
    for await (const line of createInterface({ input: child.stdout })) {
      const event = JSON.parse(line) as { event: string; endpoint: string };
      if (event.event === "ready") return { child, endpoint: event.endpoint };
    }
    throw new Error("The process ended before it was ready.");
  }

  it("loses no acknowledged write to kill -9, and ends when its parent's pipe closes", async () => {
    const file = await bundle();
    const first = await start(file);
    const clientOf = (endpoint: string) =>
      new LambdaClient({ endpoint, region: "us-east-1", maxAttempts: 1, credentials });
    await clientOf(first.endpoint).send(new CreateFunctionCommand(await echoFunction("kept")));
    const killed = once(first.child, "exit");
    first.child.kill("SIGKILL");
    await killed;

    const second = await start(file);
    const client = clientOf(second.endpoint);
    const read = await client.send(new GetFunctionCommand({ FunctionName: "kept" }));
    expect(read.Configuration?.State).toBe("Active");
    await client.send(new TagResourceCommand({ Resource, Tags: { seen: "twice" } }));
    const ended = once(second.child, "exit");
    second.child.stdin?.end();
    expect(await ended).toEqual([0, null]);
  });
});
