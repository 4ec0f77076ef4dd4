"use client";

import { Plus } from "lucide-react";
import { useMemo } from "react";
import { describeAssertion } from "@/lib/assertions/describe-assertion";
import { type NewAssertion, proposeAssertions } from "@/lib/assertions/propose-assertions";
import type { Assertion } from "@/lib/assertions/schema";
import type { Run } from "@/lib/runs/schema";

interface AssertionProposalsProps {
  run: Run;
  assertions: readonly Assertion[];
  onAdd: (assertion: NewAssertion) => void;
}

/** What the last result did, each one click away from being asserted. */
export function AssertionProposals({ run, assertions, onAdd }: AssertionProposalsProps) {
  const proposals = useMemo(() => proposeAssertions(run).map((assertion) => ({ assertion, label: describeAssertion({ id: "", ...assertion }) })), [run]);
  const present = new Set(assertions.map(describeAssertion));
  const open = proposals.filter(({ label }) => !present.has(label));
  if (open.length === 0) return null;
  return (
    <section aria-label="Proposals from the result">
      <h3 className="px-3.5 pt-3 pb-1 text-1 text-muted">From the result that is shown</h3>
      <ul>
        {open.map(({ assertion, label }) => (
          <li key={label}>
            <button type="button" onClick={() => onAdd(assertion)} className="flex w-full items-center gap-2 px-3.5 py-1 text-left text-2 text-muted -outline-offset-2 hover:bg-sunken hover:text-text">
              <Plus size={12} aria-hidden className="shrink-0" />
              <span className="truncate">
                <span className="sr-only">Assert that </span>
                {label}
              </span>
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}
