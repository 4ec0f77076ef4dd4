import "server-only";
import { readFile } from "node:fs/promises";
import type { ConnectionMode } from "@/lib/connections/schema";
import { serverEnvironment } from "@/lib/env";
import { AppError } from "@/lib/errors";
import { LOCAL_ACCOUNT_ID, LOCAL_REGIONS } from "@/lib/local-contract";
import { type ConfigFile, parseConfigFile } from "./config-file";
import { configuredRegion } from "./configured-region";
import { type DefaultCredentials, defaultCredentials } from "./default-credentials";
import { processState } from "./process-state";
import { connectionCredentials, type Credentials, type SharedCredentials } from "./shared-credentials";

/** One way into AWS with what its clients need. Never leaves the server. */
export interface ConnectionSettings {
  id: string;
  name: string;
  kind: "local" | "aws";
  mode: ConnectionMode;
  modeSource: string;
  regions: string[];
  /** Explicit endpoint: then the SDK's own configuration (AWS_ENDPOINT_URL, AWS_PROFILE) plays no part. */
  endpoint?: string;
  /** Host of a custom endpoint, for people. */
  endpointHost?: string;
  accountId?: string;
  profile?: string;
  credentials: Credentials | SharedCredentials;
  /** Known before any call, for instance an expired sign-in. */
  problem?: string;
}

/** Every connection, in the order of the picker: local region, default credentials, configuration file. */
export async function allConnectionSettings(): Promise<ConnectionSettings[]> {
  const [fallback, configured] = await Promise.all([defaultConnection(), configuredConnections()]);
  return [localConnection(), fallback, ...configured].filter((settings) => settings !== undefined);
}

/** The settings of one connection; `not_found` when there is none. The local one never waits for AWS credentials. */
export async function connectionSettings(id: string): Promise<ConnectionSettings> {
  const settings = await findConnection(id);
  if (settings) return settings;
  throw new AppError("not_found", `There is no connection called “${id}”.`, {
    hint: "Connections come from AWS's own variables, or from warmstart.config.json.",
  });
}

async function findConnection(id: string): Promise<ConnectionSettings | undefined> {
  if (id === "local") return localConnection();
  if (id === "aws") return defaultConnection();
  return (await configuredConnections()).find((settings) => settings.id === id);
}

function localConnection(): ConnectionSettings | undefined {
  const environment = serverEnvironment();
  const endpoint = environment.WARMSTART_LOCAL_ENDPOINT;
  const accessKeyId = environment.WARMSTART_LOCAL_ACCESS_KEY_ID;
  const secretAccessKey = environment.WARMSTART_LOCAL_SECRET_ACCESS_KEY;
  if (!endpoint || !accessKeyId || !secretAccessKey) return undefined;
  return {
    id: "local",
    name: "Local region",
    kind: "local",
    mode: "operate",
    modeSource: "the local region, which is yours alone",
    regions: [...LOCAL_REGIONS],
    endpoint,
    endpointHost: new URL(endpoint).host,
    accountId: LOCAL_ACCOUNT_ID,
    credentials: { accessKeyId, secretAccessKey },
  };
}

async function defaultConnection(): Promise<ConnectionSettings | undefined> {
  const found = await defaultCredentials();
  return found && describeDefault(found);
}

function describeDefault({ credentials, region, problem }: DefaultCredentials): ConnectionSettings {
  return {
    id: "aws",
    name: "AWS",
    kind: "aws",
    mode: serverEnvironment().WARMSTART_AWS_MODE,
    modeSource: "WARMSTART_AWS_MODE",
    regions: [region],
    endpointHost: endpointHostOf(process.env),
    credentials,
    problem,
  };
}

function configuredConnections(): Promise<ConnectionSettings[]> {
  return processState("configured-connections", readConfiguredConnections);
}

async function readConfiguredConnections(): Promise<ConnectionSettings[]> {
  const file = await readConfigFile(serverEnvironment().WARMSTART_CONFIG);
  if (!file) return [];
  if ("problem" in file) return [brokenFile(file.problem)];
  return Promise.all(
    file.connections.map(async ({ id, name, mode, regions, profile, roleArn, externalId }): Promise<ConnectionSettings> => {
      const region = regions?.[0] ?? (await configuredRegion(profile));
      return {
        id,
        name,
        kind: "aws",
        mode,
        modeSource: `“mode” of ${id} in warmstart.config.json`,
        regions: regions ?? [region],
        endpointHost: endpointHostOf(process.env),
        profile,
        credentials: connectionCredentials({ profile, roleArn, externalId, region }),
      };
    }),
  );
}

/** undefined when there is no such file, which is the usual case. */
async function readConfigFile(path: string | undefined): Promise<ConfigFile | undefined> {
  if (!path) return undefined;
  try {
    return parseConfigFile(await readFile(path, "utf8"));
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code;
    return code === "ENOENT" ? undefined : { problem: `The file cannot be read (${code}).` };
  }
}

/** Shown in the picker in place of the file's connections, so that the mistake is found where they are missed. */
function brokenFile(problem: string): ConnectionSettings {
  const message = `warmstart.config.json cannot be used. ${problem} Mend the file and start Warmstart again.`;
  return {
    id: "config-file",
    name: "warmstart.config.json",
    kind: "aws",
    mode: "observe",
    modeSource: "warmstart.config.json",
    regions: ["us-east-1"],
    credentials: () => Promise.reject(new AppError("credentials", message)),
    problem: message,
  };
}

/** The SDK honours these variables by itself; the page only says where calls go. */
function endpointHostOf(environment: NodeJS.ProcessEnv): string | undefined {
  if (environment.AWS_IGNORE_CONFIGURED_ENDPOINT_URLS === "true") return undefined;
  const url = environment.AWS_ENDPOINT_URL_LAMBDA ?? environment.AWS_ENDPOINT_URL;
  return url && URL.canParse(url) ? new URL(url).host : undefined;
}
