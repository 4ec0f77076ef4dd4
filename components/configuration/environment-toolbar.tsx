"use client";

import { ClipboardPaste, Download, FileUp, Plus, TextCursorInput } from "lucide-react";
import Link from "next/link";
import { useRef } from "react";
import { toast } from "sonner";
import { useFunctionRef, useViewState } from "@/components/layout/view-state";
import { Button, buttonClass } from "@/components/ui/button";
import { Menu, MenuItem } from "@/components/ui/menu";
import { type LeftOutLine, readDotEnv } from "./dot-env";
import { toTemplateText } from "./dot-env-text";
import { EnvironmentMeter } from "./environment-meter";
import { parseJsonVariables } from "./json-variables";
import type { EnvironmentFormState } from "./use-environment-form";

/** No environment comes near: AWS takes 4 KB. */
const MAX_FILE_BYTES = 100_000;

interface EnvironmentToolbarProps {
  form: EnvironmentFormState;
  refusal: string | undefined;
  asText: boolean;
  onText: () => void;
  onPaste: () => void;
  onAdd: () => void;
}

export function EnvironmentToolbar({ form, refusal, asText, onText, onPaste, onAdd }: EnvironmentToolbarProps) {
  const ref = useFunctionRef();
  const { hrefWithView } = useViewState();
  const file = useRef<HTMLInputElement>(null);
  const importFile = async (chosen: File | undefined) => {
    if (!chosen) return;
    if (chosen.size > MAX_FILE_BYTES) return void toast.error(`${chosen.name} is too large for an environment: AWS takes 4 KB.`);
    const text = await chosen.text();
    const json = parseJsonVariables(text);
    const { variables, leftOut } = json ? { variables: json, leftOut: [] } : readDotEnv(text);
    if (variables.length === 0) return void toast.error(`${chosen.name} has no KEY=value lines, and is no JSON object of texts.`);
    form.add(variables);
    toast.success(`${variables.length} ${variables.length === 1 ? "variable" : "variables"} taken from ${chosen.name}`, { description: `Nothing is saved yet. ${leftOutSentence(leftOut)}`.trim() });
  };
  return (
    <div className="flex min-h-11 flex-wrap items-center gap-x-3 gap-y-2 border-b border-line px-4 py-1.5">
      <EnvironmentMeter totalBytes={form.totalBytes} />
      <div className="ml-auto flex flex-wrap gap-2">
        <Link href={hrefWithView(`/${ref.connection}/environment?columns=${ref.region}/${ref.name}`)} className={buttonClass("quiet", "small")}>
          Side by side
        </Link>
        <Menu align="end" trigger={<Button size="small">Text and files</Button>}>
          <MenuItem onSelect={onText} disabled={asText}>
            <TextCursorInput size={14} aria-hidden /> Edit as .env text
          </MenuItem>
          <MenuItem onSelect={() => file.current?.click()} disabled={refusal !== undefined || asText}>
            <FileUp size={14} aria-hidden /> Import a file
          </MenuItem>
          <MenuItem onSelect={() => download(`${ref.name}.env.example`, toTemplateText(form.base))} disabled={form.base.variables.length === 0}>
            <Download size={14} aria-hidden /> Export names, without values
          </MenuItem>
        </Menu>
        <Button size="small" disabled={asText} disabledReason={refusal} onClick={onPaste}>
          <ClipboardPaste size={13} aria-hidden /> Paste .env
        </Button>
        <Button size="small" disabled={asText} disabledReason={refusal} onClick={onAdd}>
          <Plus size={13} aria-hidden /> Add
        </Button>
      </div>
      <input
        ref={file}
        type="file"
        aria-label="File to import"
        accept=".env,.json,.txt,text/plain,application/json"
        className="hidden"
        onChange={(event) => {
          void importFile(event.target.files?.[0]);
          // The same file shall be found again.
          event.target.value = "";
        }}
      />
    </div>
  );
}

function download(name: string, text: string): void {
  const link = document.createElement("a");
  link.href = URL.createObjectURL(new Blob([text], { type: "text/plain" }));
  link.download = name;
  link.click();
  URL.revokeObjectURL(link.href);
}

function leftOutSentence(leftOut: readonly LeftOutLine[]): string {
  return leftOut.length === 0 ? "" : `Left out: ${leftOut.map(({ line, reason }) => `line ${line} (${reason.replace(/\.$/, "")})`).join(", ")}.`;
}
