"use client";

import { useQuery } from "@tanstack/react-query";
import { Download } from "lucide-react";
import { type ReactNode, useState } from "react";
import { useModeRefusal } from "@/components/connections/use-connection";
import { CopyButton } from "@/components/layout/states";
import { useFunctionRef, useViewState } from "@/components/layout/view-state";
import { Button, buttonClass } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { Chip } from "@/components/ui/chip";
import { Field, Select } from "@/components/ui/field";
import { packageDownloadPath } from "@/lib/code/queries";
import type { Package } from "@/lib/code/schema";
import { formatBytes, formatDateTime } from "@/lib/format";
import { versionListQuery } from "@/lib/versions/queries";
import { LATEST } from "@/lib/versions/schema";
import { SourceDialog } from "./source-dialog";
import { UploadDialog } from "./upload-dialog";

/** Size, checksum and handler of a package, and the ways to fetch or replace it whole. */
export function PackageFacts({ code }: { code: Package }) {
  const ref = useFunctionRef();
  const view = useViewState();
  const versions = useQuery(versionListQuery(ref)).data;
  const refusal = useModeRefusal("operate");
  const [open, setOpen] = useState<"upload" | "source">();
  const qualifiers = [LATEST, ...(versions?.aliases ?? []).map(({ name }) => name), ...(versions?.versions ?? []).map(({ version }) => version).filter((version) => version !== LATEST)];
  const isLatest = code.qualifier === LATEST;
  const deployRefusal = refusal ?? (isLatest ? undefined : "A published version cannot be changed: choose $LATEST.");
  return (
    <Card>
      <div className="flex flex-wrap items-end gap-2 border-b border-line px-5 py-3">
        <div className="mr-auto w-44">
          <Field label="Code of">
            {(control) => (
              <Select {...control} value={code.qualifier} onChange={(event) => view.set({ qualifier: event.target.value === LATEST ? undefined : event.target.value, path: undefined })}>
                {[...new Set([...qualifiers, code.qualifier])].map((each) => (
                  <option key={each}>{each}</option>
                ))}
              </Select>
            )}
          </Field>
        </div>
        {qualifiers.length > 1 ? (
          <Button onClick={() => view.set({ left: isLatest ? qualifiers.find((each) => each !== LATEST) : code.qualifier, right: LATEST })}>Compare</Button>
        ) : null}
        {code.packageType === "Zip" ? (
          <a href={packageDownloadPath(ref, code.qualifier)} download className={buttonClass()}>
            <Download size={14} aria-hidden /> Download
          </a>
        ) : null}
        <Button disabledReason={deployRefusal} onClick={() => setOpen("source")}>
          {code.packageType === "Image" ? "Deploy an image…" : "From S3…"}
        </Button>
        {code.packageType === "Zip" ? (
          <Button disabledReason={deployRefusal} onClick={() => setOpen("upload")}>
            Upload zip…
          </Button>
        ) : null}
      </div>
      <dl className="grid gap-x-8 gap-y-3 px-5 py-4 text-2 sm:grid-cols-2 lg:grid-cols-4">
        <Fact label="Package">
          {code.imageUri ? <span className="font-mono text-1 break-all">{code.imageUri}</span> : formatBytes(code.codeSizeBytes)}
          {code.contents ? <span className="text-muted"> · {code.contents.fileCount.toLocaleString("en")} {code.contents.fileCount === 1 ? "file" : "files"}, {formatBytes(code.contents.unpackedBytes)} unpacked</span> : null}
        </Fact>
        <Fact label="Handler">
          <HandlerFact code={code} />
        </Fact>
        <Fact label="Last change">{formatDateTime(code.lastModifiedMs)}</Fact>
        <Fact label="Checksum (SHA-256)">
          <span className="flex items-center gap-1">
            <span className="min-w-0 truncate font-mono text-1" title={code.codeSha256}>{code.codeSha256}</span>
            <CopyButton text={code.codeSha256} label="Copy checksum" />
          </span>
        </Fact>
      </dl>
      {code.unreadReason ? <p className="border-t border-line px-5 py-3 text-2 text-muted">{code.unreadReason}</p> : null}
      {open === "upload" ? <UploadDialog code={code} onClose={() => setOpen(undefined)} /> : null}
      {open === "source" ? <SourceDialog code={code} onClose={() => setOpen(undefined)} /> : null}
    </Card>
  );
}

function Fact({ label, children }: { label: string; children: ReactNode }) {
  return (
    <div className="min-w-0">
      <dt className="text-1 text-muted">{label}</dt>
      <dd className="mt-0.5 min-w-0 break-words">{children}</dd>
    </div>
  );
}

function HandlerFact({ code }: { code: Package }) {
  const { handler, handlerFile } = code;
  if (!handler) return <span className="text-muted">set by the image</span>;
  return (
    <span className="flex flex-wrap items-center gap-1.5">
      <span className="font-mono text-1">{handler}</span>
      {handlerFile?.found ? <span className="text-1 text-muted">in {handlerFile.found}</span> : null}
      {handlerFile && !handlerFile.found ? <Chip tone="error" title={`Looked for ${handlerFile.expected.join(", ")}`}>no such file: it cannot start</Chip> : null}
    </span>
  );
}
