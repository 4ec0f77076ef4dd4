import { ListSchemaVersionsCommand, SchemasClient } from "@aws-sdk/client-schemas";
import { afterAll, beforeAll, expect, test } from "vitest";
import { findChanges } from "@/lib/db/changes";
import { useScratchDatabase } from "@/lib/db/testing";
import { startTestRegion, type TestRegion } from "@/lib/local/testing";
import { listShareableEvents, saveShareableEvent } from "./service";

const PLACE = { connection: "local", region: "us-east-1", functionName: "place-order" };
const EVENT = { name: "order-created", payload: '{\n  "id": 1\n}', invocationType: "Event" as const };

let scratch: Awaited<ReturnType<typeof useScratchDatabase>>;
let region: TestRegion;
let schemas: SchemasClient;
beforeAll(async () => {
  scratch = await useScratchDatabase();
  region = await startTestRegion();
  process.env.WARMSTART_LOCAL_ENDPOINT = region.endpoint;
  process.env.WARMSTART_LOCAL_ACCESS_KEY_ID = region.credentials.accessKeyId;
  process.env.WARMSTART_LOCAL_SECRET_ACCESS_KEY = region.credentials.secretAccessKey;
  schemas = new SchemasClient(region.clientConfig);
});
afterAll(async () => {
  schemas.destroy();
  await region.close();
  await scratch.close();
});

test("the first event makes registry and schema, others join it, and at most five versions are kept", async () => {
  expect(await listShareableEvents(PLACE)).toEqual({ events: [] });
  expect(await saveShareableEvent(PLACE, { ...EVENT, replace: false })).toEqual({ events: [EVENT] });
  await expect(saveShareableEvent(PLACE, { ...EVENT, replace: false })).rejects.toMatchObject({ code: "conflict" });
  for (let id = 2; id <= 8; id += 1) await saveShareableEvent(PLACE, { ...EVENT, payload: JSON.stringify({ id }), replace: true });
  const { events } = await saveShareableEvent(PLACE, { name: "another", payload: "[1]", invocationType: "RequestResponse", replace: false });
  expect(events.map(({ name, payload }) => [name, JSON.parse(payload)])).toEqual([
    ["another", [1]],
    ["order-created", { id: 8 }],
  ]);
  const { SchemaVersions } = await schemas.send(new ListSchemaVersionsCommand({ RegistryName: "lambda-testevent-schemas", SchemaName: "_place-order-schema" }));
  expect(SchemaVersions).toHaveLength(5);
  const changes = await findChanges(PLACE, 20);
  expect(changes).toHaveLength(9);
  expect(changes.every(({ kind, status }) => kind === "shared_event" && status === "done")).toBe(true);
});

test("what is not JSON is not sent", async () => {
  await expect(saveShareableEvent(PLACE, { ...EVENT, payload: "{", replace: true })).rejects.toMatchObject({ code: "bad_request" });
});
