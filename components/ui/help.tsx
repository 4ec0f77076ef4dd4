"use client";

import type { ReactNode } from "react";
import { Popover } from "./popover";

/** The small "?" that explains a concept where it appears: what it is, its limit, its present value. */
export function Help({ topic, children }: { topic: string; children: ReactNode }) {
  return (
    <Popover
      label={topic}
      className="w-72"
      trigger={
        <button
          type="button"
          aria-label={`What is ${topic}?`}
          className="inline-flex size-4 items-center justify-center rounded-full border border-line-strong text-[10px] leading-none text-muted hover:bg-sunken hover:text-text"
        >
          ?
        </button>
      }
    >
      <p className="mb-1 font-medium">{topic}</p>
      <div className="flex flex-col gap-1.5 text-muted">{children}</div>
    </Popover>
  );
}
