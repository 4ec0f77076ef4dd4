const DAY_MS = 86_400_000;

/** Groups changes, newest first, by the reader's days: `Today`, `Yesterday`, `Thursday, 19 November 2026`. */
export function daysOf<T extends { atMs: number }>(changes: readonly T[], nowMs: number, timeZone?: string): { day: string; changes: T[] }[] {
  const format = new Intl.DateTimeFormat("en-GB", { weekday: "long", day: "numeric", month: "long", year: "numeric", timeZone });
  const today = format.format(nowMs);
  const yesterday = format.format(nowMs - DAY_MS);
  const days = new Map<string, T[]>();
  for (const change of changes) {
    const date = format.format(change.atMs);
    const day = date === today ? "Today" : date === yesterday ? "Yesterday" : date;
    days.set(day, [...(days.get(day) ?? []), change]);
  }
  return [...days].map(([day, ofDay]) => ({ day, changes: ofDay }));
}
