"use client";

import { useIsFetching, useQueryClient } from "@tanstack/react-query";
import { RotateCw, Search } from "lucide-react";
import { type ReactNode, useCallback } from "react";
import { Button } from "@/components/ui/button";
import { classNames } from "@/components/ui/class-names";
import { Kbd } from "@/components/ui/kbd";
import { openCommandPalette } from "./command-palette";
import { useShortcut } from "./shortcuts";
import { useConnectionId } from "./view-state";

/** Where am I, and what the page's view can be changed by. `controls` are the range and region pickers where they apply. */
export function TopBar({ crumbs, controls }: { crumbs: ReactNode; controls?: ReactNode }) {
  const connection = useConnectionId();
  const client = useQueryClient();
  const fetching = useIsFetching({ queryKey: [connection] }) > 0;
  const refresh = useCallback(() => void client.invalidateQueries({ queryKey: [connection] }), [client, connection]);
  useShortcut("r", refresh);
  return (
    <div className="sticky top-0 z-20 flex min-h-12 flex-wrap items-center gap-2 border-b border-line bg-[color-mix(in_srgb,var(--bg)_90%,transparent)] px-4 py-2 text-2 backdrop-blur md:px-7">
      <div className="min-w-0 flex-1 basis-40 truncate text-muted">{crumbs}</div>
      <div className="flex flex-wrap items-center gap-2">
        {controls}
        <Button variant="quiet" size="icon" aria-label="Refresh" title="Refresh (r)" onClick={refresh}>
          <RotateCw size={14} aria-hidden className={classNames(fetching && "animate-spin")} />
        </Button>
        <Button onClick={openCommandPalette} size="small" aria-label="Search functions and pages">
          <Search size={13} aria-hidden />
          <span className="hidden sm:inline">Search</span>
          <Kbd>⌘K</Kbd>
        </Button>
      </div>
    </div>
  );
}
