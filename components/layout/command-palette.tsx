"use client";

import { Command } from "cmdk";
import { useRouter } from "next/navigation";
import { Dialog } from "radix-ui";
import { useEffect, useMemo, useState } from "react";
import { leaveFor } from "./leave-guard";
import { type PaletteEntry, searchPalette } from "./palette-search";
import { usePaletteSource } from "./use-palette-source";
import { useViewState } from "./view-state";

const OPEN_EVENT = "warmstart:palette";

/** Opens the palette from a button. */
export function openCommandPalette(): void {
  window.dispatchEvent(new Event(OPEN_EVENT));
}

export function CommandPalette() {
  const [open, setOpen] = useState(false);
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      if (event.key.toLowerCase() !== "k" || !(event.metaKey || event.ctrlKey)) return;
      event.preventDefault();
      setOpen((value) => !value);
    };
    const onOpen = () => setOpen(true);
    window.addEventListener("keydown", onKeyDown);
    window.addEventListener(OPEN_EVENT, onOpen);
    return () => {
      window.removeEventListener("keydown", onKeyDown);
      window.removeEventListener(OPEN_EVENT, onOpen);
    };
  }, []);
  return (
    <Dialog.Root open={open} onOpenChange={setOpen}>
      <Dialog.Portal>
        <Dialog.Overlay className="fixed inset-0 z-40 bg-[rgb(0_0_0/.35)]" />
        <Dialog.Content
          aria-describedby={undefined}
          className="appear fixed top-[12vh] left-1/2 z-50 w-[calc(100vw-24px)] max-w-xl -translate-x-1/2 overflow-hidden rounded-md border border-line bg-surface shadow-card"
        >
          <Dialog.Title className="sr-only">Go to a function or page, or do something</Dialog.Title>
          <PaletteContent onClose={() => setOpen(false)} />
        </Dialog.Content>
      </Dialog.Portal>
    </Dialog.Root>
  );
}

function PaletteContent({ onClose }: { onClose: () => void }) {
  const router = useRouter();
  const view = useViewState();
  const [text, setText] = useState("");
  const source = usePaletteSource();
  const groups = useMemo(() => searchPalette(text, source), [text, source]);
  const choose = (target: PaletteEntry["target"]) => {
    onClose();
    if (typeof target === "string") leaveFor(target, () => router.push(view.hrefWithView(target)));
    else target();
  };
  return (
    <Command shouldFilter={false} label="Go to a function or page" loop>
      <Command.Input
        value={text}
        onValueChange={setText}
        placeholder="Go to a function or page, or do something…"
        className="w-full border-b border-line bg-transparent px-4 py-3 text-3 outline-none placeholder:text-faint"
      />
      <Command.List className="max-h-[52vh] overflow-auto p-1.5 [&_[cmdk-group-heading]]:px-2.5 [&_[cmdk-group-heading]]:py-1 [&_[cmdk-group-heading]]:text-1 [&_[cmdk-group-heading]]:text-muted">
        {groups.length === 0 ? (
          <Command.Item disabled className="px-4 py-6 text-center text-2 break-words text-muted">
            Nothing is called “{text}”.
          </Command.Item>
        ) : null}
        {groups.map(({ heading, entries }) => (
          <Command.Group key={heading} heading={heading}>
            {entries.map((entry) => (
              <PaletteItem key={entry.id} entry={entry} onSelect={() => choose(entry.target)} />
            ))}
          </Command.Group>
        ))}
      </Command.List>
    </Command>
  );
}

function PaletteItem({ entry, onSelect }: { entry: PaletteEntry; onSelect: () => void }) {
  const { id, label, note, aside } = entry;
  return (
    <Command.Item
      value={id}
      onSelect={onSelect}
      className="flex cursor-pointer items-center gap-3 rounded-sm px-2.5 py-1.5 text-2 data-[selected=true]:bg-sunken"
    >
      <span className="max-w-full shrink-0 truncate font-medium">{label}</span>
      <span className="min-w-0 flex-1 truncate text-1 text-muted">{note}</span>
      {aside ? <span className="shrink-0 font-mono text-1 text-muted">{aside}</span> : null}
    </Command.Item>
  );
}
