"use client";

import { useMutation, useQuery } from "@tanstack/react-query";
import Link from "next/link";
import { useRouter } from "next/navigation";
import { useModeRefusal } from "@/components/connections/use-connection";
import { PageBody, PageTitle } from "@/components/layout/page";
import { EmptyState, ErrorState, LoadingLines } from "@/components/layout/states";
import { TopBar } from "@/components/layout/top-bar";
import { useConnectionId, useViewState } from "@/components/layout/view-state";
import { Button } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { bulkEditQuery, steerBulkEditMutation } from "@/lib/bulk-edits/queries";
import type { BulkEdit } from "@/lib/bulk-edits/schema";
import { isAppError } from "@/lib/errors";
import { formatMoment } from "@/lib/format";
import { BulkItems } from "./bulk-items";
import { BulkProgress } from "./bulk-progress";

/** A bulk edit: how far it is, what failed, and its way back. It runs in the server, whoever looks. */
export function BulkEditPage({ id }: { id: string }) {
  const connection = useConnectionId();
  const { hrefWithView } = useViewState();
  const { data, error, isPending, refetch } = useQuery(bulkEditQuery(connection, id));
  const gone = isAppError(error) && (error.code === "not_found" || error.code === "bad_request");
  return (
    <>
      <TopBar
        crumbs={
          <>
            <Link href={hrefWithView(`/${connection}/activity`)} className="hover:text-text hover:underline">
              Activity
            </Link>{" "}
            / <b className="font-medium text-text">Bulk edit</b>
          </>
        }
      />
      <PageBody>
        {isPending ? (
          <Card>
            <LoadingLines lines={6} />
          </Card>
        ) : null}
        {gone ? <EmptyState page title="There is no such bulk edit">It may belong to another connection.</EmptyState> : null}
        {error && !data && !gone ? (
          <Card>
            <ErrorState error={error} what="The bulk edit could not be read" onRetry={refetch} />
          </Card>
        ) : null}
        {data ? <Edit edit={data} /> : null}
      </PageBody>
    </>
  );
}

function Edit({ edit }: { edit: BulkEdit }) {
  const { words, startedBy, startedAtMs, items } = edit;
  return (
    <>
      <PageTitle title={words} lede={`${items.length === 1 ? "1 function" : `${items.length.toLocaleString("en")} functions`}, started by ${startedBy}, ${formatMoment(startedAtMs)}. It goes on when you leave.`} aside={<Actions edit={edit} />} />
      <BulkProgress edit={edit} />
      <Card className="mt-4 max-w-4xl overflow-hidden">
        <BulkItems items={items} />
      </Card>
    </>
  );
}

function Actions({ edit }: { edit: BulkEdit }) {
  const connection = useConnectionId();
  const router = useRouter();
  const refusal = useModeRefusal("operate");
  const { mutate, isPending, error } = useMutation(steerBulkEditMutation(connection, edit.id));
  const count = (...statuses: BulkEdit["items"][number]["status"][]) => edit.items.filter(({ status }) => statuses.includes(status)).length;
  const again = edit.state === "interrupted" ? count("waiting", "running", "failed") : count("failed");
  const steer = (action: "cancel" | "retry" | "undo") =>
    mutate(action, {
      onSuccess: ({ id }) => id !== edit.id && router.push(`/${connection}/activity/bulk-edits/${id}`),
    });
  return (
    <div className="flex flex-col items-end gap-1.5">
      <div className="flex flex-wrap gap-2">
        {edit.state === "running" && count("waiting") > 0 ? (
          <Button disabledReason={refusal} disabled={isPending} onClick={() => steer("cancel")}>
            Cancel the rest
          </Button>
        ) : null}
        {edit.state !== "running" && again > 0 ? (
          <Button variant="primary" disabledReason={refusal} disabled={isPending} onClick={() => steer("retry")}>
            {edit.state === "interrupted" ? `Go on with ${again}` : `Retry ${again} failed`}
          </Button>
        ) : null}
        {edit.state !== "running" && count("cancelled") > 0 ? (
          <Button disabledReason={refusal} disabled={isPending} onClick={() => steer("retry")}>
            Do the {count("cancelled")} left out
          </Button>
        ) : null}
        {edit.state === "finished" && count("done") > 0 ? (
          <Button disabledReason={refusal} disabled={isPending} onClick={() => steer("undo")}>
            Undo {count("done") === 1 ? "the change" : `all ${count("done")} changes`}
          </Button>
        ) : null}
        <Link href={`/${connection}/activity?batch=${edit.id}`} className="self-center text-2 text-muted hover:underline">
          In Activity
        </Link>
      </div>
      {error ? (
        <p role="alert" className="text-2 text-error">
          {error.message}
        </p>
      ) : null}
    </div>
  );
}
