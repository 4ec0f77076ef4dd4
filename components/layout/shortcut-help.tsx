"use client";

import { useCallback, useState } from "react";
import { Dialog } from "@/components/ui/dialog";
import { Kbd } from "@/components/ui/kbd";
import { useModifierKey } from "./modifier-key";
import { useShortcut } from "./shortcuts";

/** ⌘ stands for the keyboard's own modifier. */
const SHORTCUTS: readonly [keys: string[], what: string][] = [
  [["⌘K"], "Go to any function or page"],
  [["/"], "Search in the list"],
  [["↑", "↓"], "Walk through the list"],
  [["t"], "Test this function"],
  [["e"], "Edit its configuration"],
  [["r"], "Refresh"],
  [["⌘↵"], "Run the event in the editor"],
  [["←", "→"], "Move the cursor in a chart"],
  [["?"], "This help"],
];

export function ShortcutHelp() {
  const [open, setOpen] = useState(false);
  useShortcut("?", useCallback(() => setOpen(true), []));
  const modifier = useModifierKey();
  return (
    <Dialog open={open} onOpenChange={setOpen} title="Keyboard">
      <dl className="grid grid-cols-[auto_1fr] items-center gap-x-6 gap-y-2 text-2">
        {SHORTCUTS.map(([keys, what]) => (
          <div key={what} className="contents">
            <dt className="flex gap-1.5">
              {keys.map((key) => (
                <Kbd key={key}>{key.replace("⌘", modifier)}</Kbd>
              ))}
            </dt>
            <dd>{what}</dd>
          </div>
        ))}
      </dl>
    </Dialog>
  );
}
