import type { ReactNode } from "react";
import { classNames } from "./class-names";

export function Kbd({ children, inverted }: { children: ReactNode; inverted?: boolean }) {
  return (
    <kbd className={classNames("rounded-[4px] border px-1 font-mono text-1", inverted ? "border-current opacity-80" : "border-line bg-sunken text-muted")}>
      {children}
    </kbd>
  );
}
