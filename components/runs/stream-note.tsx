import { formatBytes, formatMs } from "@/lib/format";
import { type Run, STREAM_KEPT_BYTES } from "@/lib/runs/schema";

/** Size and first byte of a streamed answer, and whether all of it was kept. */
export function StreamNote({ run: { streamed, responseBytes = 0, firstByteMs } }: { run: Run }) {
  if (!streamed) return null;
  const first = firstByteMs === undefined ? "No byte came." : `First byte after ${formatMs(firstByteMs)}.`;
  const kept = responseBytes > STREAM_KEPT_BYTES ? ` The first ${formatBytes(STREAM_KEPT_BYTES)} were kept.` : "";
  return <p className="border-b border-line px-3.5 py-2 text-1 text-muted">{`Streamed ${formatBytes(responseBytes)}. ${first}${kept}`}</p>;
}
