/**
 * States of mappings: what is asked for is under way for a moment, then a poller runs or does not.
 * https://docs.aws.amazon.com/lambda/latest/api/API_EventSourceMappingConfiguration.html
 */
import type { Clock } from "../../clock.ts";
import { ServiceError } from "../../protocols/service-error.ts";
import type { RecordTable } from "../record-table.ts";
import type { MappingRecord, MappingState } from "./mapping-record.ts";
import { QueuePoller, type PollerServices } from "./queue-poller.ts";

/** All mappings of a region belong to nobody: they outlive their function. */
const OWNER = "";
const DEFAULT_SETTLE_MS = 100;
const SETTLED: ReadonlySet<MappingState> = new Set(["Enabled", "Disabled"]);

export interface EventSourceMappings {
  find(region: string, uuid: string): MappingRecord | undefined;
  /** In the order in which they were made. */
  list(region: string): MappingRecord[];
  /** Stores what will be, in the state that leads there. Throws `ResourceInUseException` while another change is under way. */
  change(mapping: MappingRecord, state: "Creating" | "Enabling" | "Disabling" | "Updating" | "Deleting"): MappingRecord;
  /** Fetches nothing more. */
  stop(): void;
  /** After `stop`, when the engine has ended what was running. */
  settled(): Promise<void>;
}

export interface EventSourceMappingsOptions extends PollerServices {
  table: RecordTable<MappingRecord>;
  clock: Clock;
  /** How long a change is under way. */
  settleMs?: number;
}

/** Finishes at once what a former process left unfinished, and starts the pollers. */
export function openEventSourceMappings(options: EventSourceMappingsOptions): EventSourceMappings {
  const { table, clock, settleMs = DEFAULT_SETTLE_MS } = options;
  const pollers = new Map<string, QueuePoller>();
  const ending = new Set<QueuePoller>();
  const timers = new Map<string, NodeJS.Timeout>();

  const stopPoller = (uuid: string): void => {
    const poller = pollers.get(uuid);
    if (!poller) return;
    poller.stop();
    pollers.delete(uuid);
    ending.add(poller);
    void poller.settled().finally(() => ending.delete(poller));
  };

  const settle = (mapping: MappingRecord): void => {
    const { region, uuid } = mapping;
    timers.delete(uuid);
    stopPoller(uuid);
    if (mapping.state === "Deleting") {
      table.remove(region, OWNER, uuid);
      return;
    }
    const settled: MappingRecord = { ...mapping, state: mapping.enabled ? "Enabled" : "Disabled" };
    if (!SETTLED.has(mapping.state)) table.put(region, OWNER, uuid, settled);
    if (settled.enabled && settled.kind === "sqs") pollers.set(uuid, new QueuePoller(settled, options));
  };

  for (const mapping of table.all()) settle(mapping);

  return {
    find: (region, uuid) => table.find(region, OWNER, uuid),
    list: (region) => table.list(region, OWNER),
    change(mapping, state) {
      const known = table.find(mapping.region, OWNER, mapping.uuid);
      if (known && !SETTLED.has(known.state)) {
        throw new ServiceError("ResourceInUseException", 400, "Cannot update the event source mapping because it is in use.");
      }
      const changed: MappingRecord = { ...mapping, state, lastModifiedMs: clock.now() };
      table.put(mapping.region, OWNER, mapping.uuid, changed);
      timers.set(mapping.uuid, setTimeout(() => settle(changed), settleMs));
      return changed;
    },
    stop() {
      for (const timer of timers.values()) clearTimeout(timer);
      for (const uuid of pollers.keys()) stopPoller(uuid);
    },
    async settled() {
      await Promise.all([...ending].map((poller) => poller.settled()));
    },
  };
}
