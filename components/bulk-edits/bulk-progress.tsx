import type { BulkEdit } from "@/lib/bulk-edits/schema";

/** How far it is, as a bar and in words. */
export function BulkProgress({ edit: { items, state } }: { edit: BulkEdit }) {
  const count = (status: BulkEdit["items"][number]["status"]) => items.filter((item) => item.status === status).length;
  const ended = items.length - count("waiting") - count("running");
  const parts: [number, string][] = [
    [count("done"), "changed"],
    [count("unchanged"), "already so"],
    [count("failed"), "failed"],
    [count("cancelled"), "left out"],
    [count("running"), "running"],
    [count("waiting"), "waiting"],
  ];
  const words = parts.filter(([number]) => number > 0).map(([number, word]) => `${number.toLocaleString("en")} ${word}`);
  return (
    <div className="max-w-4xl">
      <div role="progressbar" aria-label="Functions done" aria-valuemin={0} aria-valuemax={items.length} aria-valuenow={ended} className="flex h-2 overflow-hidden rounded-full bg-sunken">
        <span className="bg-text transition-[width]" style={{ width: `${((ended - count("failed")) / items.length) * 100}%` }} />
        <span className="bg-error-fill transition-[width]" style={{ width: `${(count("failed") / items.length) * 100}%` }} />
      </div>
      <p role="status" className="mt-1.5 text-2 text-muted">
        {state === "interrupted" ? "Warmstart was stopped in the middle; nothing goes on by itself. " : null}
        {words.join(", ")}.
      </p>
    </div>
  );
}
