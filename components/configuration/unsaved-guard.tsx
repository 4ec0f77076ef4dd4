"use client";

import { useRouter } from "next/navigation";
import { useEffect, useState } from "react";
import { guardLeaving, leaveFor } from "@/components/layout/leave-guard";
import { AlertDialog } from "@/components/ui/alert-dialog";

interface UnsavedGuardProps {
  dirty: boolean;
  /** What leaving means for the edits. */
  description?: string;
  goLabel?: string;
}

/** Asks before unsaved edits are left: by closing or reloading the tab (the browser asks), or by going to another page. */
export function UnsavedGuard({ dirty, description = "There are changes on this page that are not saved. Leaving discards them.", goLabel = "Discard and leave" }: UnsavedGuardProps) {
  const router = useRouter();
  const [leave, setLeave] = useState<() => void>();
  useEffect(() => {
    if (!dirty) return;
    const stop = new AbortController();
    window.addEventListener("beforeunload", (event) => event.preventDefault(), { signal: stop.signal });
    const followLink = (event: MouseEvent) => {
      const link = innerLinkOf(event);
      if (!link) return;
      event.preventDefault();
      event.stopPropagation();
      leaveFor(link.href, () => router.push(link.pathname + link.search + link.hash));
    };
    // Before Next's own handler of the link sees the click.
    document.addEventListener("click", followLink, { capture: true, signal: stop.signal });
    const release = guardLeaving((go) => setLeave(() => go));
    return () => {
      stop.abort();
      release();
    };
  }, [dirty, router]);
  return (
    <AlertDialog
      open={leave !== undefined}
      title="Leave without saving?"
      description={description}
      stayLabel="Stay"
      goLabel={goLabel}
      onStay={() => setLeave(undefined)}
      onGo={() => {
        setLeave(undefined);
        leave?.();
      }}
    />
  );
}

/** The link to another page of Warmstart that a plain click follows. */
function innerLinkOf(event: MouseEvent): HTMLAnchorElement | undefined {
  const link = event.target instanceof Element ? event.target.closest<HTMLAnchorElement>("a[href]") : null;
  const elsewhere = event.metaKey || event.ctrlKey || event.shiftKey || event.button !== 0 || link?.target === "_blank";
  if (!link || elsewhere || link.origin !== window.location.origin || link.pathname === window.location.pathname) return undefined;
  return link;
}
