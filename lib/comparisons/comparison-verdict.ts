/** One sentence or two about both sides of one event. */
import { formatMs, formatUsd } from "@/lib/format";
import { FEWEST_WARM_RUNS, type MeasuredDifference, measuredDifference } from "./measured-difference";
import type { SideFigures } from "./side-figures";

/** Lambda bills whole milliseconds. */
const DURATION_RESOLUTION_MS = 1;
/** REPORT lines have whole MB, and a heap breathes by one or two. */
const MEMORY_RESOLUTION_MB = 2;
/** A dearer side by less than a hundredth is no finding. */
const COST_RESOLUTION_SHARE = 0.01;
const MILLION = 1_000_000;

export interface Differences {
  durationMs?: MeasuredDifference;
  memoryMb?: MeasuredDifference;
  costUsd?: MeasuredDifference;
}

export function differencesOf(left: SideFigures, right: SideFigures): Differences {
  return {
    durationMs: measuredDifference(left.durationMs, right.durationMs, DURATION_RESOLUTION_MS),
    memoryMb: measuredDifference(left.memoryMb, right.memoryMb, MEMORY_RESOLUTION_MB),
    costUsd: measuredDifference(left.costUsd, right.costUsd, (left.costUsd?.p50 ?? 0) * COST_RESOLUTION_SHARE),
  };
}

/** `sides`: the two qualifiers, for instance `$LATEST` and `prod`. */
export function verdictSentence(left: SideFigures, right: SideFigures, sides: { left: string; right: string }): string {
  const names = { left: nameOf(sides.left), right: nameOf(sides.right) };
  const { durationMs, memoryMb, costUsd } = differencesOf(left, right);
  const failing = failureSentence(left, right, names);
  if (!durationMs) return failing ?? "Nothing was measured on one of the sides.";
  if (durationMs.finding === "too_few") return [failing, `Too few warm runs to say which is faster: ${FEWEST_WARM_RUNS} are needed on each side.`].filter(Boolean).join(" ");
  const parts = [
    durationMs.finding === "same" ? undefined : `${durationMs.finding === "less" ? "faster" : "slower"} by ${formatMs(Math.abs(durationMs.difference))} at the median`,
    memoryMb?.finding === "less" || memoryMb?.finding === "more" ? `uses ${Math.round(Math.abs(memoryMb.difference))} MB ${memoryMb.finding} memory` : undefined,
    costUsd?.finding === "less" || costUsd?.finding === "more" ? `costs ${formatUsd(Math.abs(costUsd.difference) * MILLION)} ${costUsd.finding} per million` : undefined,
  ].filter((part) => part !== undefined);
  const measured = parts.length === 0 ? `No difference beyond the noise of ± ${formatMs(durationMs.noise)}.` : `${names.right} ${sentenceOf(parts, durationMs)}.`;
  return [failing, measured].filter(Boolean).join(" ");
}

/** A sentence that begins with a bare number cannot be read. */
function nameOf(qualifier: string): string {
  return /^\d+$/.test(qualifier) ? `Version ${qualifier}` : qualifier;
}

function sentenceOf(parts: readonly string[], { finding }: MeasuredDifference): string {
  const [first = "", ...rest] = parts;
  const verb = finding === "same" ? first : `is ${first}`;
  return rest.length === 0 ? verb : `${[verb, ...rest.slice(0, -1)].join(", ")} and ${rest.at(-1)}`;
}

function failureSentence(left: SideFigures, right: SideFigures, names: { left: string; right: string }): string | undefined {
  const sides = [{ name: names.left, figures: left }, { name: names.right, figures: right }];
  const sentences = sides.flatMap(({ name, figures: { failedCount, notRunCount } }) => [
    ...(failedCount > 0 ? [`${name} failed ${timesText(failedCount)}.`] : []),
    ...(notRunCount > 0 ? [`${name} could not be run ${timesText(notRunCount)}.`] : []),
  ]);
  return sentences.length > 0 ? sentences.join(" ") : undefined;
}

function timesText(count: number): string {
  return count === 1 ? "once" : `${count} times`;
}
