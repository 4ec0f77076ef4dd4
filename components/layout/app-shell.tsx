"use client";

import { Menu as MenuIcon, X } from "lucide-react";
import { usePathname } from "next/navigation";
import { type ReactNode, useCallback, useEffect, useRef, useState } from "react";
import { flushSync } from "react-dom";
import { ConnectionBanner } from "@/components/connections/connection-banner";
import { ConnectionPicker } from "@/components/connections/connection-picker";
import { useConnection } from "@/components/connections/use-connection";
import { StopBanner } from "@/components/emergency-stops/stop-banner";
import { Button } from "@/components/ui/button";
import { classNames } from "@/components/ui/class-names";
import { BrandMark } from "./brand";
import { CommandPalette } from "./command-palette";
import { LocalRegionPanel } from "./local-region-panel";
import { Navigation } from "./navigation";
import { ShortcutHelp } from "./shortcut-help";
import { ThemeToggle } from "./theme-toggle";
import { useConnectionId } from "./view-state";

/** Side bar, banner and the page. Below 768 px the side bar becomes a drawer. */
export function AppShell({ children }: { children: ReactNode }) {
  // The drawer is open on the page where it was opened: going elsewhere closes it.
  const [openOn, setOpenOn] = useState<string>();
  const menuButton = useRef<HTMLButtonElement>(null);
  const pathname = usePathname();
  const connectionId = useConnectionId();
  const drawerOpen = openOn === pathname;
  useEffect(() => {
    // `/` goes to the connection used last.
    document.cookie = `warmstart-connection=${connectionId}; path=/; max-age=31536000; samesite=strict`;
  }, [connectionId]);
  const close = useCallback(() => {
    // The button is inert until the drawer is gone.
    flushSync(() => setOpenOn(undefined));
    menuButton.current?.focus();
  }, []);
  return (
    <div className="min-h-dvh md:grid md:grid-cols-[220px_minmax(0,1fr)]">
      <a href="#content" className="sr-only focus:not-sr-only focus:absolute focus:z-50 focus:bg-surface focus:p-2">
        Skip to content
      </a>
      <header inert={drawerOpen} className="flex items-center gap-2 border-b border-line px-3 py-2 md:hidden">
        <Button ref={menuButton} variant="quiet" size="icon" aria-label="Open menu" aria-expanded={drawerOpen} onClick={() => setOpenOn(pathname)}>
          <MenuIcon size={17} aria-hidden />
        </Button>
        <BrandMark />
        <span className="font-semibold tracking-tight">Warmstart</span>
      </header>
      {drawerOpen ? <div aria-hidden className="fixed inset-0 z-30 bg-[rgb(0_0_0/.35)] md:hidden" onClick={close} /> : null}
      <SideBar open={drawerOpen} onClose={close} />
      <div inert={drawerOpen} className="min-w-0">
        <ConnectionBanner />
        <StopBanner />
        <main id="content" tabIndex={-1} className="outline-none">
          {children}
        </main>
      </div>
      <CommandPalette />
      <ShortcutHelp />
    </div>
  );
}

function SideBar({ open, onClose }: { open: boolean; onClose: () => void }) {
  const connection = useConnection();
  const closeButton = useRef<HTMLButtonElement>(null);
  useEffect(() => {
    if (!open) return;
    closeButton.current?.focus();
    const onKeyDown = (event: KeyboardEvent) => event.key === "Escape" && !event.defaultPrevented && onClose();
    window.addEventListener("keydown", onKeyDown);
    return () => window.removeEventListener("keydown", onKeyDown);
  }, [open, onClose]);
  return (
    <aside
      aria-label="Menu"
      className={classNames(
        "fixed inset-y-0 left-0 z-40 w-64 flex-col gap-3 border-r border-line bg-bg px-2.5 py-3.5 md:sticky md:top-0 md:z-0 md:flex md:h-dvh md:w-auto",
        open ? "flex" : "hidden",
      )}
    >
      <div className="flex items-center gap-2.5 px-2 text-[15px] font-semibold tracking-tight">
        <BrandMark />
        Warmstart
        <Button ref={closeButton} variant="quiet" size="icon" aria-label="Close menu" className="ml-auto md:hidden" onClick={onClose}>
          <X size={16} aria-hidden />
        </Button>
      </div>
      <ConnectionPicker />
      <Navigation />
      <div className="mt-auto flex flex-col gap-2">
        {connection?.kind === "local" && !connection.problem ? <LocalRegionPanel /> : null}
        <div className="flex items-center justify-between border-t border-line px-1 pt-2">
          <ThemeToggle />
          <span className="pr-1 text-1 text-muted max-md:hidden">Press ? for help</span>
        </div>
      </div>
    </aside>
  );
}
