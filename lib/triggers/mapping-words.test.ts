import { expect, test } from "vitest";
import { isOn, mappingFields } from "./mapping-words";
import type { Mapping, MappingEdit } from "./schema";

const mapping: Mapping = { id: "u", state: "Enabled", batchSize: 10, filters: [], reportsItemFailures: false, topics: [], queues: [] };
const change = (field: string, before: string | number, after: string | number) => ({ field, kind: "setting", action: "changed", before, after });

test.each<[Partial<Mapping>, MappingEdit, object[]]>([
  [{}, { enabled: false }, [change("State", "on", "off")]],
  [{ state: "Disabled" }, { enabled: false }, []],
  [{}, { batchSize: 10, windowSeconds: 0 }, []],
  [{}, { batchSize: 20, windowSeconds: 5 }, [change("Batch size", 10, 20), change("Batch window (s)", 0, 5)]],
  [{ maximumConcurrency: 5 }, { maximumConcurrency: null }, [change("Maximum concurrency", 5, "no limit")]],
  [{ filters: ["{}"] }, { filters: [] }, [change("Filter", "{}", "none")]],
  [{ onFailureArn: "arn:a" }, { onFailureArn: "" }, [change("On-failure destination", "arn:a", "none")]],
])("%j edited by %j", (before, edit, expected) => expect(mappingFields({ ...mapping, ...before }, edit)).toEqual(expected));

test.each([
  ["Enabled", true],
  ["Creating", true],
  ["Updating", true],
  ["Disabled", false],
  ["Disabling", false],
  ["Deleting", false],
])("%s is on: %s", (state, on) => expect(isOn({ state })).toBe(on));
