"use client";

import { useQuery } from "@tanstack/react-query";
import { Command } from "cmdk";
import { useRouter } from "next/navigation";
import { Dialog } from "radix-ui";
import { type ReactNode, useEffect, useState } from "react";
import { connectionListQuery } from "@/lib/connections/queries";
import { functionListQuery } from "@/lib/functions/queries";
import { PAGES } from "./navigation";
import { useConnectionId, useViewState } from "./view-state";

const OPEN_EVENT = "warmstart:palette";
/** At most this many functions are offered at once; typing narrows them. */
const SHOWN = 40;

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
          <Dialog.Title className="sr-only">Go to a function or page</Dialog.Title>
          <PaletteContent onClose={() => setOpen(false)} />
        </Dialog.Content>
      </Dialog.Portal>
    </Dialog.Root>
  );
}

function PaletteContent({ onClose }: { onClose: () => void }) {
  const router = useRouter();
  const connection = useConnectionId();
  const view = useViewState();
  const [text, setText] = useState("");
  const functions = useQuery(functionListQuery(connection, view.regions)).data?.functions ?? [];
  const connections = useQuery(connectionListQuery()).data?.connections ?? [];
  const words = text.toLowerCase().split(/\s+/).filter(Boolean);
  const matches = (label: string) => words.every((word) => label.toLowerCase().includes(word));
  const found = functions.filter(({ name, region, description }) => matches(`${name} ${region} ${description}`)).slice(0, SHOWN);
  const pages = PAGES.filter(({ label }) => matches(label));
  const others = connections.filter(({ id, name }) => id !== connection && matches(`${id} ${name}`));
  const go = (path: string) => {
    onClose();
    router.push(view.hrefWithView(path));
  };
  return (
    <Command shouldFilter={false} label="Go to a function or page" loop>
      <Command.Input
        value={text}
        onValueChange={setText}
        placeholder="Go to a function or page…"
        className="w-full border-b border-line bg-transparent px-4 py-3 text-3 outline-none placeholder:text-faint"
      />
      <Command.List className="max-h-[52vh] overflow-auto p-1.5 [&_[cmdk-group-heading]]:px-2.5 [&_[cmdk-group-heading]]:py-1 [&_[cmdk-group-heading]]:text-1 [&_[cmdk-group-heading]]:text-muted">
        {found.length + pages.length + others.length === 0 ? (
          <Command.Item disabled className="px-4 py-6 text-center text-2 break-words text-muted">
            Nothing is called “{text}”.
          </Command.Item>
        ) : null}
        <PaletteGroup heading="Functions" count={found.length}>
          {found.map(({ region, name, description }) => (
            <PaletteItem key={`${region}/${name}`} value={`${region}/${name}`} onSelect={() => go(`/${connection}/functions/${region}/${name}`)} label={name} note={description} aside={region} />
          ))}
        </PaletteGroup>
        <PaletteGroup heading="Pages" count={pages.length}>
          {pages.map(({ path, label }) => (
            <PaletteItem key={path} value={`page ${path}`} onSelect={() => go(`/${connection}/${path}`)} label={label} />
          ))}
        </PaletteGroup>
        <PaletteGroup heading="Connections" count={others.length}>
          {others.map(({ id, name }) => (
            <PaletteItem key={id} value={`connection ${id}`} onSelect={() => go(`/${id}/functions`)} label={name} note="connection" />
          ))}
        </PaletteGroup>
      </Command.List>
    </Command>
  );
}

function PaletteGroup({ heading, count, children }: { heading: string; count: number; children: ReactNode }) {
  return count > 0 ? <Command.Group heading={heading}>{children}</Command.Group> : null;
}

function PaletteItem({ value, label, note, aside, onSelect }: { value: string; label: string; note?: string; aside?: string; onSelect: () => void }) {
  return (
    <Command.Item
      value={value}
      onSelect={onSelect}
      className="flex cursor-pointer items-center gap-3 rounded-sm px-2.5 py-1.5 text-2 data-[selected=true]:bg-sunken"
    >
      <span className="max-w-full shrink-0 truncate font-medium">{label}</span>
      <span className="min-w-0 flex-1 truncate text-1 text-muted">{note}</span>
      {aside ? <span className="shrink-0 font-mono text-1 text-muted">{aside}</span> : null}
    </Command.Item>
  );
}
