import { classNames } from "@/components/ui/class-names";
import { Skeleton } from "@/components/ui/skeleton";
import { formatCount, formatMs, formatPercent } from "@/lib/format";
import { FAILING_RATE } from "@/lib/metrics/rates";
import type { AliasTraffic } from "@/lib/versions/schema";
import type { TrafficShare } from "@/lib/versions/traffic-shares";

interface TrafficSidesProps {
  shares: readonly TrafficShare[];
  /** undefined until CloudWatch answered. */
  traffic: AliasTraffic | undefined;
  failed: boolean;
  range: string;
}

/** The share of each version as a bar, and under it what CloudWatch saw of each. */
export function TrafficSides({ shares, traffic, failed, range }: TrafficSidesProps) {
  return (
    <div className="min-w-0">
      <div aria-hidden className="flex h-2 gap-0.5 overflow-hidden rounded-full">
        {shares.map(({ version, share }, index) => (
          <span key={version} style={{ width: `${share * 100}%` }} className={classNames("min-w-1", index === 0 ? "bg-[var(--series-1)]" : "bg-accent-fill")} />
        ))}
      </div>
      <table className="mt-2 w-full text-2">
        <caption className="sr-only">Versions behind the alias over {range}</caption>
        <thead className="text-1 text-muted">
          <tr>
            <th scope="col" className="py-0.5 text-left font-normal">Version</th>
            {["Share", "Invocations", "Errors", "p95"].map((label) => (
              <th key={label} scope="col" className="figures py-0.5 pl-3 font-normal">{label}</th>
            ))}
          </tr>
        </thead>
        <tbody>
          {shares.map(({ version, share }, index) => {
            const side = traffic?.sides.find((each) => each.version === version);
            return (
              <tr key={version}>
                <th scope="row" className="py-0.5 text-left font-normal">
                  <span aria-hidden className={classNames("mr-2 inline-block size-2 rounded-full", index === 0 ? "bg-[var(--series-1)]" : "bg-accent-fill")} />
                  <span className="font-mono">{version}</span>
                </th>
                <td className="figures py-0.5 pl-3">{formatPercent(share)}</td>
                <SideFigures side={side} waiting={!traffic && !failed} />
              </tr>
            );
          })}
        </tbody>
      </table>
      {failed && !traffic ? <p className="mt-1 text-1 text-muted">CloudWatch could not be read: no figures.</p> : null}
    </div>
  );
}

function SideFigures({ side, waiting }: { side: AliasTraffic["sides"][number] | undefined; waiting: boolean }) {
  if (waiting) return <td colSpan={3} className="py-0.5 pl-3"><Skeleton className="ml-auto h-4 w-32" /></td>;
  const errorShare = side && side.invocations > 0 ? side.errors / side.invocations : undefined;
  const failing = errorShare !== undefined && errorShare > FAILING_RATE;
  return (
    <>
      <td className="figures py-0.5 pl-3">{side ? formatCount(side.invocations) : "–"}</td>
      <td className={classNames("figures py-0.5 pl-3", failing && "font-medium text-error")}>{errorShare === undefined ? "–" : formatPercent(errorShare)}</td>
      <td className="figures py-0.5 pl-3">{side?.durationP95Ms === undefined ? "–" : formatMs(side.durationP95Ms)}</td>
    </>
  );
}
