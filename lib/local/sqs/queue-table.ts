import type { Database } from "better-sqlite3";
import type { Queue } from "./queue.ts";

/** The queues of all regions: in memory for reading, on disk before a change is answered. */
export interface QueueTable {
  find(region: string, name: string): Queue | undefined;
  /** By name. */
  list(region: string): Queue[];
  add(queue: Omit<Queue, "id">): Queue;
  replace(queue: Queue): void;
  /** Its messages go with it. */
  remove(queue: Queue): void;
}

interface Row extends Omit<Queue, "attributes" | "tags"> {
  attributes: string;
  tags: string;
}

export function openQueueTable(database: Database): QueueTable {
  const insert = database.prepare(
    "INSERT INTO queue (region, name, attributes, tags, created_ms, modified_ms) VALUES (@region, @name, @attributes, @tags, @createdMs, @modifiedMs)",
  );
  const update = database.prepare("UPDATE queue SET attributes = @attributes, tags = @tags, modified_ms = @modifiedMs WHERE id = @id");
  const remove = database.prepare("DELETE FROM queue WHERE id = ?");
  const rows = database
    .prepare<[], Row>("SELECT id, region, name, attributes, tags, created_ms AS createdMs, modified_ms AS modifiedMs FROM queue")
    .all();
  const queues = new Map(rows.map((row) => [keyOf(row), fromRow(row)]));
  return {
    find: (region, name) => queues.get(keyOf({ region, name })),
    list: (region) => [...queues.values()].filter((queue) => queue.region === region).sort((a, b) => (a.name < b.name ? -1 : 1)),
    add(fields) {
      const id = Number(insert.run(toRow(fields)).lastInsertRowid);
      const queue = { ...fields, id };
      queues.set(keyOf(queue), queue);
      return queue;
    },
    replace(queue) {
      update.run({ ...toRow(queue), id: queue.id });
      queues.set(keyOf(queue), queue);
    },
    remove(queue) {
      remove.run(queue.id);
      queues.delete(keyOf(queue));
    },
  };
}

const keyOf = ({ region, name }: { region: string; name: string }): string => `${region}/${name}`;

const fromRow = (row: Row): Queue => ({
  ...row,
  attributes: JSON.parse(row.attributes) as Queue["attributes"],
  tags: JSON.parse(row.tags) as Queue["tags"],
});

const toRow = (queue: Omit<Queue, "id">) => ({ ...queue, attributes: JSON.stringify(queue.attributes), tags: JSON.stringify(queue.tags) });
