"use client";

import { useCallback, useState } from "react";
import { Dialog } from "@/components/ui/dialog";
import { Kbd } from "@/components/ui/kbd";
import { useShortcut } from "./shortcuts";

const SHORTCUTS: readonly [keys: string[], what: string][] = [
  [["⌘K", "Ctrl K"], "Go to any function or page"],
  [["/"], "Search in the list"],
  [["t"], "Test this function"],
  [["e"], "Edit its configuration"],
  [["r"], "Refresh"],
  [["⌘↵", "Ctrl ↵"], "Run the event in the editor"],
  [["← →"], "Move the cursor in a chart"],
  [["?"], "This help"],
];

export function ShortcutHelp() {
  const [open, setOpen] = useState(false);
  useShortcut("?", useCallback(() => setOpen(true), []));
  return (
    <Dialog open={open} onOpenChange={setOpen} title="Keyboard">
      <dl className="grid grid-cols-[auto_1fr] items-center gap-x-6 gap-y-2 text-2">
        {SHORTCUTS.map(([keys, what]) => (
          <div key={what} className="contents">
            <dt className="flex gap-1.5">
              {keys.map((key) => (
                <Kbd key={key}>{key}</Kbd>
              ))}
            </dt>
            <dd>{what}</dd>
          </div>
        ))}
      </dl>
    </Dialog>
  );
}
