"use client";

import Link from "next/link";
import { CopyButton } from "@/components/layout/states";
import { useConnectionId, useViewState } from "@/components/layout/view-state";
import { Card } from "@/components/ui/card";
import { Chip } from "@/components/ui/chip";
import { formatDateTime } from "@/lib/format";
import type { Layer } from "@/lib/layers/schema";

const CELL = "border-b border-grid px-3 py-2 align-top";

/** One layer: each version with the functions that use it. */
export function LayerCard({ layer }: { layer: Layer }) {
  const newest = layer.versions.find(({ deleted }) => !deleted)?.version;
  return (
    <Card className="overflow-hidden">
      <div className="flex flex-wrap items-center gap-x-3 gap-y-1 border-b border-line px-5 py-3">
        <h2 className="font-mono text-3 font-medium break-all">{layer.name}</h2>
        <span className="text-2 text-muted">{layer.region}</span>
        {layer.foreignAccount ? <Chip title="Only the versions that functions here use are known">of account {layer.foreignAccount}</Chip> : null}
        <span className="ml-auto">
          <CopyButton text={newest === undefined ? layer.arn : `${layer.arn}:${newest}`} label={`Copy ARN of ${layer.name}`} />
        </span>
      </div>
      <div tabIndex={0} role="region" aria-label={`Versions of ${layer.name}`} className="relative overflow-auto -outline-offset-2">
        <table className="w-full border-separate border-spacing-0 text-2">
          <thead className="text-left text-1 text-muted">
            <tr>
              {["Version", "Description", "Published", "For", "Used by"].map((label) => (
                <th key={label} scope="col" className="border-b border-line px-3 py-2 font-normal first:pl-5 last:pr-5">{label}</th>
              ))}
            </tr>
          </thead>
          <tbody>
            {layer.versions.map((version) => (
              <tr key={version.version}>
                <th scope="row" className={`${CELL} pl-5 text-left font-mono font-medium`}>{version.version}</th>
                <td className={`${CELL} min-w-40`}>
                  {version.description || <span className="text-muted">–</span>}
                  {version.deleted ? <Chip tone="warm" className="ml-2">deleted; only those below keep it</Chip> : null}
                </td>
                <td className={`${CELL} whitespace-nowrap text-muted`}>{version.createdMs === undefined ? "–" : formatDateTime(version.createdMs)}</td>
                <td className={`${CELL} text-1 text-muted`}>{[...version.runtimes, ...version.architectures].join(", ") || "any"}</td>
                <td className={`${CELL} pr-5`}>
                  <Users layer={layer} names={version.usedBy} />
                  {newest !== undefined && version.version < newest && version.usedBy.length > 0 && !layer.foreignAccount ? <span className="block text-1 text-accent">version {newest} is newer</span> : null}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </Card>
  );
}

function Users({ layer, names }: { layer: Layer; names: readonly string[] }) {
  const connection = useConnectionId();
  const { hrefWithView } = useViewState();
  if (names.length === 0) return <span className="text-muted">nobody</span>;
  return (
    <span className="flex flex-wrap gap-x-2">
      {names.map((name) => (
        <Link key={name} href={hrefWithView(`/${connection}/functions/${layer.region}/${name}/configuration`)} className="underline underline-offset-2">
          {name}
        </Link>
      ))}
    </span>
  );
}
