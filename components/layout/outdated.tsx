import type { ReactNode } from "react";
import { classNames } from "@/components/ui/class-names";

/** Dims what belongs to the view before, while the one asked for is on its way. */
export function Outdated({ on, className, children }: { on: boolean; className?: string; children: ReactNode }) {
  return (
    <div aria-busy={on} className={classNames("min-w-0 transition-opacity", on && "opacity-45", className)}>
      {children}
    </div>
  );
}
