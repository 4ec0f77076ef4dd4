"use client";

import { useQuery } from "@tanstack/react-query";
import { useRouter } from "next/navigation";
import { useEffect } from "react";
import { EmptyState, ErrorState, LoadingLines } from "@/components/layout/states";
import { connectionListQuery } from "@/lib/connections/queries";

/** `/` opens the connection used last, else the first one there is, at `page` or at its functions. */
export function HomeRedirect({ last, page = "functions" }: { last?: string; page?: string }) {
  const router = useRouter();
  const { data, error, refetch } = useQuery(connectionListQuery());
  const target = data?.connections.find(({ id }) => id === last) ?? data?.connections[0];
  useEffect(() => {
    if (target) router.replace(`/${target.id}/${page}`);
  }, [router, target, page]);
  if (error) return <ErrorState error={error} what="The connections could not be read" onRetry={refetch} className="mx-auto max-w-xl" />;
  if (data && !target) {
    return (
      <EmptyState page title="There is no way into AWS yet" className="min-h-dvh">
        The local region is off and no AWS credentials were found. Start Warmstart again without WARMSTART_LOCAL=off, or with
        AWS_PROFILE set.
      </EmptyState>
    );
  }
  return <LoadingLines className="mx-auto max-w-xl" />;
}
