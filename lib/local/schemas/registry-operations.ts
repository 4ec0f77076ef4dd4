import { describeRegistry, registryArn } from "./schema-record.ts";
import { ANYBODY, findRegistry, nameOf, pageOf, tagsOf, textOf, type SchemasOperation } from "./schemas-call.ts";
import { badRequest, conflict } from "./schemas-error.ts";

/** https://docs.aws.amazon.com/eventbridge/latest/schema-reference/v1-registries-name-registryname.html */
export const createRegistry: SchemasOperation = (call) => {
  const { store, region } = call;
  const name = nameOf(call, "RegistryName");
  if (name.startsWith("aws.")) throw badRequest("Registry names that begin with 'aws.' are AWS's own.");
  if (store.registries.find(region, ANYBODY, name)) throw conflict(`Registry with name ${name}`);
  const registry = { region, name, description: textOf(call, "Description") ?? "", tags: tagsOf(call) };
  store.registries.put(region, ANYBODY, name, registry);
  return { status: 201, body: describeRegistry(registry) };
};

export const getRegistry: SchemasOperation = (call) => ({ status: 200, body: describeRegistry(findRegistry(call)) });

/** A registry must be empty to go. */
export const deleteRegistry: SchemasOperation = (call) => {
  const { name } = findRegistry(call);
  if (call.store.schemas.list(call.region, name).length > 0) throw badRequest(`Registry with name ${name} is not empty.`);
  call.store.registries.remove(call.region, ANYBODY, name);
  return { status: 204 };
};

export const listRegistries: SchemasOperation = (call) => {
  const prefix = call.query.get("registryNamePrefix") ?? "";
  const found = call.store.registries.list(call.region, ANYBODY).filter(({ name }) => name.startsWith(prefix));
  const { items, next } = pageOf(call, found.sort((a, b) => (a.name < b.name ? -1 : 1)));
  const Registries = items.map((registry) => ({ RegistryName: registry.name, RegistryArn: registryArn(registry), tags: registry.tags }));
  return { status: 200, body: { Registries, ...next } };
};
