"use client";

import Link from "next/link";
import { useViewState } from "@/components/layout/view-state";
import { buttonClass } from "@/components/ui/button";
import { Chip } from "@/components/ui/chip";
import { DisabledReason } from "@/components/ui/disabled-reason";
import { Kbd } from "@/components/ui/kbd";
import { Skeleton } from "@/components/ui/skeleton";
import type { FunctionDetail } from "@/lib/functions/schema";
import { ManagementChip } from "@/components/configuration/management-chip";
import { FunctionMenu } from "./function-menu";
import { RuntimeChip } from "./runtime-chip";
import { StandInChip } from "./stand-in-chip";

interface FunctionHeaderProps {
  name: string;
  base: string;
  detail: FunctionDetail | undefined;
  editRefusal: string | undefined;
}

export function FunctionHeader({ name, base, detail, editRefusal }: FunctionHeaderProps) {
  const { hrefWithView } = useViewState();
  return (
    <div className="mb-3 flex flex-wrap items-start gap-3">
      <div className="min-w-0 flex-1 basis-72">
        <h1 className="text-5 font-semibold tracking-tight break-words">{name}</h1>
        {detail?.description ? <p className="mt-0.5 text-2 break-words text-muted">{detail.description}</p> : null}
        <div className="mt-2 flex flex-wrap gap-1.5">{detail ? <Facts detail={detail} /> : <Skeleton className="h-5 w-72" />}</div>
      </div>
      <div className="flex gap-2">
        {editRefusal ? (
          <DisabledReason reason={editRefusal}>
            <button type="button" aria-disabled className={buttonClass("secondary", "medium", "cursor-not-allowed opacity-50")}>
              Edit
            </button>
          </DisabledReason>
        ) : (
          <Link href={hrefWithView(`${base}/configuration`)} className={buttonClass()}>
            Edit <Kbd>e</Kbd>
          </Link>
        )}
        <Link href={hrefWithView(`${base}/test`)} className={buttonClass("primary")}>
          Test <Kbd inverted>t</Kbd>
        </Link>
        <FunctionMenu />
      </div>
    </div>
  );
}

function Facts({ detail }: { detail: FunctionDetail }) {
  return (
    <>
      <RuntimeChip runtime={detail.runtime} />
      {detail.runtime ? <StandInChip runtime={detail.runtime} /> : null}
      <Chip>{detail.memoryMb.toLocaleString("en")} MB</Chip>
      <Chip>{detail.architecture}</Chip>
      <Chip>timeout {detail.timeoutSeconds} s</Chip>
      <ManagementChip tags={detail.tags} />
      {detail.reservedConcurrency === undefined ? null : <Chip tone="throttle">reserved {detail.reservedConcurrency}</Chip>}
      {detail.state && detail.state !== "Active" ? (
        <Chip tone={detail.state === "Failed" ? "error" : "warm"} title={detail.stateReason}>
          {detail.state}
        </Chip>
      ) : null}
      {detail.lastUpdateStatus === "InProgress" ? <Chip tone="warm">update in progress</Chip> : null}
      {detail.lastUpdateStatus === "Failed" ? (
        <Chip tone="error" title={detail.lastUpdateStatusReason}>
          last update failed
        </Chip>
      ) : null}
    </>
  );
}
