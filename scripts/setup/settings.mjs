import { randomBytes } from "node:crypto";
import { existsSync, mkdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { projectRoot } from "./run.mjs";

const LOOPBACK = new Set(["127.0.0.1", "localhost", "::1"]);

/** A mistake in the settings: one line for the person, no stack. */
export class SettingsError extends Error {}

/**
 * Reads the settings from the environment (and from `.env`, which never overrides it).
 * Throws a `SettingsError` that names the variable and what it may be.
 */
export function readSettings(env = process.env) {
  const dataDirectory = path.resolve(projectRoot, env.WARMSTART_DATA_DIR || ".warmstart");
  const host = env.HOST || "127.0.0.1";
  if (!LOOPBACK.has(host)) {
    throw new SettingsError(`HOST=${host} is refused: Warmstart has no sign-in yet, so it listens on loopback only (127.0.0.1, localhost or ::1).`);
  }
  const databaseUrl = env.DATABASE_URL || `file:${path.join(dataDirectory, "warmstart.db")}`;
  if (!databaseUrl.startsWith("file:")) {
    throw new SettingsError("DATABASE_URL must be a SQLite file, for instance file:/var/lib/warmstart/warmstart.db.");
  }
  return {
    host,
    port: portOf(env, "PORT", 3000),
    portIsExplicit: Boolean(env.PORT),
    dataDirectory,
    databaseFile: path.resolve(projectRoot, databaseUrl.slice("file:".length)),
    local: {
      on: choice(env, "WARMSTART_LOCAL", ["on", "off"], "on") === "on",
      port: portOf(env, "WARMSTART_LOCAL_PORT", 9400),
      portIsExplicit: Boolean(env.WARMSTART_LOCAL_PORT),
      traffic: choice(env, "WARMSTART_LOCAL_TRAFFIC", ["on", "off"], "on"),
      ...localCredentials(env, dataDirectory),
    },
    awsMode: choice(env, "WARMSTART_AWS_MODE", ["observe", "invoke", "operate"], "observe"),
    configFile: path.resolve(projectRoot, "warmstart.config.json"),
  };
}

/** Loads `.env` beside package.json when there is one. */
export function loadDotEnv() {
  const file = path.join(projectRoot, ".env");
  if (existsSync(file)) process.loadEnvFile(file);
}

function choice(env, name, allowed, fallback) {
  const value = env[name] || fallback;
  if (!allowed.includes(value)) throw new SettingsError(`${name}=${value} is not known: it may be ${allowed.join(", ")}.`);
  return value;
}

function portOf(env, name, fallback) {
  const text = env[name] || String(fallback);
  const port = Number(text);
  if (!Number.isInteger(port) || port < 1 || port > 65_535) throw new SettingsError(`${name}=${text} is not a port (1 to 65535).`);
  return port;
}

/** Keys of the local region: fixed by the environment, else those of the last start, else new ones. */
function localCredentials(env, dataDirectory) {
  const file = path.join(dataDirectory, "aws", "credentials");
  const kept = existsSync(file) ? readFileSync(file, "utf8") : "";
  const read = (key) => new RegExp(`^${key} = (\\S+)$`, "m").exec(kept)?.[1];
  return {
    accessKeyId: env.WARMSTART_LOCAL_ACCESS_KEY_ID || read("aws_access_key_id") || `WSLOCAL${randomBytes(8).toString("hex").toUpperCase()}`,
    secretAccessKey: env.WARMSTART_LOCAL_SECRET_ACCESS_KEY || read("aws_secret_access_key") || randomBytes(30).toString("base64url"),
  };
}

/** The data directory is nobody else's business. */
export function createDataDirectory(directory) {
  mkdirSync(directory, { recursive: true, mode: 0o700 });
}
