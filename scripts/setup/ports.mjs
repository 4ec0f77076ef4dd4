import net from "node:net";
import { SettingsError } from "./settings.mjs";

/** How many ports after the wished one are tried. */
const TRIES = 50;

/** The wished port when it is free; else the next free one, unless it was asked for by name. */
export async function choosePort({ host, port, isExplicit, name }) {
  for (let candidate = port; candidate < Math.min(port + TRIES, 65_536); candidate += 1) {
    if (await isFree(host, candidate)) return candidate;
    if (isExplicit) throw new SettingsError(`${name}=${port} is taken by another process. Choose another port, or unset ${name}.`);
  }
  throw new SettingsError(`No free port from ${port} to ${port + TRIES - 1}.`);
}

function isFree(host, port) {
  return new Promise((resolve, reject) => {
    const server = net.createServer();
    server.once("error", (error) => (error.code === "EADDRINUSE" || error.code === "EACCES" ? resolve(false) : reject(error)));
    server.listen({ host, port, exclusive: true }, () => server.close(() => resolve(true)));
  });
}
