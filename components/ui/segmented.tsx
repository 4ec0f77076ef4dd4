"use client";

import { classNames } from "./class-names";

interface SegmentedProps<T extends string> {
  label: string;
  value: T | undefined;
  options: readonly { value: T; label: string; title?: string }[];
  onChange: (value: T) => void;
}

/** A row of choices of which one is on. */
export function Segmented<T extends string>({ label, value, options, onChange }: SegmentedProps<T>) {
  return (
    <div role="group" aria-label={label} className="inline-flex overflow-hidden rounded-sm border border-line bg-surface">
      {options.map((option) => (
        <button
          key={option.value}
          type="button"
          title={option.title}
          aria-pressed={option.value === value}
          onClick={() => onChange(option.value)}
          className={classNames(
            "h-7 border-r border-line px-1.5 text-2 sm:px-2.5 whitespace-nowrap -outline-offset-2 last:border-0",
            option.value === value ? "bg-sunken font-medium text-text" : "text-muted hover:text-text",
          )}
        >
          {option.label}
        </button>
      ))}
    </div>
  );
}
