/** An alias's versions and the share of invocations that each gets. https://docs.aws.amazon.com/lambda/latest/dg/configuring-alias-routing.html */
import type { Alias, AliasTarget } from "./schema";

export interface TrafficShare {
  version: string;
  /** Of 1. */
  share: number;
}

/** Steps offered for a shift, as shares of the second version. */
export const SHIFT_STEPS = [0.01, 0.05, 0.1, 0.25, 0.5] as const;

/** One or two; they add up to 1. */
export function trafficShares({ version, additional }: Pick<Alias, "version" | "additional">): TrafficShare[] {
  if (!additional) return [{ version, share: 1 }];
  return [
    // A weight is a binary fraction: 1 - 0.9 is not 0.1.
    { version, share: Math.round((1 - additional.weight) * 1e6) / 1e6 },
    { version: additional.version, share: additional.weight },
  ];
}

/** Everything to one version. */
export function pointAt(alias: Pick<Alias, "description">, version: string): AliasTarget {
  return { version, description: alias.description };
}

/** The version that one click goes back to: the one beside the new one while traffic is split, else the one it pointed at before. */
export function rollBackVersion({ version, additional, previousVersion }: Pick<Alias, "version" | "additional" | "previousVersion">): string | undefined {
  if (additional) return version;
  return previousVersion === version ? undefined : previousVersion;
}

/** `3`, `90 % 3 + 10 % 4`: what is kept of an alias in the history. */
export function targetInWords(target: Pick<Alias, "version" | "additional">): string {
  const shares = trafficShares(target);
  if (shares.length === 1) return target.version;
  return shares.map(({ version, share }) => `${Math.round(share * 1_000) / 10} % ${version}`).join(" + ");
}

/** The version that an alias's kept words put first; the reverse of `targetInWords` as far as going back needs it. */
export function versionOfWords(words: string): string | undefined {
  return /^(?:[\d.]+ % )?(\$LATEST|\d+)(?: \+ |$)/.exec(words)?.[1];
}
