"use client";

import { type FormEvent, useId, useState } from "react";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { Field, Input } from "@/components/ui/field";
import { type SuiteInput, suiteInputSchema } from "@/lib/suites/schema";

interface SuiteDialogProps {
  open: boolean;
  onOpenChange: (open: boolean) => void;
  title: string;
  /** What its button says. */
  label: string;
  initial?: { name: string; description: string };
  busy: boolean;
  error: Error | null;
  onSubmit: (input: SuiteInput) => void;
}

/** Name and description of a suite. */
export function SuiteDialog(props: SuiteDialogProps) {
  return props.open ? <OpenDialog {...props} /> : null;
}

function OpenDialog({ onOpenChange, title, label, initial, busy, error, onSubmit }: SuiteDialogProps) {
  const form = useId();
  const [name, setName] = useState(initial?.name ?? "");
  const [description, setDescription] = useState(initial?.description ?? "");
  const [problems, setProblems] = useState<{ name?: string; description?: string }>({});
  // An answer to what was typed before says nothing of what is typed now.
  const [outdated, setOutdated] = useState<Error | null>(null);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setProblems({});
    const parsed = suiteInputSchema.safeParse({ name, description });
    if (parsed.success) onSubmit(parsed.data);
    else setProblems(Object.fromEntries(parsed.error.issues.map(({ path, message }) => [path[0], message])));
  };
  const changeName = (text: string) => {
    setName(text);
    setOutdated(error);
    setProblems(({ name: _old, ...others }) => others);
  };
  const changeDescription = (text: string) => {
    setDescription(text);
    setProblems(({ description: _old, ...others }) => others);
  };
  return (
    <Dialog
      open
      onOpenChange={onOpenChange}
      title={title}
      footer={
        <>
          <Button onClick={() => onOpenChange(false)}>Cancel</Button>
          <Button variant="primary" type="submit" form={form} disabled={busy}>
            {label}
          </Button>
        </>
      }
    >
      <form id={form} onSubmit={submit} className="flex flex-col gap-3">
        <Field label="Name" error={problems.name ?? (error === outdated ? undefined : error?.message)} hint="As CI will ask for it: npm run tests -- --suite “name”">
          {(control) => <Input {...control} value={name} onChange={(event) => changeName(event.target.value)} autoComplete="off" />}
        </Field>
        <Field label="Description" error={problems.description}>
          {(control) => <Input {...control} value={description} onChange={(event) => changeDescription(event.target.value)} autoComplete="off" />}
        </Field>
      </form>
    </Dialog>
  );
}
