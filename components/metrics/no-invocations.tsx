"use client";

import Link from "next/link";
import { longerRanges, rangeInWords } from "@/components/layout/range-words";
import { EmptyState } from "@/components/layout/states";
import { useFunctionRef, useViewState } from "@/components/layout/view-state";
import { Button, buttonClass } from "@/components/ui/button";
import { Card } from "@/components/ui/card";

/** Nothing came in the range: look further back, or run it once. */
export function NoInvocations({ range }: { range: string }) {
  const { connection, region, name } = useFunctionRef();
  const view = useViewState();
  return (
    <Card>
      <EmptyState
        title={`No invocations in ${rangeInWords(range)}`}
        action={
          <>
            {longerRanges(range).slice(-2).map((longer) => (
              <Button key={longer} onClick={() => view.set({ range: longer })}>
                Show {rangeInWords(longer)}
              </Button>
            ))}
            <Link href={view.hrefWithView(`/${connection}/functions/${region}/${name}/test`)} className={buttonClass()}>
              Test {name}
            </Link>
          </>
        }
      >
        Nothing ran and nothing was rejected. New invocations show within a minute of their start.
      </EmptyState>
    </Card>
  );
}
