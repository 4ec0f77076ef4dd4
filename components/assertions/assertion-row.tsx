"use client";

import { Check, Trash2, X } from "lucide-react";
import { useId } from "react";
import { Button } from "@/components/ui/button";
import { classNames } from "@/components/ui/class-names";
import { Select } from "@/components/ui/field";
import { findAssertionProblem } from "@/lib/assertions/assertion-problem";
import { ASSERTION_KINDS, type AssertionKind, newAssertion } from "@/lib/assertions/new-assertion";
import type { Assertion, AssertionResult } from "@/lib/assertions/schema";
import { AssertionFields } from "./assertion-fields";

interface AssertionRowProps {
  assertion: Assertion;
  /** Its place in the list, from 1: names its fields. */
  number: number;
  /** Against the result that is shown; undefined when there is none, or the assertion is not well written. */
  result: AssertionResult | undefined;
  onChange: (next: Assertion) => void;
  onRemove: () => void;
}

/** One assertion: its kind, what it expects, and how it does. */
export function AssertionRow({ assertion, number, result, onChange, onRemove }: AssertionRowProps) {
  const problem = findAssertionProblem(assertion);
  const problemId = useId();
  return (
    <li className="border-b border-grid px-3.5 py-2">
      <div className="flex flex-wrap items-start gap-1.5">
        <Select
          aria-label={`Kind of assertion ${number}`}
          value={assertion.kind}
          onChange={(event) => onChange({ ...newAssertion(event.target.value as AssertionKind), id: assertion.id })}
          className="h-7! w-44! text-1"
        >
          {ASSERTION_KINDS.map(({ kind, label }) => (
            <option key={kind} value={kind}>
              {label}
            </option>
          ))}
        </Select>
        <AssertionFields assertion={assertion} number={number} describedBy={problem ? problemId : undefined} onChange={onChange} />
        <Button variant="quiet" size="icon" className="ml-auto size-7!" aria-label={`Remove assertion ${number}`} onClick={onRemove}>
          <Trash2 size={13} aria-hidden />
        </Button>
      </div>
      {problem ? (
        <p id={problemId} className="mt-1 text-1 text-error">
          {problem}
        </p>
      ) : result ? (
        <ResultNote result={result} />
      ) : null}
    </li>
  );
}

function ResultNote({ result: { passed, got, where } }: { result: AssertionResult }) {
  const Mark = passed ? Check : X;
  return (
    <p className={classNames("mt-1 flex items-start gap-1.5 text-1", passed ? "text-pass" : "text-error")}>
      <Mark size={12} aria-hidden className="mt-0.5 shrink-0" />
      <span className="min-w-0 break-words">
        {passed ? "holds" : "fails"}: got <span className="font-mono">{got}</span>
        {where && !passed ? ` at ${where}` : ""}
      </span>
    </p>
  );
}
