import { invalidCombination, missingParameter } from "../cloudwatch-error.ts";
import type { CloudWatchOperation } from "../cloudwatch-context.ts";
import { requestedMetric, seriesOf } from "../metric-identity.ts";
import type { Members } from "../members.ts";
import { parseStatistic, SIMPLE_STATISTICS, type Statistic } from "../statistic.ts";
import { firstPeriodMs, requestedPeriod, requestedRange } from "../time-range.ts";

const MAX_DATAPOINTS = 1440;

/** https://docs.aws.amazon.com/AmazonCloudWatch/latest/APIReference/API_GetMetricStatistics.html */
export const getMetricStatistics: CloudWatchOperation = ({ metrics, clock, region }, members) => {
  const unit = members.text("Unit");
  const metric = requestedMetric(members, unit);
  const range = requestedRange(members, clock.now());
  const periodMs = requestedPeriod(members) * 1000;
  const { simple, extended } = requestedStatistics(members);
  const points = Math.ceil((range.endMs - range.startMs) / periodMs);
  if (points > MAX_DATAPOINTS) {
    throw invalidCombination(
      `You have requested up to ${points} datapoints, which exceeds the limit of ${MAX_DATAPOINTS}. ` +
        "You may reduce the datapoints requested by increasing Period, or decreasing the time range.",
    );
  }
  const series = seriesOf(metrics.seriesInRegion(region), metric);
  if (!series) return { Label: metric.name, Datapoints: [] };
  const periods = metrics.readPeriods({
    seriesId: series.id,
    fromMs: firstPeriodMs(range, periodMs, clock.now()),
    untilMs: range.endMs,
    periodMs,
    withValues: extended.some((statistic) => statistic.needsValues),
  });
  return {
    Label: metric.name,
    Datapoints: [...periods].map(([startMs, distribution]) => ({
      Timestamp: new Date(startMs),
      ...Object.fromEntries(simple.map((statistic) => [statistic.text, statistic.compute(distribution)])),
      Unit: series.unit,
      ...(extended.length > 0
        ? { ExtendedStatistics: new Map(extended.map((each) => [each.text, each.compute(distribution)])) }
        : {}),
    })),
  };
};

function requestedStatistics(members: Members): { simple: Statistic[]; extended: Statistic[] } {
  const simple = members.texts("Statistics") ?? [];
  const extended = members.texts("ExtendedStatistics") ?? [];
  if (simple.length + extended.length === 0) {
    throw missingParameter("At least one of the parameters Statistics and ExtendedStatistics must be specified.");
  }
  if (simple.some((text) => !SIMPLE_STATISTICS.includes(text))) {
    throw invalidCombination(`Statistics must be among ${SIMPLE_STATISTICS.join(", ")}.`);
  }
  return { simple: simple.map(parseStatistic), extended: extended.map(parseStatistic) };
}
