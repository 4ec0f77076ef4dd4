import "server-only";

/** What an SDK or network error says of itself, whatever class it has. */
export interface ErrorFacts {
  name: string;
  message: string;
  status?: number;
  requestId?: string;
  /** Node's code, for instance `ECONNREFUSED`. */
  networkCode?: string;
  /** Host that the socket was for, when Node says so. */
  networkHost?: string;
  throttleReason?: string;
}

/** Reads an unknown error without trusting its shape. */
export function factsOf(error: unknown): ErrorFacts {
  const root = recordOf(error);
  const metadata = recordOf(root.$metadata);
  // A host with two addresses fails with an AggregateError: its parts carry the code.
  const network = [root, ...partsOf(root.errors), recordOf(root.cause)].find((part) => typeof part.code === "string");
  return {
    name: textOf(root.name) ?? "Error",
    message: textOf(root.message) ?? textOf(root.Message) ?? "",
    status: typeof metadata.httpStatusCode === "number" ? metadata.httpStatusCode : undefined,
    requestId: textOf(metadata.requestId),
    networkCode: textOf(network?.code),
    networkHost: textOf(network?.hostname) ?? hostOf(network),
    throttleReason: textOf(root.Reason),
  };
}

function hostOf(network: Record<string, unknown> | undefined): string | undefined {
  const address = textOf(network?.address);
  if (!address) return undefined;
  return typeof network?.port === "number" ? `${address}:${network.port}` : address;
}

function partsOf(value: unknown): Record<string, unknown>[] {
  return Array.isArray(value) ? value.map(recordOf) : [];
}

function recordOf(value: unknown): Record<string, unknown> {
  return typeof value === "object" && value !== null ? (value as Record<string, unknown>) : {};
}

function textOf(value: unknown): string | undefined {
  return typeof value === "string" && value !== "" ? value : undefined;
}
