"use client";

import { useCallback, useEffect, useRef, useState } from "react";
import { Input } from "@/components/ui/field";
import { Kbd } from "@/components/ui/kbd";
import { useShortcut } from "./shortcuts";
import { useViewState } from "./view-state";

/** Typing settles for this long before the list follows: browsers limit how often the address may change. */
const SETTLE_MS = 120;

/** Search of a list. What is being typed lives here, what is searched for in the address, as `q`. */
export function SearchBox({ label, placeholder }: { label: string; placeholder: string }) {
  const view = useViewState();
  const searched = view.get("q") ?? "";
  const [draft, setDraft] = useState<string>();
  const input = useRef<HTMLInputElement>(null);
  const timer = useRef<number>(undefined);
  useShortcut("/", useCallback(() => input.current?.focus(), []));
  useEffect(() => () => window.clearTimeout(timer.current), []);
  if (draft === searched) setDraft(undefined);
  const text = draft ?? searched;

  const search = (value: string, delayMs: number) => {
    setDraft(value);
    window.clearTimeout(timer.current);
    timer.current = window.setTimeout(() => view.set({ q: value }), delayMs);
  };
  return (
    <div className="relative w-full sm:w-64 lg:w-80">
      <Input
        ref={input}
        type="search"
        aria-label={label}
        placeholder={placeholder}
        autoComplete="off"
        spellCheck={false}
        value={text}
        onChange={(event) => search(event.target.value, SETTLE_MS)}
        onKeyDown={(event) => event.key === "Escape" && search("", 0)}
      />
      {text ? null : (
        <span className="pointer-events-none absolute top-1.5 right-2 max-sm:hidden">
          <Kbd>/</Kbd>
        </span>
      )}
    </div>
  );
}
