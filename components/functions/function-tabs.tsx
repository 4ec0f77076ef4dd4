"use client";

import Link from "next/link";
import { useViewState } from "@/components/layout/view-state";
import { classNames } from "@/components/ui/class-names";

export const TABS = [
  { path: "", label: "Monitor" },
  { path: "/test", label: "Test" },
  { path: "/configuration", label: "Configuration" },
  { path: "/environment", label: "Environment" },
  { path: "/code", label: "Code" },
  { path: "/versions", label: "Versions" },
  { path: "/triggers", label: "Triggers" },
  { path: "/compare", label: "Compare" },
] as const;

export function FunctionTabs({ base, current }: { base: string; current: string }) {
  const { hrefWithView } = useViewState();
  return (
    <nav aria-label="Function" className="mb-5 flex gap-5 overflow-x-auto overflow-y-hidden border-b border-line text-2 [scrollbar-width:none]">
      {TABS.map(({ path, label }) => (
        <Link
          key={path}
          href={hrefWithView(base + path)}
          aria-current={path === current ? "page" : undefined}
          className={classNames(
            "-mb-px border-b-2 py-2 whitespace-nowrap -outline-offset-2",
            path === current ? "border-accent-fill font-medium text-text" : "border-transparent text-muted hover:text-text",
          )}
        >
          {label}
        </Link>
      ))}
    </nav>
  );
}
