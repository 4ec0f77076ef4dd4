import type { Clock } from "../clock.ts";
import { restJsonBody, restJsonResponse } from "../protocols/rest-json.ts";
import type { ServiceHandler } from "../protocols/service.ts";
import { ServiceError } from "../protocols/service-error.ts";
import { getDiscoveredSchema } from "./discovered-schema.ts";
import { createRegistry, deleteRegistry, getRegistry, listRegistries } from "./registry-operations.ts";
import { createSchema, deleteSchema, deleteSchemaVersion, getSchema, listSchemas, listSchemaVersions, updateSchema } from "./schema-operations.ts";
import type { SchemaStore } from "./schema-store.ts";
import type { SchemasOperation } from "./schemas-call.ts";
import { errorAnswer } from "./schemas-error.ts";

const REGISTRY = "/v1/registries/name/{RegistryName}";
const SCHEMA = `${REGISTRY}/schemas/name/{SchemaName}`;

const ROUTES: readonly (readonly [method: string, path: string, operation: SchemasOperation])[] = [
  ["GET", "/v1/registries", listRegistries],
  ["POST", REGISTRY, createRegistry],
  ["GET", REGISTRY, getRegistry],
  ["DELETE", REGISTRY, deleteRegistry],
  ["GET", `${REGISTRY}/schemas`, listSchemas],
  ["POST", SCHEMA, createSchema],
  ["GET", SCHEMA, getSchema],
  ["PUT", SCHEMA, updateSchema],
  ["DELETE", SCHEMA, deleteSchema],
  ["GET", `${SCHEMA}/versions`, listSchemaVersions],
  ["DELETE", `${SCHEMA}/version/{SchemaVersion}`, deleteSchemaVersion],
  ["POST", "/v1/discover", getDiscoveredSchema],
];

/** EventBridge's schema registry, as far as shareable test events need it. */
export function createSchemasService(store: SchemaStore, clock: Clock): ServiceHandler {
  return async (request) => {
    try {
      const { method, path, region, query } = request;
      const match = matchRoute(method, path);
      if (!match) {
        throw new ServiceError("UnknownOperationException", 404, `The local region does not support ${method} ${path} of EventBridge schemas.`);
      }
      const { status, body } = match.operation({ store, clock, region, labels: match.labels, query, body: restJsonBody(request.body) });
      return body === undefined ? { status, headers: {}, body: "" } : restJsonResponse(status, body);
    } catch (error) {
      if (error instanceof ServiceError) return errorAnswer(error);
      throw error;
    }
  };
}

function matchRoute(method: string, path: string): { operation: SchemasOperation; labels: Record<string, string> } | undefined {
  const given = path.split("/").map(decode);
  for (const [routeMethod, routePath, operation] of ROUTES) {
    const expected = routePath.split("/");
    if (routeMethod !== method || expected.length !== given.length) continue;
    if (!expected.every((segment, index) => segment.startsWith("{") || segment === given[index])) continue;
    const labels = expected.flatMap((segment, index) => (segment.startsWith("{") ? [[segment.slice(1, -1), given[index] ?? ""] as const] : []));
    return { operation, labels: Object.fromEntries(labels) };
  }
  return undefined;
}

function decode(segment: string): string {
  try {
    return decodeURIComponent(segment);
  } catch {
    return segment;
  }
}
