import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { parseConfigFile } from "./config-file";

const connection = { id: "staging", name: "Staging" };
const parse = (...connections: object[]) => parseConfigFile(JSON.stringify({ connections }));

test("observe is the mode of a connection that names none", () => {
  expect(parse(connection)).toEqual({ connections: [{ ...connection, mode: "observe" }] });
});

test("the example file is valid", () => {
  const file = parseConfigFile(readFileSync("warmstart.config.example.json", "utf8"));
  expect(file).toMatchObject({ connections: [{ id: "staging" }, { id: "production" }] });
});

test.each([
  ["{", "not valid JSON"],
  ["[]", "expected object"],
  [JSON.stringify({ connections: [{ ...connection, id: "Staging!" }] }), "connections.0.id"],
  [JSON.stringify({ connections: [{ ...connection, id: "local" }] }), "connections.0.id: is taken"],
  [JSON.stringify({ connections: [connection, connection] }), "connections: two connections have the same id"],
  [JSON.stringify({ connections: [{ ...connection, mode: "admin" }] }), "connections.0.mode"],
  [JSON.stringify({ connections: [{ ...connection, regions: ["mars"] }] }), "connections.0.regions.0"],
  [JSON.stringify({ connections: [{ ...connection, roleArn: "admin" }] }), "connections.0.roleArn: must be the ARN of a role"],
  [JSON.stringify({ connections: [{ ...connection, rolearn: "x" }] }), "connections.0"],
])("%s is a problem that names its place", (text, words) => {
  expect(parseConfigFile(text)).toMatchObject({ problem: expect.stringContaining(words) });
});

test("a secret that was put into the file by mistake is not in the problem", () => {
  const file = parse({ ...connection, secretAccessKey: "wJalrXUtnFEMI" });
  expect(file).toHaveProperty("problem");
  expect(JSON.stringify(file)).not.toContain("wJalrXUtnFEMI");
});
