import net from "node:net";
import { afterEach, expect, test } from "vitest";
import { choosePort } from "./ports.mjs";

const servers: net.Server[] = [];
afterEach(() => {
  for (const server of servers.splice(0)) server.close();
});

function occupy(): Promise<number> {
  return new Promise((resolve) => {
    const server = net.createServer().listen({ host: "127.0.0.1", port: 0 }, () => resolve((server.address() as net.AddressInfo).port));
    servers.push(server);
  });
}

test("a taken port gives the next free one, unless it was asked for by name", async () => {
  const port = await occupy();
  const wish = { host: "127.0.0.1", port, name: "PORT" };
  expect(await choosePort({ ...wish, isExplicit: false })).toBeGreaterThan(port);
  await expect(choosePort({ ...wish, isExplicit: true })).rejects.toThrow(`PORT=${port} is taken`);
});

test("a free port is taken as wished", async () => {
  const port = await occupy();
  servers.pop()?.close();
  expect(await choosePort({ host: "127.0.0.1", port, name: "PORT", isExplicit: true })).toBe(port);
});
