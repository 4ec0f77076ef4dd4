"use client";

import { useEffect } from "react";

const QUESTION = "There are changes here that are not saved. Leave and lose them?";

/** Asks before unsaved edits are lost: by closing or reloading the tab, or by a link to another page. */
export function useUnsavedGuard(dirty: boolean): void {
  useEffect(() => {
    if (!dirty) return;
    const stop = new AbortController();
    window.addEventListener("beforeunload", (event) => event.preventDefault(), { signal: stop.signal });
    // Before Next's own handler of the link sees the click.
    document.addEventListener("click", askBeforeLeaving, { capture: true, signal: stop.signal });
    return () => stop.abort();
  }, [dirty]);
}

function askBeforeLeaving(event: MouseEvent): void {
  const link = event.target instanceof Element ? event.target.closest<HTMLAnchorElement>("a[href]") : null;
  const elsewhere = event.metaKey || event.ctrlKey || event.shiftKey || event.button !== 0 || link?.target === "_blank";
  if (!link || elsewhere || link.origin !== window.location.origin || link.pathname === window.location.pathname) return;
  if (window.confirm(QUESTION)) return;
  event.preventDefault();
  event.stopPropagation();
}
