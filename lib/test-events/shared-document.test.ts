import { expect, test } from "vitest";
import { findSharedNameProblem, readSharedEvents, writeSharedEvent } from "./shared-document";

/** As the console writes it. */
const DOCUMENT = {
  openapi: "3.0.0",
  info: { version: "1.0.0", title: "Event" },
  paths: {},
  components: {
    schemas: { Event: { type: "object", properties: { id: { type: "number" } } } },
    examples: { "order-created": { value: { id: 1 }, "x-metadata": { invocationType: "RequestResponse" } }, later: { value: [1], "x-metadata": { invocationType: "Event" } }, bare: { value: null } },
  },
};

test("reads the events of a document, by name", () => {
  expect(readSharedEvents(DOCUMENT)).toEqual([
    { name: "bare", payload: "null", invocationType: "RequestResponse" },
    { name: "later", payload: "[\n  1\n]", invocationType: "Event" },
    { name: "order-created", payload: '{\n  "id": 1\n}', invocationType: "RequestResponse" },
  ]);
  for (const other of [undefined, null, 1, "x", {}, { components: {} }, { components: { examples: { a: null, b: {} } } }]) expect(readSharedEvents(other)).toEqual([]);
});

test("adds and replaces an event and keeps the rest of the document", () => {
  const event = { name: "new", payload: '{"id":2}', invocationType: "DryRun" as const };
  const added = writeSharedEvent(DOCUMENT, event);
  expect(readSharedEvents(added).map(({ name }) => name)).toEqual(["bare", "later", "new", "order-created"]);
  expect(added).toMatchObject({ info: DOCUMENT.info, components: { schemas: DOCUMENT.components.schemas } });
  expect(readSharedEvents(writeSharedEvent(added, { ...event, payload: "3" })).find(({ name }) => name === "new")).toEqual({ name: "new", payload: "3", invocationType: "DryRun" });
  expect(readSharedEvents(writeSharedEvent(undefined, event))).toHaveLength(1);
  expect(DOCUMENT.components.examples).not.toHaveProperty("new");
});

test.each([
  ["order-created_1.2", true],
  ["x".repeat(25), true],
  ["x".repeat(26), false],
  ["", false],
  ["card payment", false],
])("AWS takes the name %j: %s", (name, taken) => {
  expect(findSharedNameProblem(name) === undefined).toBe(taken);
});
