import { execFileSync, spawn } from "node:child_process";
import { once } from "node:events";
import { createServer } from "node:net";
import { createEcho, invoke } from "./lambda-client.mjs";
import { interleaved, timed } from "./rounds.mjs";
import { ms } from "./table.mjs";

const ROUNDS = 15;

/** The least that a runtime can do: connect and ask, with what the interpreter has built in, from an empty environment. */
const FIRST_REQUEST = {
  "nodejs22.x": (port) => [
    process.execPath,
    ["-e", `require("node:net").connect(${port}, "127.0.0.1").write("GET / HTTP/1.1\\r\\nhost: x\\r\\n\\r\\n")`],
  ],
  "python3.13": (port) => [
    execFileSync("python3", ["-c", "import sys; print(sys.executable)"], { encoding: "utf8" }).trim(),
    ["-S", "-c", `import _socket\ns = _socket.socket()\ns.connect(("127.0.0.1", ${port}))\ns.send(b"GET / HTTP/1.1\\r\\nhost: x\\r\\n\\r\\n")\ns.recv(1)`],
  ],
};

/** First invocation of a function, whose process is started for it, against the start of a process that asks once. */
export async function coldStart({ region }) {
  return [
    await coldStartOf(region, { runtime: "nodejs22.x", name: "Node.js", barMs: 42 }),
    await coldStartOf(region, { runtime: "python3.13", name: "Python", barMs: 43 }),
  ];
}

async function coldStartOf(region, { runtime, name, barMs }) {
  const prefix = `cold-${name.toLowerCase().replace(".", "")}`;
  for (let index = 0; index <= ROUNDS; index += 1) await createEcho(region, `${prefix}-${index}`, runtime);
  const server = createServer().listen(0, "127.0.0.1");
  await once(server, "listening");
  const [command, args] = FIRST_REQUEST[runtime](server.address().port);
  const spawned = () => spawnToFirstRequest(server, command, args);

  let next = 0;
  const cold = () => timed(() => invoke(region, `${prefix}-${next++}`));
  await cold();
  await spawned();
  const { ours, limit, ...rest } = await interleaved(ROUNDS, cold, spawned);
  server.close();
  const met = rest.ratio <= 1.3 && ours <= barMs;
  return { ...rest, figure: `cold start, ${name}`, ours: ms(ours), limit: ms(limit), bar: `≤ 1.3×, ≤ ${barMs} ms`, met };
}

async function spawnToFirstRequest(server, command, args) {
  const startedMs = performance.now();
  const child = spawn(command, args, { env: {}, stdio: "ignore" });
  const [socket] = await once(server, "connection");
  await once(socket, "data");
  const tookMs = performance.now() - startedMs;
  socket.destroy();
  child.kill("SIGKILL");
  await once(child, "exit");
  return tookMs;
}
