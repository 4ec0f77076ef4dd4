"use client";

import { useState } from "react";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import type { EnvironmentConflict } from "@/lib/configuration/schema";
import { type Choices, ConflictChoice } from "./conflict-choice";
import { findUnchosen } from "./conflict-refusal";
import type { EnvironmentFormState } from "./use-environment-form";

const WORDS = { set: "set", removed: "removed", renamed: "renamed", untouched: "–", added: "added", changed: "changed" } as const;

interface ConflictDialogProps {
  conflict: EnvironmentConflict;
  form: EnvironmentFormState;
  /** Tells whether the review shall show again. */
  onEnd: (reviewAgain: boolean) => void;
}

/** Somebody else saved meanwhile. Nothing was overwritten; the edits go on from the present state. */
export function EnvironmentConflictDialog({ conflict, form, onEnd }: ConflictDialogProps) {
  const [choices, setChoices] = useState<Choices>(new Map());
  const refusal = findUnchosen(conflict.keys.map(({ key, both }) => ({ name: key, chosen: !both || choices.has(key) })));
  const goOn = () => {
    form.rebase(new Set([...choices].filter(([, choice]) => choice === "theirs").map(([key]) => key)));
    onEnd(true);
  };
  // Nothing was chosen: the next save finds the conflict again.
  const postpone = () => {
    form.postpone();
    onEnd(false);
  };
  const giveUp = () => {
    form.reset();
    onEnd(false);
  };
  return (
    <Dialog
      open
      wide
      onOpenChange={(open) => !open && postpone()}
      title="Somebody changed this function meanwhile"
      description="Nothing was overwritten. Your edits are kept and go on from what AWS has now; where both touched a variable, choose."
      footer={
        <>
          <Button onClick={giveUp}>Take theirs, discard mine</Button>
          <Button variant="primary" disabledReason={refusal} onClick={goOn}>
            Go on with both, review again
          </Button>
        </>
      }
    >
      <table className="w-full text-2">
        <thead className="text-left text-1 text-muted">
          <tr>
            {["Variable", "You", "Somebody else", "Result"].map((label) => (
              <th key={label} scope="col" className="border-b border-line py-1.5 pr-3 font-medium">
                {label}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {conflict.keys.map(({ key, mine, theirs, both }) => (
            <tr key={key}>
              <th scope="row" className="border-b border-grid py-2 pr-3 text-left font-mono font-medium break-all">{key}</th>
              <td className="border-b border-grid py-2 pr-3">{WORDS[mine]}</td>
              <td className="border-b border-grid py-2 pr-3">{WORDS[theirs]}</td>
              <td className="border-b border-grid py-2">
                {both ? (
                  <ConflictChoice id={key} label={key} choice={choices.get(key)} onChoose={(choice) => setChoices(new Map(choices).set(key, choice))} />
                ) : (
                  <span className="text-muted">{mine === "untouched" ? "theirs" : "yours"}</span>
                )}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      {conflict.keys.length === 0 ? <p className="text-2 text-muted">Another setting of the function changed, no variable did.</p> : null}
    </Dialog>
  );
}
