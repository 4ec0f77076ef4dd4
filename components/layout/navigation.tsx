"use client";

import { DollarSign, FlaskConical, History, Layers, Rows3, SquareFunction } from "lucide-react";
import Link from "next/link";
import { usePathname } from "next/navigation";
import { classNames } from "@/components/ui/class-names";
import { useConnectionId, useViewState } from "./view-state";

/** Only what exists is in the menu. */
export const PAGES = [
  { path: "functions", label: "Functions", icon: SquareFunction },
  { path: "tests", label: "Tests", icon: FlaskConical },
  { path: "environment", label: "Variables", icon: Rows3 },
  { path: "layers", label: "Layers", icon: Layers },
  { path: "cost", label: "Cost", icon: DollarSign },
  { path: "activity", label: "Activity", icon: History },
] as const;

export function Navigation() {
  const connection = useConnectionId();
  const pathname = usePathname();
  const { hrefWithView } = useViewState();
  return (
    <nav aria-label="Pages" className="flex flex-col gap-0.5">
      {PAGES.map(({ path, label, icon: Icon }) => {
        const base = `/${connection}/${path}`;
        const on = pathname === base || pathname.startsWith(`${base}/`);
        return (
          <Link
            key={path}
            href={hrefWithView(base)}
            aria-current={on ? "page" : undefined}
            className={classNames(
              "flex items-center gap-2.5 rounded-sm px-2.5 py-1.5 text-2",
              on ? "bg-sunken font-medium text-text" : "text-muted hover:bg-sunken hover:text-text",
            )}
          >
            <Icon size={15} aria-hidden className={on ? "text-accent" : "text-faint"} />
            {label}
          </Link>
        );
      })}
    </nav>
  );
}
