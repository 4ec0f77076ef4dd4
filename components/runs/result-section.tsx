import type { ReactNode } from "react";

/** A titled part of a result. */
export function ResultSection({ title, note, aside, children }: { title: ReactNode; note?: string; aside?: ReactNode; children?: ReactNode }) {
  return (
    <section className="border-b border-line last:border-0">
      <div className="flex min-h-9 items-center gap-2 px-3.5 text-1 text-muted">
        <h3 className="whitespace-nowrap">{title}</h3>
        {note ? <span className="min-w-0 flex-1 truncate font-mono">{note}</span> : <span className="flex-1" />}
        {aside}
      </div>
      {children}
    </section>
  );
}
