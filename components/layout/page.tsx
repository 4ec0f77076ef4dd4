import type { ReactNode } from "react";
import { classNames } from "@/components/ui/class-names";

/** Body of a page below its top bar. */
export function PageBody({ children, className }: { children: ReactNode; className?: string }) {
  return <div className={classNames("mx-auto max-w-[1440px] px-4 pt-6 pb-14 md:px-7", className)}>{children}</div>;
}

export function PageTitle({ title, lede, aside }: { title: ReactNode; lede?: ReactNode; aside?: ReactNode }) {
  return (
    <div className="mb-4 flex flex-wrap items-start gap-3">
      <div className="min-w-0 flex-1 basis-72">
        <h1 className="text-5 font-semibold tracking-tight break-words">{title}</h1>
        {lede ? <div className="mt-1 text-3 text-muted">{lede}</div> : null}
      </div>
      {aside}
    </div>
  );
}
