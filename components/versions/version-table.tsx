"use client";

import { useState } from "react";
import { useModeRefusal } from "@/components/connections/use-connection";
import { useNow } from "@/components/layout/now";
import { useViewState } from "@/components/layout/view-state";
import { Button } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { Chip } from "@/components/ui/chip";
import { classNames } from "@/components/ui/class-names";
import { formatBytes, formatDateTime, formatPercent, formatRelativeTime } from "@/lib/format";
import { type FunctionVersion, LATEST, type VersionList } from "@/lib/versions/schema";
import { trafficShares } from "@/lib/versions/traffic-shares";
import { CleanupDialog } from "./cleanup-dialog";
import { PublishDialog } from "./publish-dialog";

const CELL = "border-b border-grid px-3 py-2 align-top whitespace-nowrap";
const HEADERS = ["Version", "Description", "Published", "Code", "Size", "Runtime", "Aliases", ""];
const ROWS_AT_A_TIME = 50;

/** `$LATEST` and every version, newest first. */
export function VersionTable({ list }: { list: VersionList }) {
  const refusal = useModeRefusal("operate");
  const [open, setOpen] = useState<"publish" | "cleanup">();
  const [shown, setShown] = useState(ROWS_AT_A_TIME);
  const published = list.versions.length - 1;
  const bytes = list.versions.reduce((sum, { version, codeSizeBytes }) => (version === LATEST ? sum : sum + codeSizeBytes), 0);
  return (
    <Card className="overflow-hidden">
      <div className="flex flex-wrap items-center gap-x-3 gap-y-2 border-b border-line px-5 py-3">
        <h2 className="text-3 font-medium">Versions</h2>
        <p className="text-2 text-muted">{published > 0 ? `${published} published, ${formatBytes(bytes)} of code` : "none published yet"}</p>
        <div className="ml-auto flex gap-2">
          {published > 1 ? (
            <Button size="small" onClick={() => setOpen("cleanup")}>
              Clean up…
            </Button>
          ) : null}
          <Button size="small" variant="primary" disabledReason={refusal} onClick={() => setOpen("publish")}>
            Publish version
          </Button>
        </div>
      </div>
      <div tabIndex={0} role="region" aria-label="Versions" className="relative overflow-auto -outline-offset-2">
        <table className="w-full border-separate border-spacing-0 text-2">
          <thead className="text-left text-1 text-muted">
            <tr>
              {HEADERS.map((label) => (
                <th key={label} scope="col" className={classNames("border-b border-line px-3 py-2 font-normal first:pl-5 last:pr-5", label === "Size" && "figures")}>
                  {label || <span className="sr-only">Compare</span>}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {list.versions.slice(0, shown).map((version) => (
              <VersionRow key={version.version} version={version} list={list} />
            ))}
          </tbody>
        </table>
      </div>
      {list.versions.length > shown ? (
        <div className="flex justify-center p-3">
          <Button size="small" onClick={() => setShown(shown + ROWS_AT_A_TIME)}>
            Show more of {list.versions.length - shown}
          </Button>
        </div>
      ) : null}
      {open === "publish" ? <PublishDialog list={list} onClose={() => setOpen(undefined)} /> : null}
      {open === "cleanup" ? <CleanupDialog onClose={() => setOpen(undefined)} /> : null}
    </Card>
  );
}

function VersionRow({ version, list }: { version: FunctionVersion; list: VersionList }) {
  const nowMs = useNow();
  const view = useViewState();
  const isLatest = version.version === LATEST;
  const twin = list.versions.find((each) => each.version !== LATEST && each.version !== version.version && each.codeSha256 === version.codeSha256);
  const pointing = list.aliases.flatMap((alias) => trafficShares(alias).filter((share) => share.version === version.version).map(({ share }) => ({ name: alias.name, share })));
  const other = isLatest ? list.versions.find((each) => each.version !== LATEST)?.version : LATEST;
  return (
    <tr className="hover:bg-sunken">
      <th scope="row" className={`${CELL} pl-5 text-left font-mono font-medium`}>{version.version}</th>
      <td className={`${CELL} max-w-72 min-w-40 whitespace-normal! break-words`}>{isLatest ? <span className="text-muted">what is edited and deployed</span> : version.description || <span className="text-muted">–</span>}</td>
      <td className={`${CELL} text-muted`} title={formatDateTime(version.lastModifiedMs)}>{formatRelativeTime(version.lastModifiedMs, nowMs)}</td>
      <td className={CELL}>
        <span className="font-mono text-1" title={version.codeSha256}>{version.codeSha256.slice(0, 10)}</span>
        {twin ? <span className="block text-1 text-muted">same as {twin.version}</span> : null}
      </td>
      <td className={`${CELL} figures`}>{formatBytes(version.codeSizeBytes)}</td>
      <td className={`${CELL} font-mono text-1`}>{version.runtime ?? "image"}</td>
      <td className={`${CELL} whitespace-normal!`}>
        <span className="flex flex-wrap gap-1">
          {pointing.map(({ name, share }) => (
            <Chip key={name}>{share === 1 ? name : `${name} ${formatPercent(share)}`}</Chip>
          ))}
          {pointing.length === 0 ? <span className="text-muted">–</span> : null}
        </span>
      </td>
      <td className={`${CELL} pr-5 text-right`}>
        {other ? (
          <Button size="small" variant="quiet" className="-my-1" aria-label={`Compare ${version.version} with ${other}`} onClick={() => view.set({ left: isLatest ? other : version.version, right: LATEST })}>
            Compare
          </Button>
        ) : null}
      </td>
    </tr>
  );
}
