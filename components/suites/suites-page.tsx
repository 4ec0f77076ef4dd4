"use client";

import { useMutation, useQuery } from "@tanstack/react-query";
import { Plus } from "lucide-react";
import { useRouter } from "next/navigation";
import { useState } from "react";
import { PageBody, PageTitle } from "@/components/layout/page";
import { EmptyState, ErrorState, LoadingLines } from "@/components/layout/states";
import { TopBar } from "@/components/layout/top-bar";
import { useConnectionId } from "@/components/layout/view-state";
import { Button } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { createSuiteMutation, suiteListQuery } from "@/lib/suites/queries";
import type { SuiteInput } from "@/lib/suites/schema";
import { SuiteDialog } from "./suite-dialog";
import { SuiteTable } from "./suite-table";

/** Every suite with its last result. */
export function SuitesPage() {
  const connection = useConnectionId();
  const router = useRouter();
  const suites = useQuery(suiteListQuery(connection));
  const create = useMutation(createSuiteMutation(connection));
  const [making, setMaking] = useState(false);
  const open = () => {
    create.reset();
    setMaking(true);
  };
  const submit = (input: SuiteInput) => create.mutate(input, { onSuccess: ({ id }) => router.push(`/${connection}/tests/${id}`) });
  const newButton = (
    <Button variant="primary" onClick={open}>
      <Plus size={14} aria-hidden /> New suite
    </Button>
  );
  const list = suites.data?.suites;
  return (
    <>
      <TopBar crumbs={<b className="font-medium text-text">Tests</b>} />
      <PageBody>
        <PageTitle title="Tests" lede="Suites run saved events of many functions together: here, or from CI with npm run tests." aside={list?.length ? newButton : undefined} />
        <Card className="overflow-hidden">
          {suites.isPending ? <LoadingLines lines={5} /> : null}
          {suites.error && !list ? <ErrorState error={suites.error} what="The suites could not be read" onRetry={() => void suites.refetch()} /> : null}
          {list?.length === 0 ? (
            <EmptyState title="No suites yet" action={newButton}>
              A suite is a list of saved events, each at one function. It is green only when assertions passed.
            </EmptyState>
          ) : null}
          {list?.length ? <SuiteTable suites={list} /> : null}
        </Card>
      </PageBody>
      <SuiteDialog open={making} onOpenChange={setMaking} title="New suite" label="Create" busy={create.isPending} error={create.error} onSubmit={submit} />
    </>
  );
}
