/**
 * Whether a trigger can invoke the function, by what Lambda's own API tells. A source's own half (a bucket's notifications,
 * a rule's targets) is written at the source: for those the answer is `permission_only`, never a guess.
 */
import type { Mapping, PolicyStatement, TriggerUrl, TriggerVerdict } from "./schema";
import { describePrincipal, serviceOfArn } from "./source-names";

export interface Judgement {
  verdict: TriggerVerdict;
  reason: string;
  notes: string[];
}

/** What the function is at this moment. */
export interface TriggerSurroundings {
  /** Versions and aliases that exist, `$LATEST` included. */
  qualifiers: ReadonlySet<string>;
  /** undefined = none, or not readable. */
  reservedConcurrency?: number;
  /** `Active`, `Inactive`, `Failed`, `Pending`; undefined = not readable. */
  state?: string;
  timeoutSeconds?: number;
}

/** What keeps every trigger of a qualifier from firing. */
function findBlock(qualifier: string, { qualifiers, reservedConcurrency, state }: TriggerSurroundings): string | undefined {
  if (!qualifiers.has(qualifier)) return `It invokes ${qualifier}, which does not exist.`;
  if (reservedConcurrency === 0) return "The function is stopped: its reserved concurrency is 0.";
  if (state === "Failed") return "The function is in state Failed and cannot run.";
  return undefined;
}

export function judgeMapping(mapping: Mapping & { filterError?: string }, qualifier: string, surroundings: TriggerSurroundings): Judgement {
  const never = (reason: string): Judgement => ({ verdict: "never_fires", reason, notes: [] });
  const block = findBlock(qualifier, surroundings);
  if (block) return never(block);
  if (mapping.filterError) return never(`AWS cannot read its filter: ${mapping.filterError}`);
  switch (mapping.state) {
    case "Disabled":
      return never("It is switched off.");
    case "Disabling":
      return never("It is being switched off.");
    case "Deleting":
      return never("It is being deleted.");
  }
  const last = mapping.lastProcessingResult ?? "";
  if (/^PROBLEM/i.test(last)) return never(`AWS cannot get at the source: ${last.replace(/^PROBLEM:\s*/i, "")}`);
  const notes = [
    ...(mapping.filters.length > 0 ? [`Records that do not fit ${mapping.filters.length === 1 ? "its filter" : `one of its ${mapping.filters.length} filters`} are dropped.`] : []),
    ...(serviceOfArn(mapping.sourceArn ?? "") === "sqs" && !mapping.reportsItemFailures && (mapping.batchSize ?? 1) > 1 ? ["One failing message brings the whole batch back: item failures are not reported."] : []),
    ...(surroundings.state === "Inactive" ? ["The function is inactive: the first batch wakes it."] : []),
  ];
  if (mapping.state !== "Enabled") return { verdict: "works", reason: `AWS is still setting it up (${mapping.state}).`, notes };
  return { verdict: "works", reason: "Lambda polls the source and invokes the function.", notes };
}

const INVOKES = new Set(["*", "lambda:*", "lambda:Invoke*", "lambda:InvokeFunction"]);
const INVOKES_URL = new Set(["*", "lambda:*", "lambda:Invoke*", "lambda:InvokeFunctionUrl"]);

