"use client";

import { useQuery } from "@tanstack/react-query";
import { ErrorState, LoadingLines } from "@/components/layout/states";
import { useFunctionRef, useViewState } from "@/components/layout/view-state";
import { Card } from "@/components/ui/card";
import { packageQuery } from "@/lib/code/queries";
import { LATEST, qualifierSchema } from "@/lib/versions/schema";
import { CodeComparison } from "./code-comparison";
import { PackageFacts } from "./package-facts";
import { PackageFiles } from "./package-files";

/** The package of `$LATEST` or of another qualifier: what is in it, its source, and the ways to replace it. */
export function CodePage() {
  const ref = useFunctionRef();
  const view = useViewState();
  const chosen = (key: string) => qualifierSchema.safeParse(view.get(key)).data;
  const qualifier = chosen("qualifier") ?? LATEST;
  const { data, error, refetch } = useQuery(packageQuery(ref, qualifier));
  const left = chosen("left");
  const right = chosen("right") ?? LATEST;
  if (left !== undefined) return <CodeComparison left={left} right={right} />;
  if (!data) {
    return <Card>{error ? <ErrorState error={error} what="The code could not be read" onRetry={refetch} /> : <LoadingLines lines={10} />}</Card>;
  }
  return (
    <div className="flex flex-col gap-4">
      <PackageFacts code={data} />
      {data.contents ? <PackageFiles key={`${ref.connection}/${ref.region}/${ref.name}/${qualifier}`} code={data} /> : null}
    </div>
  );
}
