import Database from "better-sqlite3";
import { expect, test } from "vitest";
import { openFunctionStore } from "./function-store.ts";

test("takes functions that were written before versions could be published", () => {
  const database = new Database(":memory:");
  openFunctionStore(database);
  const old = { region: "us-east-1", functionName: "old", state: "Active", lastUpdateStatus: "Successful", revisionId: "r", lastModifiedMs: 1, tags: {} };
  database.prepare("INSERT INTO functions VALUES (?, ?, ?)").run("us-east-1", "old", JSON.stringify(old));
  expect(openFunctionStore(database).find("us-east-1", "old")).toEqual({ ...old, version: "$LATEST", lastVersion: 0 });
  database.close();
});
