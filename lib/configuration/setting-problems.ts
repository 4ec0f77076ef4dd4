/** Why settings cannot be saved: each alone, and together. AWS's rules, found before anything is sent. */
import { definitionOf, tagKeyOf } from "./setting-definitions";
import { itemsOf, type Settings, type SettingValue } from "./settings";

const formatted = (value: number) => value.toLocaleString("en");

/** Why a value cannot be saved, in a sentence; undefined when it can. Cheap enough for each keystroke. */
export function findSettingProblem(field: string, value: SettingValue | null): string | undefined {
  const definition = definitionOf(field);
  if (!definition) return `There is no setting ${field}.`;
  const { label, kind, unit, min = 0, max, pattern, wants, choices, required } = definition;
  const key = tagKeyOf(field);
  const keyProblem = key === undefined ? undefined : findTagKeyProblem(key);
  if (keyProblem) return keyProblem;
  if (value === null) return required ? `${label} must have a value.` : undefined;
  if (kind === "number") {
    if (typeof value !== "number" || !Number.isInteger(value)) return `${label} must be a whole number.`;
    const range = max >= 1_000_000 ? `${formatted(min)} or more` : `between ${formatted(min)} and ${formatted(max)}${unit ? ` ${unit}` : ""}`;
    return value >= min && value <= max ? undefined : `${label} must be ${range}.`;
  }
  const text = String(value);
  if (kind === "switch") return text === "true" || text === "false" ? undefined : `${label} must be on or off.`;
  if (choices) return choices.some((choice) => choice.value === text) ? undefined : `${label} must be one of ${choices.map((choice) => choice.value).join(", ")}.`;
  if (kind === "list") return findListProblem(label, itemsOf(text), { max, pattern, wants });
  if (text === "" && required && field !== "description") return field === "handler" ? "A handler must be given." : `${label} must have a value.`;
  if (text.length > max) return `${label} has ${formatted(text.length)} characters; AWS takes at most ${formatted(max)}.`;
  if (isDestination(field) && /:(sqs|sns):.*\.fifo$/.test(text)) return `${label} must be a standard queue or topic: Lambda sends nothing to a FIFO one.`;
  if (!pattern || text === "" || pattern.test(text)) return undefined;
  return field === "handler" ? "A handler has no white space." : `${label} must be ${wants}.`;
}

function isDestination(field: string): boolean {
  return field === "onSuccessDestination" || field === "onFailureDestination";
}

/** What AWS keeps for the functions without a reservation. https://docs.aws.amazon.com/lambda/latest/dg/configuration-concurrency.html */
const UNRESERVED_FLOOR = 100;

/**
 * Why the account has no room for a reservation, whatever other functions reserve; undefined when it may have, or when the
 * account's limit is not known. Other reservations take from it too: that is AWS's to say.
 */
export function findAccountProblem(reserved: SettingValue | null | undefined, accountConcurrencyLimit: number | undefined): string | undefined {
  if (typeof reserved !== "number" || accountConcurrencyLimit === undefined) return undefined;
  const most = Math.max(0, accountConcurrencyLimit - UNRESERVED_FLOOR);
  if (reserved <= most) return undefined;
  return `Reserve at most ${formatted(most)}: the account has ${formatted(accountConcurrencyLimit)} in this region, and ${formatted(UNRESERVED_FLOOR)} must stay unreserved.`;
}

function findListProblem(label: string, items: readonly string[], { max, pattern, wants }: { max: number; pattern?: RegExp; wants?: string }): string | undefined {
  if (items.length > max) return `${label}: ${formatted(items.length)} given; AWS takes at most ${formatted(max)}.`;
  const wrong = items.find((item) => pattern && !pattern.test(item));
  return wrong === undefined ? undefined : `${label}: “${wrong}” is not ${wants}.`;
}

/** https://docs.aws.amazon.com/tag-editor/latest/userguide/tagging.html */
function findTagKeyProblem(key: string): string | undefined {
  if (key === "") return "Give the tag a key.";
  if (key.length > 128) return `A tag's key has at most 128 characters; this one has ${key.length}.`;
  if (/^aws:/i.test(key)) return "Keys that begin with aws: are AWS's own.";
  return /^[\p{L}\p{Z}\p{N}_.:/=+\-@]*$/u.test(key) ? undefined : "A tag's key has letters, digits, spaces and _ . : / = + - @ only.";
}

export interface SettingProblem {
  field: string;
  problem: string;
}

/** What does not go together, each at the field to mend. Fields that were not read are left out of it. */
export function findJointProblems(settings: Settings): SettingProblem[] {
  const set = (field: string) => settings[field] !== null && settings[field] !== undefined && settings[field] !== "";
  const value = (field: string) => settings[field];
  const problems: [boolean, string, string][] = [
    [set("subnetIds") && !set("securityGroupIds"), "securityGroupIds", "Subnets need at least one security group."],
    [set("securityGroupIds") && !set("subnetIds"), "subnetIds", "Security groups need at least one subnet."],
    [set("fileSystemArn") && !set("fileSystemMountPath"), "fileSystemMountPath", "Say where to mount it, for instance /mnt/data."],
    [set("fileSystemMountPath") && !set("fileSystemArn"), "fileSystemArn", "Say what to mount there."],
    [set("fileSystemArn") && "subnetIds" in settings && !set("subnetIds"), "fileSystemArn", "A file system needs the function in its VPC: set subnets too."],
    [value("updateRuntimeOn") === "Manual" && !set("runtimeVersionArn"), "runtimeVersionArn", "Manual needs the ARN of the runtime version to stay on."],
    [value("updateRuntimeOn") !== "Manual" && set("updateRuntimeOn") && set("runtimeVersionArn"), "runtimeVersionArn", "Only Manual stays on a runtime version: empty this, or choose Manual."],
    [value("snapStartApplyOn") === "PublishedVersions" && set("fileSystemArn"), "snapStartApplyOn", "SnapStart does not go with a file system."],
    [value("snapStartApplyOn") === "PublishedVersions" && Number(value("ephemeralStorageMb")) > 512, "snapStartApplyOn", "SnapStart does not go with more than 512 MB of ephemeral storage."],
  ];
  const found = problems.filter(([wrong]) => wrong).map(([, field, problem]) => ({ field, problem }));
  return [...found, ...layerProblems(settings), ...provisionedProblems(settings)];
}

function layerProblems({ layers }: Settings): SettingProblem[] {
  const names = itemsOf(layers).map((arn) => arn.replace(/:\d+$/, ""));
  const twice = names.find((name, index) => names.indexOf(name) !== index);
  return twice === undefined ? [] : [{ field: "layers", problem: `Two versions of ${twice.split(":").at(-1)}: AWS takes one.` }];
}

function provisionedProblems(settings: Settings): SettingProblem[] {
  const fields = Object.keys(settings).filter((field) => field.startsWith("provisioned:") && typeof settings[field] === "number");
  const total = fields.reduce((sum, field) => sum + Number(settings[field]), 0);
  const { reservedConcurrency, snapStartApplyOn } = settings;
  if (typeof reservedConcurrency === "number" && total > reservedConcurrency) {
    return [{ field: "reservedConcurrency", problem: `Provisioned concurrency comes to ${formatted(total)}: reserve at least that many, or none.` }];
  }
  if (fields.length > 0 && snapStartApplyOn === "PublishedVersions") return [{ field: "snapStartApplyOn", problem: "SnapStart does not go with provisioned concurrency." }];
  return [];
}
