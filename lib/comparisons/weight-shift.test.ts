import { expect, test } from "vitest";
import type { Alias } from "@/lib/versions/schema";
import { findShift } from "./weight-shift";

const alias = (name: string, version: string, more: Partial<Alias> = {}): Alias => ({ name, description: "", version, revisionId: "r", ...more });
const prod = alias("prod", "3");

test.each([
  [{ left: "prod", right: "5" }, [prod], { alias: prod, to: "5" }],
  [{ left: "5", right: "prod" }, [prod], { alias: prod, to: "5" }],
  [{ left: "prod", right: "next" }, [prod, alias("next", "5")], { alias: prod, to: "5" }],
  [{ left: "3", right: "5" }, [prod], undefined],
  [{ left: "prod", right: "3" }, [prod], undefined],
  [{ left: "prod", right: "next" }, [prod, alias("next", "3")], undefined],
])("%j", (plan, aliases, shift) => {
  expect(findShift(plan, aliases)).toEqual(shift);
});

test("after the move the way back stays", () => {
  const moved = alias("prod", "5", { previousVersion: "3" });
  expect(findShift({ left: "prod", right: "5" }, [moved])).toEqual({ alias: moved, to: "5" });
});

test("$LATEST shares no traffic, on either side", () => {
  expect(findShift({ left: "prod", right: "$LATEST" }, [prod])).toMatchObject({ refusal: expect.stringContaining("publish it as a version first") });
  expect(findShift({ left: "dev", right: "3" }, [alias("dev", "$LATEST")])).toMatchObject({ refusal: expect.stringContaining("points at $LATEST") });
});
