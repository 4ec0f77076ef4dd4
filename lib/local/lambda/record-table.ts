import type { Database } from "better-sqlite3";

/** Rows of one kind, each of an owner in a region: in memory for reading, on disk before a change is answered. */
export interface RecordTable<Row> {
  find(region: string, owner: string, key: string): Row | undefined;
  /** In the order in which they came first. */
  list(region: string, owner: string): Row[];
  /** Owners with at least one row, by name. */
  owners(region: string): string[];
  all(): Row[];
  /** Durable when it returns. */
  put(region: string, owner: string, key: string, row: Row): void;
  remove(region: string, owner: string, key: string): void;
  removeOwner(region: string, owner: string): void;
}

/** Opens or creates the table `name` of state.db; the name is ours, never a caller's. */
export function openRecordTable<Row>(database: Database, name: string): RecordTable<Row> {
  database.exec(
    `CREATE TABLE IF NOT EXISTS ${name} (region TEXT, owner TEXT, key TEXT, record TEXT NOT NULL, PRIMARY KEY (region, owner, key))`,
  );
  const upsert = database.prepare(
    `INSERT INTO ${name} (region, owner, key, record) VALUES (?, ?, ?, ?)
     ON CONFLICT (region, owner, key) DO UPDATE SET record = excluded.record`,
  );
  const removeOne = database.prepare(`DELETE FROM ${name} WHERE region = ? AND owner = ? AND key = ?`);
  const removeAll = database.prepare(`DELETE FROM ${name} WHERE region = ? AND owner = ?`);
  const regions = new Map<string, Map<string, Map<string, Row>>>();

  const remember = (region: string, owner: string, key: string, row: Row): void => {
    const owners = regions.get(region) ?? new Map<string, Map<string, Row>>();
    regions.set(region, owners);
    const rows = owners.get(owner) ?? new Map<string, Row>();
    owners.set(owner, rows);
    rows.set(key, row);
  };
  const stored = database.prepare<[], { region: string; owner: string; key: string; record: string }>(
    `SELECT region, owner, key, record FROM ${name} ORDER BY rowid`,
  );
  for (const { region, owner, key, record } of stored.all()) remember(region, owner, key, JSON.parse(record) as Row);

  return {
    find: (region, owner, key) => regions.get(region)?.get(owner)?.get(key),
    list: (region, owner) => [...(regions.get(region)?.get(owner)?.values() ?? [])],
    owners: (region) => [...(regions.get(region)?.keys() ?? [])].sort(),
    all: () => [...regions.values()].flatMap((owners) => [...owners.values()].flatMap((rows) => [...rows.values()])),
    put(region, owner, key, row) {
      upsert.run(region, owner, key, JSON.stringify(row));
      remember(region, owner, key, row);
    },
    remove(region, owner, key) {
      removeOne.run(region, owner, key);
      const owners = regions.get(region);
      const rows = owners?.get(owner);
      rows?.delete(key);
      if (rows?.size === 0) owners?.delete(owner);
    },
    removeOwner(region, owner) {
      removeAll.run(region, owner);
      regions.get(region)?.delete(owner);
    },
  };
}
