"use client";

import { useState } from "react";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import type { EnvironmentConflict } from "@/lib/configuration/schema";
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
  const [takeTheirs, setTakeTheirs] = useState<ReadonlySet<string>>(new Set());
  const toggle = (key: string, theirs: boolean) => {
    const next = new Set(takeTheirs);
    if (theirs) next.add(key);
    else next.delete(key);
    setTakeTheirs(next);
  };
  const goOn = (dropped: ReadonlySet<string>, reviewAgain: boolean) => {
    form.rebase(dropped);
    onEnd(reviewAgain);
  };
  const giveUp = () => {
    form.reset();
    onEnd(false);
  };
  return (
    <Dialog
      open
      wide
      onOpenChange={(open) => !open && goOn(new Set(), false)}
      title="Somebody changed this function meanwhile"
      description="Nothing was overwritten. Your edits are kept and go on from what AWS has now; where both touched a variable, choose."
      footer={
        <>
          <Button onClick={giveUp}>Take theirs, discard mine</Button>
          <Button variant="primary" onClick={() => goOn(takeTheirs, true)}>
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
                  <fieldset className="flex gap-3">
                    <legend className="sr-only">Which {key} to keep</legend>
                    <label className="flex items-center gap-1">
                      <input type="radio" name={`choice-${key}`} checked={!takeTheirs.has(key)} onChange={() => toggle(key, false)} /> mine
                    </label>
                    <label className="flex items-center gap-1">
                      <input type="radio" name={`choice-${key}`} checked={takeTheirs.has(key)} onChange={() => toggle(key, true)} /> theirs
                    </label>
                  </fieldset>
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
