import "server-only";
import { Agent as HttpAgent } from "node:http";
import { Agent as HttpsAgent } from "node:https";
import { CloudWatchClient } from "@aws-sdk/client-cloudwatch";
import { CloudWatchLogsClient } from "@aws-sdk/client-cloudwatch-logs";
import { IAMClient } from "@aws-sdk/client-iam";
import { LambdaClient } from "@aws-sdk/client-lambda";
import { SchemasClient } from "@aws-sdk/client-schemas";
import { SQSClient } from "@aws-sdk/client-sqs";
import { STSClient } from "@aws-sdk/client-sts";
import { type ConnectionSettings, connectionSettings } from "./connection-settings";
import { limitRetries } from "./control-plane-limits";
import { processState } from "./process-state";
import type { AwsTarget } from "./target";

export type { AwsTarget } from "./target";

/** `read` retries; `write` and `invoke` never do: a lost answer does not say that nothing happened. */
export type ClientPurpose = "read" | "write" | "invoke";

const READ_ATTEMPTS = 3;
const CONNECTION_TIMEOUT_MS = 3_000;
const REQUEST_TIMEOUT_MS = 10_000;
/** Many people may wait for long runs at once; a run that waits for a socket would look slow. */
const INVOKE_SOCKETS = 1_000;

export function lambdaClient(target: AwsTarget, purpose: ClientPurpose): Promise<LambdaClient> {
  return shared("lambda", target, purpose, (settings) => {
    const client = new LambdaClient(configuration(settings, target, purpose));
    if (purpose === "read") limitRetries(client, target, settings);
    return client;
  });
}

export function cloudWatchClient(target: AwsTarget): Promise<CloudWatchClient> {
  return shared("cloudwatch", target, "read", (settings) => new CloudWatchClient(configuration(settings, target, "read")));
}

export function logsClient(target: AwsTarget): Promise<CloudWatchLogsClient> {
  return shared("logs", target, "read", (settings) => {
    // Some operations put `stream-` before the host, which no custom endpoint answers to.
    const disableHostPrefix = settings.endpointHost !== undefined;
    return new CloudWatchLogsClient({ ...configuration(settings, target, "read"), disableHostPrefix });
  });
}

/** IAM is one for all regions; only its host differs. */
export function iamClient(target: AwsTarget): Promise<IAMClient> {
  return shared("iam", target, "read", (settings) => new IAMClient(configuration(settings, target, "read")));
}

export function schemasClient(target: AwsTarget, purpose: Exclude<ClientPurpose, "invoke">): Promise<SchemasClient> {
  return shared("schemas", target, purpose, (settings) => new SchemasClient(configuration(settings, target, purpose)));
}

export function sqsClient(target: AwsTarget): Promise<SQSClient> {
  return shared("sqs", target, "read", (settings) => new SQSClient(configuration(settings, target, "read")));
}

export function stsClient(target: AwsTarget): Promise<STSClient> {
  return shared("sts", target, "read", (settings) => new STSClient(configuration(settings, target, "read")));
}

async function shared<C>(service: string, target: AwsTarget, purpose: ClientPurpose, create: (settings: ConnectionSettings) => C): Promise<C> {
  const settings = await connectionSettings(target.connectionId);
  const clients = processState("aws-clients", () => new Map<string, { settings: ConnectionSettings["credentials"]; client: unknown }>());
  const key = [service, target.connectionId, target.region, purpose].join(" ");
  const known = clients.get(key);
  if (known && sameCredentials(known.settings, settings.credentials)) return known.client as C;
  const client = create(settings);
  clients.set(key, { settings: settings.credentials, client });
  return client;
}

/** A sign-in that came back brings a new provider: its clients are made anew. */
function sameCredentials(a: ConnectionSettings["credentials"], b: ConnectionSettings["credentials"]): boolean {
  if (typeof a === "function" || typeof b === "function") return a === b;
  return a.accessKeyId === b.accessKeyId && a.secretAccessKey === b.secretAccessKey;
}

function configuration(settings: ConnectionSettings, target: AwsTarget, purpose: ClientPurpose) {
  return {
    region: target.region,
    credentials: settings.credentials,
    maxAttempts: purpose === "read" ? READ_ATTEMPTS : 1,
    retryMode: "standard",
    requestHandler: purpose === "invoke" ? invokeHandler() : READ_HANDLER,
    ...(settings.profile ? { profile: settings.profile } : {}),
    // The local region is plain HTTP on loopback, whatever the machine's AWS configuration asks for.
    ...(settings.endpoint ? { endpoint: settings.endpoint, useFipsEndpoint: false, useDualstackEndpoint: false } : {}),
  };
}

const READ_HANDLER = {
  connectionTimeout: CONNECTION_TIMEOUT_MS,
  requestTimeout: REQUEST_TIMEOUT_MS,
  throwOnRequestTimeout: true,
};

/**
 * Invokes get a new connection each: an idle one may be dead without anybody noticing, and since an invoke is never sent
 * twice its answer would be lost. TCP keep-alive stays on: NAT gateways drop what is silent for 350 s, and a function may
 * run for 900. https://docs.aws.amazon.com/lambda/latest/dg/invocation-sync.html
 */
function invokeHandler() {
  const options = { keepAlive: true, maxSockets: INVOKE_SOCKETS };
  return {
    connectionTimeout: CONNECTION_TIMEOUT_MS,
    // A running function is silent: only the call's own deadline ends the wait.
    socketTimeout: 0,
    httpAgent: new OneRequestHttpAgent(options),
    httpsAgent: new OneRequestHttpsAgent(options),
  };
}

class OneRequestHttpAgent extends HttpAgent {
  override keepSocketAlive(): boolean {
    return false;
  }
}

class OneRequestHttpsAgent extends HttpsAgent {
  override keepSocketAlive(): boolean {
    return false;
  }
}
