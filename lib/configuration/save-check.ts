/** Decides whether settings may be saved on what the function has at this moment. */
import { AppError } from "@/lib/errors";
import { changedMeanwhile, compareThreeWays } from "./configuration-diff";
import { planSave, settingsAfter } from "./save-plan";
import type { ConfigurationConflict, ConfigurationUpdate, PlannedCall } from "./schema";
import { definitionOf } from "./setting-definitions";
import { findJointProblems, findSettingProblem } from "./setting-problems";
import type { Settings } from "./settings";

/** Throws `bad_request` for a value that AWS would refuse, with the field to mend as `details.data`. */
export function requireValidChanges(present: Settings, changes: Settings): void {
  for (const [field, value] of Object.entries(changes)) {
    const problem = value === (present[field] ?? null) ? undefined : findSettingProblem(field, value);
    if (problem) throw new AppError("bad_request", problem, { data: { field } });
  }
  const before = new Set(findJointProblems(present).map(({ problem }) => problem));
  const found = findJointProblems(settingsAfter(present, changes)).find(({ problem }) => !before.has(problem));
  if (found) throw new AppError("bad_request", found.problem, { data: { field: found.field } });
}

/**
 * The calls of a save. Throws `revision_conflict` with a `ConfigurationConflict` when somebody changed what the person saw;
 * what was changed to the very value that the person wants is no conflict.
 */
export function planGuardedSave(functionName: string, { base, changes }: ConfigurationUpdate, present: Settings): PlannedCall[] {
  const unread = Object.keys(changes).find((field) => !(field in present) && definitionOf(field) && !/^(tag|provisioned):/.test(field));
  if (unread) throw new AppError("conflict", `${definitionOf(unread)?.label} cannot be read at present, so it is not changed either.`);
  const rows = compareThreeWays(base, changes, present).filter(({ field }) => field in present || field in changes || /^(tag|provisioned):/.test(field));
  if (changedMeanwhile(rows)) {
    const data: ConfigurationConflict = { fields: rows };
    throw new AppError("revision_conflict", `Someone changed ${functionName} since you opened it.`, {
      hint: "Nothing was saved. Look at both, then save again.",
      data,
    });
  }
  requireValidChanges(present, changes);
  return planSave(present, changes);
}
