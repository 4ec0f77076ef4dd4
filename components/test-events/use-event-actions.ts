"use client";

import { useMutation, useQueryClient } from "@tanstack/react-query";
import { toast } from "sonner";
import type { Bench } from "@/components/runs/use-bench";
import { qualifierListQuery } from "@/lib/runs/queries";
import { curlLineOf } from "@/lib/test-events/curl-line";
import { saveShareableEventMutation, shareableEventsQuery } from "@/lib/shareable-events/queries";
import { fileNameOf, writeEventSet } from "@/lib/test-events/event-set";
import { testEventQuery } from "@/lib/test-events/queries";
import { TEST_EVENT_NAME_MAX, type TestEventSummary } from "@/lib/test-events/schema";
import { findSharedNameProblem } from "@/lib/test-events/shared-document";
import { downloadText } from "./download-text";
import { draftOf } from "./use-drafts";

/** What can be done with an event of the list; each reads it in full first. */
export function useEventActions(bench: Bench) {
  const client = useQueryClient();
  const { ref } = bench;
  const share = useMutation(saveShareableEventMutation(ref));
  const whole = (id: string) => client.fetchQuery(testEventQuery(ref.connection, id));
  const attempt = (act: () => Promise<unknown>) => void act().catch(showError);
  return {
    duplicate: (id: string) =>
      attempt(async () => {
        const event = await whole(id);
        bench.startNew({ ...draftOf(event), name: `${event.name.slice(0, TEST_EVENT_NAME_MAX - 5)} copy` });
      }),
    download: (id: string) =>
      attempt(async () => {
        const event = await whole(id);
        downloadText(fileNameOf(event.name), writeEventSet([event]));
      }),
    copyCurl: (id: string) =>
      attempt(async () => {
        const [event, { functionUrl, problems }] = await Promise.all([whole(id), client.fetchQuery(qualifierListQuery(ref))]);
        if (!functionUrl) throw new Error(problems.find(({ iamAction }) => iamAction?.includes("Url"))?.message ?? `${ref.name} has no function URL to call with curl.`);
        await navigator.clipboard.writeText(curlLineOf(event.payload, functionUrl, ref.region));
        toast.success("Copied a curl line");
      }),
    shareThroughAws: (id: string) =>
      attempt(async () => {
        const { name, payload, invocationType } = await whole(id);
        const problem = findSharedNameProblem(name);
        if (problem) throw new Error(`${problem} Rename “${name}” first.`);
        await client.fetchQuery(shareableEventsQuery(ref)).then(({ events }) =>
          share.mutateAsync({ name, payload, invocationType, replace: events.some((event) => event.name === name) }),
        );
        toast.success(`“${name}” is a shareable test event now: Lambda's console and SAM show it`);
      }),
    remove: ({ id, name }: TestEventSummary) =>
      attempt(async () => {
        const event = await whole(id);
        await bench.remove.mutateAsync({ id });
        bench.change(id, undefined);
        if (id === bench.selectedId) bench.unselect();
        toast(`Deleted “${name}”`, { action: { label: "Undo", onClick: () => void bench.create.mutateAsync(draftOf(event)).catch(showError) } });
      }),
  };
}

export type EventActions = ReturnType<typeof useEventActions>;

function showError(error: Error): void {
  toast.error(error.message);
}
