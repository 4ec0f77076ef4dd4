"use client";

import { useMemo, useState } from "react";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { Field } from "@/components/ui/field";
import { type DotEnvVariable, type LeftOutLine, readDotEnv } from "./dot-env";

interface PasteDialogProps {
  open: boolean;
  onOpenChange: (open: boolean) => void;
  /** Variables that the function has. */
  known: readonly { key: string }[];
  onAdd: (variables: DotEnvVariable[]) => void;
}

export function PasteDialog({ open, onOpenChange, known, onAdd }: PasteDialogProps) {
  const [text, setText] = useState("");
  const { variables, leftOut } = useMemo(() => readDotEnv(text), [text]);
  const close = () => {
    // What was pasted may be secret: it does not wait here for the next time.
    setText("");
    onOpenChange(false);
  };
  return (
    <Dialog
      open={open}
      onOpenChange={(next) => (next ? onOpenChange(true) : close())}
      title="Paste .env"
      description="Names that exist get the new value, others are added. Nothing is saved yet."
      footer={
        <>
          <Button onClick={close}>Cancel</Button>
          <Button
            variant="primary"
            disabled={variables.length === 0}
            onClick={() => {
              onAdd(variables);
              close();
            }}
          >
            {variables.length === 1 ? "Take 1 variable" : `Take ${variables.length} variables`}
          </Button>
        </>
      }
    >
      <Field label="Variables" hint={summaryOf(variables, known)}>
        {(control) => (
          <textarea
            {...control}
            rows={9}
            spellCheck={false}
            autoComplete="off"
            value={text}
            onChange={(event) => setText(event.target.value)}
            placeholder={"TABLE_NAME=orders\nSTAGE=prod"}
            className="w-full rounded-sm border border-line-strong bg-surface px-2.5 py-2 font-mono text-2 placeholder:text-faint"
          />
        )}
      </Field>
      <LeftOut lines={leftOut} />
    </Dialog>
  );
}

function summaryOf(variables: readonly DotEnvVariable[], known: readonly { key: string }[]): string {
  if (variables.length === 0) return "KEY=value lines; quotes, several lines in quotes, comments and export are understood.";
  const names = new Set(known.map(({ key }) => key));
  const there = variables.filter(({ key }) => names.has(key)).map(({ key }) => key);
  const added = variables.filter(({ key }) => !names.has(key)).map(({ key }) => key);
  return [there.length > 0 && `Changes ${there.join(", ")}.`, added.length > 0 && `Adds ${added.join(", ")}.`].filter(Boolean).join(" ");
}

function LeftOut({ lines }: { lines: readonly LeftOutLine[] }) {
  if (lines.length === 0) return null;
  return (
    <div role="status" className="mt-3 text-2">
      <p className="font-medium">{lines.length === 1 ? "1 line is left out" : `${lines.length} lines are left out`}</p>
      <ul className="mt-0.5 max-h-40 overflow-auto text-muted">
        {lines.map(({ line, reason }) => (
          <li key={`${line} ${reason}`}>
            Line {line}: {reason}
          </li>
        ))}
      </ul>
    </div>
  );
}
