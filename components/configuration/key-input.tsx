"use client";

import { useEffect, useRef } from "react";
import { Input } from "@/components/ui/field";
import { classNames } from "@/components/ui/class-names";
import { READ_ONLY_LOOK } from "./read-only-look";
import { SecretMark } from "./secret-mark";

interface KeyInputProps {
  label: string;
  value: string;
  problem?: string;
  /** Why it looks like a secret. */
  hint?: string;
  readOnly?: boolean;
  /** Takes the focus when it appears: for a row that the person just asked for. */
  takesFocus?: boolean;
  onChange: (key: string) => void;
}

/** The name of a variable, with what is wrong with it. */
export function KeyInput({ label, value, problem, hint, readOnly, takesFocus = false, onChange }: KeyInputProps) {
  const input = useRef<HTMLInputElement>(null);
  const focusFirst = useRef(takesFocus);
  useEffect(() => {
    if (focusFirst.current) input.current?.focus();
  }, []);
  return (
    <div className="col-span-2 min-w-0 sm:col-span-1">
      <Input
        ref={input}
        aria-label={label}
        aria-invalid={problem ? true : undefined}
        placeholder="NAME"
        title={value}
        autoComplete="off"
        spellCheck={false}
        readOnly={readOnly}
        value={value}
        onChange={(event) => onChange(event.target.value)}
        className={classNames("font-mono", readOnly && READ_ONLY_LOOK)}
      />
      {problem ? (
        <p role="alert" className="mt-1 text-1 text-error">
          {problem}
        </p>
      ) : (
        <SecretMark hint={hint} />
      )}
    </div>
  );
}
