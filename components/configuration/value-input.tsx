"use client";

import type { KeyboardEvent, TextareaHTMLAttributes } from "react";
import { classNames } from "@/components/ui/class-names";

const MAX_ROWS = 8;

type ValueInputProps = Omit<TextareaHTMLAttributes<HTMLTextAreaElement>, "value" | "rows"> & { value: string };

/**
 * A variable's value: as high as its lines, since a one-line field would drop the line ends of a key or certificate.
 * Enter goes to the review as in other fields, Shift+Enter makes a line.
 */
export function ValueInput({ value, className, readOnly, ...rest }: ValueInputProps) {
  const submit = (event: KeyboardEvent<HTMLTextAreaElement>) => {
    if (event.key !== "Enter" || event.shiftKey || event.nativeEvent.isComposing) return;
    event.preventDefault();
    event.currentTarget.form?.requestSubmit();
  };
  return (
    <textarea
      spellCheck={false}
      autoComplete="off"
      value={value}
      readOnly={readOnly}
      rows={Math.min(MAX_ROWS, value.split("\n").length)}
      onKeyDown={submit}
      className={classNames(
        "min-h-8 w-full resize-none self-start rounded-sm border px-2.5 py-[5.5px] font-mono text-2 text-text [scrollbar-width:thin] placeholder:text-faint",
        readOnly ? "border-line bg-sunken" : "border-line-strong bg-surface",
        className,
      )}
      {...rest}
    />
  );
}
