"use client";

import { useState } from "react";
import { Input } from "@/components/ui/field";
import type { FunctionRef } from "@/lib/functions/queries";
import { qualifierSchema } from "@/lib/runs/schema";

interface QualifierInputProps {
  label: string;
  place: FunctionRef;
  value: string;
  onChange: (qualifier: string) => void;
}

/** Typed freely, as a function may have thousands of versions; taken over when the field is left. */
export function QualifierInput({ label, value, onChange }: QualifierInputProps) {
  const [text, setText] = useState<string>();
  const shown = text ?? value;
  const invalid = !qualifierSchema.safeParse(shown.trim()).success;
  const commit = () => {
    if (!invalid && text !== undefined) onChange(text.trim());
    setText(undefined);
  };
  return (
    <Input
      aria-label={label}
      aria-invalid={invalid || undefined}
      title="$LATEST, a version's number or an alias"
      value={shown}
      onChange={(event) => setText(event.target.value)}
      onBlur={commit}
      onKeyDown={(event) => event.key === "Enter" && commit()}
      autoComplete="off"
      spellCheck={false}
      className="w-28! font-mono"
    />
  );
}