export function judgeStatement(statement: PolicyStatement, qualifier: string, surroundings: TriggerSurroundings & { urls: readonly Pick<TriggerUrl, "authType">[] }): Judgement {
  const never = (reason: string): Judgement => ({ verdict: "never_fires", reason, notes: [] });
  const only = (reason: string, notes: string[] = []): Judgement => ({ verdict: "permission_only", reason, notes });
  const { actions, principal, sourceArn, sourceAccount, urlAuthType, viaUrl, otherConditions } = statement;
  const block = findBlock(qualifier, surroundings);
  if (block) return never(block);
  if (statement.effect === "Deny") return never("It denies: nobody is let in by it.");
  const forUrl = actions.some((action) => INVOKES_URL.has(action)) && !actions.some((action) => INVOKES.has(action));
  if (forUrl || viaUrl) {
    if (surroundings.urls.length === 0) return only("It lets callers use a function URL, and there is none.");
    if (urlAuthType && !surroundings.urls.some(({ authType }) => authType === urlAuthType)) return never(`It is for a URL with authentication ${urlAuthType}, and the URL has ${surroundings.urls[0]?.authType}.`);
    return { verdict: "works", reason: "The function URL uses it.", notes: [] };
  }
  if (!actions.some((action) => INVOKES.has(action))) return only(`It allows ${actions.join(", ")}, which invokes nothing.`);
  const source = describePrincipal(principal);
  const notes = otherConditions.length > 0 ? [`It has conditions that are not judged here: ${otherConditions.join(", ")}.`] : [];
  if (source.kind === "other") return never("Its principal names nobody.");
  if (source.kind === "polled") return never(`${source.name} never invokes by itself: Lambda polls it, which needs an event source mapping.`);
  if (source.kind === "public") {
    const limited = sourceArn ?? sourceAccount ?? statement.organizationId;
    return only(limited ? `Everyone may invoke it who comes from ${limited}.` : "Everyone with an AWS account may invoke it.", limited ? notes : ["This is open to the whole world. Name an account or a source.", ...notes]);
  }
  if (source.kind === "account") return only(`${source.name} may invoke it; whether it does is up to it.`, notes);
  const arnService = sourceArn === undefined ? undefined : serviceOfArn(sourceArn);
  if (arnService !== undefined && source.arnServices && source.arnServices.length > 0 && !source.arnServices.includes(arnService)) {
    return never(`It lets ${source.name} in for a source of ${arnService}, and ${source.name} has no such sources.`);
  }
  const accountOfArn = sourceArn?.split(":")[4];
  if (accountOfArn && sourceAccount && accountOfArn !== sourceAccount) return never(`Its source belongs to account ${accountOfArn}, but it asks for account ${sourceAccount}.`);
  const unbounded = !sourceArn && !sourceAccount && !statement.organizationId ? [`Any ${source.name} source of any account may use it. Name a source ARN or account.`] : [];
  // A bucket's ARN has no account: a bucket deleted and made anew by somebody else would be let in.
  const unowned = arnService === "s3" && !sourceAccount ? ["A bucket of the same name in another account could use it. Name the account too."] : [];
  return only(`${source.name} is let in. Whether it invokes is set up at ${source.half ?? "the source"}, which is not read here.`, [...unbounded, ...unowned, ...notes]);
}

/** A URL wants two statements since October 2025; with AWS_IAM, callers of the same account may have the permission themselves. */
export function judgeUrl(url: TriggerUrl, qualifier: string, surroundings: TriggerSurroundings & { statements: readonly PolicyStatement[]; policyReadable: boolean }): Judgement {
  const block = findBlock(qualifier, surroundings);
  if (block) return { verdict: "never_fires", reason: block, notes: [] };
  const allows = surroundings.statements.filter(({ effect, urlAuthType }) => effect === "Allow" && (urlAuthType === undefined || urlAuthType === url.authType));
  const forUrl = allows.some(({ actions }) => actions.some((action) => INVOKES_URL.has(action)));
  const forFunction = allows.some(({ actions }) => actions.some((action) => INVOKES.has(action)));
  if (!surroundings.policyReadable) return { verdict: "permission_only", reason: "The URL is there; the policy that lets callers in could not be read.", notes: [] };
  if (url.authType === "AWS_IAM") {
    const note = forUrl ? [] : ["Only callers of this account with permission of their own get in: the policy names nobody."];
    return { verdict: "works", reason: "Signed requests reach the function.", notes: note };
  }
  if (!forUrl) return { verdict: "never_fires", reason: "Every request is answered 403: no statement allows lambda:InvokeFunctionUrl to everyone.", notes: [] };
  if (!forFunction) return { verdict: "never_fires", reason: "Every request is answered 403: since October 2025 a statement for lambda:InvokeFunction (by function URL) is needed too.", notes: [] };
  return { verdict: "works", reason: "Everyone who knows the address reaches the function.", notes: ["It is public: no caller is asked who they are."] };
}
