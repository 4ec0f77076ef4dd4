"use client";

import { RotateCw, Search } from "lucide-react";
import type { ReactNode } from "react";
import { Button } from "@/components/ui/button";
import { classNames } from "@/components/ui/class-names";
import { Kbd } from "@/components/ui/kbd";
import { openCommandPalette } from "./command-palette";
import { useModifierKey } from "./modifier-key";
import { useShortcut } from "./shortcuts";
import { useRefresh } from "./use-refresh";

/** Where am I, and what the page's view can be changed by. `controls` are the range and region pickers where they apply. */
export function TopBar({ crumbs, controls }: { crumbs: ReactNode; controls?: ReactNode }) {
  const { refresh, refreshing } = useRefresh();
  useShortcut("r", refresh);
  const modifier = useModifierKey();
  return (
    <div className="sticky top-0 z-20 flex min-h-12 flex-wrap items-center gap-2 border-b border-line bg-[color-mix(in_srgb,var(--bg)_92%,transparent)] px-4 py-2 text-2 backdrop-blur md:px-7">
      <div className="min-w-0 flex-1 truncate text-muted sm:basis-40">{crumbs}</div>
      {controls ? <div className="flex flex-wrap items-center gap-2 max-lg:order-last max-lg:w-full">{controls}</div> : null}
      <div className="flex items-center gap-1 sm:gap-2">
        <Button variant="quiet" size="icon" aria-label="Refresh" title="Refresh (r)" onClick={refresh}>
          <RotateCw size={14} aria-hidden className={classNames(refreshing && "animate-spin")} />
        </Button>
        <Button onClick={openCommandPalette} size="small" aria-label="Search functions and pages">
          <Search size={13} aria-hidden />
          <span className="hidden sm:inline">Search</span>
          <span className="hidden md:inline">
            <Kbd>{modifier}K</Kbd>
          </span>
        </Button>
      </div>
    </div>
  );
}
