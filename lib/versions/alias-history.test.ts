import { expect, test } from "vitest";
import type { Change } from "@/lib/activity/schema";
import { aliasField, previousVersionOf } from "./alias-history";

type Past = Pick<Change, "kind" | "status" | "fields">;

function move(name: string, before: string, after: string, status: Change["status"] = "done"): Past {
  return { kind: "alias", status, fields: [{ field: aliasField(name), kind: "setting", action: "changed", before, after }] };
}

test.each<[string, Past[], string | undefined]>([
  ["nothing was changed", [], undefined],
  ["it was moved", [move("prod", "3", "4")], "3"],
  ["it was shifted in steps", [move("prod", "50 % 3 + 50 % 4", "4"), move("prod", "3", "50 % 3 + 50 % 4")], "3"],
  ["another alias was moved", [move("dev", "3", "4")], undefined],
  ["the move failed", [move("prod", "3", "4", "failed")], undefined],
  ["only its weight was changed", [move("prod", "4", "90 % 4 + 10 % 5")], undefined],
])("knows the version before when %s", (_what, changes, expected) => {
  expect(previousVersionOf({ name: "prod", version: "4" }, changes)).toBe(expected);
});
