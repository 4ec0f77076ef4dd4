/** What was typed on the Configuration page, and what becomes of it. */
import { diffConfiguration } from "@/lib/configuration/configuration-diff";
import { settingsAfter } from "@/lib/configuration/save-plan";
import { findAccountProblem, findJointProblems, findSettingProblem } from "@/lib/configuration/setting-problems";
import { type Settings, settingOfText, textOfSetting } from "@/lib/configuration/settings";

/** As typed, by field; null = taken away. Fields that nobody touched are missing. */
export type SettingEdits = Readonly<Record<string, string | null>>;

/** The edits with one field typed anew; typing what was there is no edit. */
export function withEdit(base: Settings, edits: SettingEdits, field: string, text: string | null): SettingEdits {
  const { [field]: _former, ...others } = edits;
  const wasThere = base[field] !== undefined && base[field] !== null;
  const same = text === null ? !wasThere : wasThere || !isDynamic(field) ? text === textOfSetting(base[field]) : false;
  return same ? others : { ...others, [field]: text };
}

/** The settings that differ from the base. */
export function changesOf(base: Settings, edits: SettingEdits): Settings {
  const values = Object.entries(edits).map(([field, text]): [string, Settings[string]] => [field, text === null ? null : settingOfText(field, text)]);
  return Object.fromEntries(values.filter(([field, value]) => value !== (base[field] ?? null)));
}

/** What keeps the changes from being saved, by field: only what was changed is judged. The account's limit on concurrency counts when it is known. */
export function problemsOf(base: Settings, edits: SettingEdits, accountConcurrencyLimit?: number): Readonly<Record<string, string>> {
  const changes = changesOf(base, edits);
  const problems: Record<string, string> = {};
  const known = new Set(findJointProblems(base).map(({ problem }) => problem));
  for (const { field, problem } of findJointProblems(settingsAfter(base, changes))) if (!known.has(problem)) problems[field] = problem;
  for (const [field, value] of Object.entries(changes)) {
    const problem = findSettingProblem(field, value) ?? (field === "reservedConcurrency" ? findAccountProblem(value, accountConcurrencyLimit) : undefined);
    if (problem) problems[field] = problem;
  }
  return problems;
}

/** The changes with what AWS changes along, as the review lists them. */
export function reviewOf(base: Settings, edits: SettingEdits) {
  return diffConfiguration(base, settingsAfter(base, changesOf(base, edits)));
}

function isDynamic(field: string): boolean {
  return field.startsWith("tag:") || field.startsWith("provisioned:");
}
