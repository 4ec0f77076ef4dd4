import { expect, test } from "vitest";
import { type BulkForm, EMPTY_BULK_FORM, readBulkForm } from "./bulk-form";

test.each<[Partial<BulkForm>, unknown]>([
  [{ what: "memory", number: "512" }, { change: { what: "memory", memoryMb: 512 } }],
  [{ what: "memory", number: "" }, { problem: "Memory must be a whole number between 128 and 10,240 MB." }],
  [{ what: "memory", number: "64" }, { problem: "Memory must be a whole number between 128 and 10,240 MB." }],
  [{ what: "timeout", number: "30" }, { change: { what: "timeout", timeoutSeconds: 30 } }],
  [{ what: "timeout", number: "1.5" }, { problem: "Timeout must be a whole number between 1 and 900 s." }],
  [{ what: "runtime", runtime: "python3.14" }, { change: { what: "runtime", runtime: "python3.14" } }],
  [{ what: "set_variable", key: "STAGE", value: "" }, { change: { what: "set_variable", key: "STAGE", value: "" } }],
  [{ what: "set_variable", key: "9A" }, { problem: "A variable's name begins with a letter and has letters, digits and underscores." }],
  [{ what: "remove_variable", key: "STAGE" }, { change: { what: "remove_variable", key: "STAGE" } }],
  [{ what: "set_tag", key: "", value: "x" }, { problem: "Give the tag a key." }],
  [{ what: "set_tag", key: "aws:x", value: "x" }, { problem: "Keys that begin with aws: belong to AWS." }],
  [{ what: "log_retention", days: "" }, { change: { what: "log_retention", days: undefined } }],
  [{ what: "log_retention", days: "7" }, { change: { what: "log_retention", days: 7 } }],
])("%o means %o", (form, read) => {
  expect(readBulkForm({ ...EMPTY_BULK_FORM, ...form })).toEqual(read);
});
