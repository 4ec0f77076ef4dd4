"use client";

import { useEffect, useState } from "react";
import { formatRelativeTime } from "@/lib/format";

/** `updated 12 s ago`, counting on. */
export function UpdatedAgo({ timestampMs }: { timestampMs: number }) {
  const [nowMs, setNowMs] = useState(() => Date.now());
  useEffect(() => {
    const timer = window.setInterval(() => setNowMs(Date.now()), 1000);
    return () => window.clearInterval(timer);
  }, []);
  // The server's clock may be a little ahead of the browser's.
  return <span className="tabular-nums">updated {formatRelativeTime(Math.min(timestampMs, nowMs), nowMs)}</span>;
}
