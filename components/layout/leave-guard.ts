/** Asks before a page with unsaved edits is left, whichever way: links, shortcuts, the palette. One page asks at a time. */

type Ask = (leave: () => void) => void;

let asking: Ask | undefined;

/** From now on `ask` decides about leaving: it calls `leave` when the person agrees. Returns what ends that. */
export function guardLeaving(ask: Ask): () => void {
  asking = ask;
  return () => {
    if (asking === ask) asking = undefined;
  };
}

/** Goes to a path by `go`, at once or after the page's question. Within the same page nothing is lost. */
export function leaveFor(path: string, go: () => void): void {
  const samePage = new URL(path, window.location.href).pathname === window.location.pathname;
  if (asking && !samePage) asking(go);
  else go();
}
