"use client";

import { useState } from "react";
import type { Bench } from "@/components/runs/use-bench";
import { Dialog } from "@/components/ui/dialog";
import { Segmented } from "@/components/ui/segmented";
import { ImportCurl } from "./import-curl";
import { ImportFailure } from "./import-failure";
import { ImportFiles } from "./import-files";
import { ImportShareable } from "./import-shareable";

const SOURCES = [
  { value: "files", label: "Files" },
  { value: "failure", label: "A failure" },
  { value: "curl", label: "curl" },
  { value: "shareable", label: "AWS" },
] as const;
type Source = (typeof SOURCES)[number]["value"];

const WORDS: Readonly<Record<Source, string>> = {
  files: "A set that was exported, JSON files, or a document of shareable events: each JSON file becomes an event.",
  failure: "The event of a failed invocation, from a queue or from what you paste. Secrets and personal data are replaced before anything is kept.",
  curl: "A request as a browser copies it (Copy as cURL, bash), as the event of a function URL or HTTP API.",
  shareable: "Test events that Lambda's console and SAM share, in the schema registry lambda-testevent-schemas.",
};

/** Events from elsewhere. */
export function ImportDialog({ bench, onClose }: { bench: Bench; onClose: () => void }) {
  const [source, setSource] = useState<Source>("files");
  return (
    <Dialog open wide onOpenChange={onClose} title="Import test events" description={WORDS[source]}>
      <Segmented label="Source" value={source} options={SOURCES} onChange={setSource} />
      <div className="mt-4">
        {source === "files" ? <ImportFiles bench={bench} onDone={onClose} /> : null}
        {source === "failure" ? <ImportFailure bench={bench} onDone={onClose} /> : null}
        {source === "curl" ? <ImportCurl bench={bench} onDone={onClose} /> : null}
        {source === "shareable" ? <ImportShareable bench={bench} onDone={onClose} /> : null}
      </div>
    </Dialog>
  );
}
