"use client";

import { useEffect, useState } from "react";
import { formatBytes } from "@/lib/format";
import { watchRunStream } from "@/lib/runs/queries";
import { ResultSection } from "./result-section";
import { TextView } from "./text-view";

/** A streamed answer as it comes. Leaving the page stops the watching, not the run. */
export function StreamView({ connection, id, className }: { connection: string; id: string; className?: string }) {
  const { text, totalBytes, error } = useStream(connection, id);
  return (
    <ResultSection title="Response, as it arrives" note={formatBytes(totalBytes)}>
      {error ? <p role="alert" className="border-t border-grid px-3.5 py-2 text-2 text-error">The stream cannot be watched: {error.message} The run goes on.</p> : null}
      <div className="border-t border-grid">{text ? <TextView label="Response, as it arrives" text={text} followEnd className={className} /> : <p className="px-3.5 py-2.5 text-2 text-muted">Nothing yet.</p>}</div>
    </ResultSection>
  );
}

interface Watched {
  text: string;
  totalBytes: number;
  error?: Error;
}

const NOTHING: Watched = { text: "", totalBytes: 0 };

function useStream(connection: string, id: string): Watched {
  const [watched, setWatched] = useState(NOTHING);
  useEffect(() => {
    const gone = new AbortController();
    const now = { ...NOTHING };
    let frame = 0;
    // Pieces may come by the thousand: the page is drawn at most once a frame.
    const draw = () => {
      frame ||= requestAnimationFrame(() => {
        frame = 0;
        setWatched({ ...now });
      });
    };
    const onPiece = (text: string, totalBytes: number) => {
      now.text += text;
      now.totalBytes = totalBytes;
      draw();
    };
    watchRunStream(connection, id, onPiece, gone.signal).catch((error: unknown) => setWatched({ ...now, error: error instanceof Error ? error : new Error("unknown") }));
    return () => {
      gone.abort();
      cancelAnimationFrame(frame);
    };
  }, [connection, id]);
  return watched;
}
