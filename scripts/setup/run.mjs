import { spawn } from "node:child_process";
import path from "node:path";
import { fileURLToPath } from "node:url";

export const projectRoot = fileURLToPath(new URL("../../", import.meta.url));
export const inProject = (...parts) => path.join(projectRoot, ...parts);

/** Prints one line of progress. */
export function say(message) {
  console.log(`warmstart  ${message}`);
}

/** How to call npm on every system without a shell that would mangle arguments. */
function npmCommand() {
  const cli = process.env.npm_execpath;
  if (cli?.endsWith(".js")) return [process.execPath, [cli]];
  return process.platform === "win32" ? ["npm.cmd", []] : ["npm", []];
}

/** Runs npm and waits; throws with its last lines when it fails. */
export function npm(args, options) {
  const [command, prefix] = npmCommand();
  return run(command, [...prefix, ...args], { ...options, shell: command.endsWith(".cmd") });
}

/** Runs a script of a package with this Node.js, without npx. */
export function node(args, options) {
  return run(process.execPath, args, options);
}

/**
 * Runs a command with a heartbeat each ten seconds. Quiet unless `show`; a failure throws with the last lines
 * of its output.
 */
export function run(command, args, { label, show = false, env, shell = false } = {}) {
  return new Promise((resolve, reject) => {
    const startedAtMs = Date.now();
    const child = spawn(command, args, {
      cwd: projectRoot,
      stdio: show ? "inherit" : ["ignore", "pipe", "pipe"],
      env: { ...process.env, ...env },
      shell,
    });
    let output = "";
    const keep = (chunk) => {
      output = (output + chunk).slice(-20_000);
    };
    child.stdout?.on("data", keep);
    child.stderr?.on("data", keep);
    const heartbeat = label && setInterval(() => say(`${label} … ${Math.round((Date.now() - startedAtMs) / 1000)} s`), 10_000);
    child.on("error", (error) => finish(() => reject(error)));
    child.on("close", (code, signal) =>
      finish(() => {
        if (code === 0) return resolve({ seconds: (Date.now() - startedAtMs) / 1000, output });
        reject(new Error(`${label ?? command} failed (${signal ?? `exit ${code}`})${output ? `\n${output}` : ""}`));
      }),
    );
    function finish(then) {
      clearInterval(heartbeat);
      then();
    }
  });
}
