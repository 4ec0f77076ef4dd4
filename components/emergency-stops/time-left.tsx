"use client";

import { useEffect, useState } from "react";
import { formatTimeLeft } from "./countdown";

/** Counts down to a moment, second by second. */
export function TimeLeft({ untilMs }: { untilMs: number }) {
  const [nowMs, setNowMs] = useState(() => Date.now());
  useEffect(() => {
    const timer = window.setInterval(() => setNowMs(Date.now()), 1_000);
    return () => window.clearInterval(timer);
  }, []);
  // A screen reader is not told each second.
  return (
    <span role="timer" aria-live="off" className="tabular-nums">
      {formatTimeLeft(untilMs, nowMs)}
    </span>
  );
}
