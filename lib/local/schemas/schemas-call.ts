import type { Clock } from "../clock.ts";
import { Constraints } from "../lambda/constraints.ts";
import type { RegistryRecord, SchemaRecord } from "./schema-record.ts";
import type { SchemaStore } from "./schema-store.ts";
import { badRequest, notFound } from "./schemas-error.ts";

/** One call: what it works with, the decoded labels of its path, and its body. */
export interface SchemasCall {
  store: SchemaStore;
  clock: Clock;
  region: string;
  /** `RegistryName`, `SchemaName`, `SchemaVersion`. */
  labels: Readonly<Record<string, string>>;
  query: URLSearchParams;
  body: Readonly<Record<string, unknown>>;
}

/** Status and body; an empty answer has none. Throws `ServiceError`. */
export type SchemasOperation = (call: SchemasCall) => { status: number; body?: object };

/** Registries belong to nobody. */
export const ANYBODY = "";
const NAME = /^[0-9A-Za-z_.@-]{1,385}$/;
const LARGEST_PAGE = 100;

export function nameOf({ labels }: SchemasCall, label: "RegistryName" | "SchemaName"): string {
  const name = labels[label] ?? "";
  if (!NAME.test(name)) throw badRequest(`${label} '${name}' is invalid: letters, digits, '.', '-', '_' and '@', at most 385 of them.`);
  return name;
}

export function findRegistry(call: SchemasCall): RegistryRecord {
  const name = nameOf(call, "RegistryName");
  const registry = call.store.registries.find(call.region, ANYBODY, name);
  if (!registry) throw notFound(`Registry with name ${name}`);
  return registry;
}

export function findSchema(call: SchemasCall): SchemaRecord {
  const registry = findRegistry(call);
  const name = nameOf(call, "SchemaName");
  const schema = call.store.schemas.find(call.region, registry.name, name);
  if (!schema) throw notFound(`Schema with name ${name}`);
  return schema;
}

export function textOf({ body }: SchemasCall, member: string): string | undefined {
  return new Constraints().text(body[member], member);
}

export function tagsOf({ body }: SchemasCall): Record<string, string> {
  const tags = body["tags"];
  if (typeof tags !== "object" || tags === null) return {};
  return Object.fromEntries(Object.entries(tags).map(([key, value]) => [key, String(value)]));
}

/** One page of what is sorted already; the token is the place where the next one begins. */
export function pageOf<Item>({ query }: SchemasCall, items: readonly Item[]): { items: Item[]; next: { NextToken?: string } } {
  const start = Number(query.get("nextToken") ?? 0);
  const limit = Math.min(Number(query.get("limit") ?? LARGEST_PAGE), LARGEST_PAGE);
  if (!Number.isInteger(start) || start < 0 || !Number.isInteger(limit) || limit < 1) throw badRequest("limit or nextToken is invalid.");
  const end = start + limit;
  return { items: items.slice(start, end), next: end < items.length ? { NextToken: String(end) } : {} };
}
