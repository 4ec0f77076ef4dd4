import type { Database } from "better-sqlite3";
import type { FunctionRecord } from "./function-record.ts";

/** The functions of all regions: in memory for reading, on disk before a change is answered. */
export interface FunctionStore {
  find(region: string, functionName: string): FunctionRecord | undefined;
  /** By name, as pages need a stable order. */
  list(region: string): FunctionRecord[];
  all(): FunctionRecord[];
  /** Durable when it returns. */
  put(record: FunctionRecord): void;
  remove(region: string, functionName: string): void;
  /** Sum of all reserved concurrency in the region. */
  reservedTotal(region: string): number;
}

/** Opens or creates the table of functions in state.db. */
export function openFunctionStore(database: Database): FunctionStore {
  database.exec(
    "CREATE TABLE IF NOT EXISTS functions (region TEXT, name TEXT, record TEXT NOT NULL, PRIMARY KEY (region, name)) WITHOUT ROWID",
  );
  const upsert = database.prepare("INSERT OR REPLACE INTO functions (region, name, record) VALUES (?, ?, ?)");
  const remove = database.prepare("DELETE FROM functions WHERE region = ? AND name = ?");
  const records = new Map<string, FunctionRecord>();
  const rows = database.prepare<[], { record: string }>("SELECT record FROM functions").all();
  for (const row of rows) {
    const record = completed(JSON.parse(row.record) as StoredRecord);
    records.set(keyOf(record.region, record.functionName), record);
  }
  const reservedTotals = new Map<string, number>();
  const inRegion = (region: string) => [...records.values()].filter((record) => record.region === region);

  return {
    find: (region, functionName) => records.get(keyOf(region, functionName)),
    list: (region) => inRegion(region).sort((a, b) => (a.functionName < b.functionName ? -1 : 1)),
    all: () => [...records.values()],
    put(record) {
      upsert.run(record.region, record.functionName, JSON.stringify(record));
      records.set(keyOf(record.region, record.functionName), record);
      reservedTotals.delete(record.region);
    },
    remove(region, functionName) {
      remove.run(region, functionName);
      records.delete(keyOf(region, functionName));
      reservedTotals.delete(region);
    },
    reservedTotal(region) {
      let total = reservedTotals.get(region);
      if (total === undefined) {
        total = inRegion(region).reduce((sum, record) => sum + (record.reservedConcurrency ?? 0), 0);
        reservedTotals.set(region, total);
      }
      return total;
    },
  };
}

/** Regions from before versions could be published wrote neither of the two. */
type StoredRecord = Omit<FunctionRecord, "version" | "lastVersion"> & Partial<FunctionRecord>;

const completed = (stored: StoredRecord): FunctionRecord => ({ version: "$LATEST", lastVersion: 0, ...stored });

function keyOf(region: string, functionName: string): string {
  return `${region}/${functionName}`;
}
