"use client";

import { useConnection } from "@/components/connections/use-connection";
import { EmptyState, LoadingLines } from "@/components/layout/states";
import { useViewState } from "@/components/layout/view-state";
import { Button } from "@/components/ui/button";
import { CLEARED_FILTERS } from "./list-filter";

/** Functions there are, but none that the search and filters let through. `undecided`: that needs figures still to come. */
export function NothingMatches({ undecided }: { undecided: boolean }) {
  const view = useViewState();
  if (undecided) return <LoadingLines />;
  return (
    <EmptyState title="No function matches" action={<Button onClick={() => view.set(CLEARED_FILTERS)}>Clear search and filters</Button>}>
      Search looks at names, descriptions, regions, runtimes and tags.
    </EmptyState>
  );
}

/** No functions in the regions shown; with `onRetry`, none that could be read. */
export function NoFunctions({ onRetry }: { onRetry?: () => void }) {
  const connection = useConnection();
  const view = useViewState();
  const shown = view.regions ?? connection?.regions ?? [];
  if (onRetry) {
    return (
      <EmptyState title="No functions could be read" action={<Button onClick={onRetry}>Try again</Button>}>
        What stands in the way is said above.
      </EmptyState>
    );
  }
  return (
    <EmptyState
      title={shown.length === 1 ? `There are no functions in ${shown[0]}` : "There are no functions in these regions"}
      action={view.regions ? <Button onClick={() => view.set({ regions: undefined })}>Show {connection?.regions.join(", ")}</Button> : undefined}
    >
      Choose other regions at the top right{connection?.kind === "local" ? ", or create a function with any AWS client" : ""}.
    </EmptyState>
  );
}
