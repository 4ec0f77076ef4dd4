"use client";

import { useState } from "react";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { Field } from "@/components/ui/field";
import { parseDotEnv } from "./environment-edits";

interface PasteDialogProps {
  open: boolean;
  onOpenChange: (open: boolean) => void;
  onAdd: (variables: { key: string; value: string }[]) => void;
}

export function PasteDialog({ open, onOpenChange, onAdd }: PasteDialogProps) {
  const [text, setText] = useState("");
  const variables = parseDotEnv(text);
  return (
    <Dialog
      open={open}
      onOpenChange={onOpenChange}
      title="Paste .env"
      description="Names that exist get the new value, others are added. Nothing is saved yet."
      footer={
        <Button
          variant="primary"
          disabled={variables.length === 0}
          onClick={() => {
            onAdd(variables);
            setText("");
            onOpenChange(false);
          }}
        >
          {variables.length === 1 ? "Take 1 variable" : `Take ${variables.length} variables`}
        </Button>
      }
    >
      <Field label="Variables" hint="One KEY=value a line; quotes, comments and export are understood.">
        {(control) => (
          <textarea
            {...control}
            rows={9}
            spellCheck={false}
            value={text}
            onChange={(event) => setText(event.target.value)}
            placeholder={"TABLE_NAME=orders\nSTAGE=prod"}
            className="w-full rounded-sm border border-line-strong bg-surface px-2.5 py-2 font-mono text-2"
          />
        )}
      </Field>
    </Dialog>
  );
}
