"use client";

import { Input, Select } from "@/components/ui/field";
import { findPathProblem } from "@/lib/assertions/json-path";
import type { Assertion } from "@/lib/assertions/schema";

interface AssertionFieldsProps {
  assertion: Assertion;
  number: number;
  describedBy: string | undefined;
  onChange: (next: Assertion) => void;
}

const SMALL = "h-7! text-1";
const TEXT = `${SMALL} w-auto! min-w-24 flex-[1_1_8rem] font-mono`;
const CHOICE = `${SMALL} w-auto! min-w-28`;
const AMOUNT = `${SMALL} figures w-24!`;

/** What an assertion of its kind expects. */
export function AssertionFields({ assertion, number, describedBy, onChange }: AssertionFieldsProps) {
  const named = (what: string, faulty = true) => ({ "aria-label": `${what} of assertion ${number}`, ...(faulty && describedBy ? { "aria-describedby": describedBy, "aria-invalid": true as const } : {}) });
  // The problem that is told is the path's, if it has one.
  const pathFaulty = assertion.kind === "response" && findPathProblem(assertion.path) !== undefined;
  switch (assertion.kind) {
    case "response":
      return (
        <>
          <Input {...named("Path", pathFaulty)} spellCheck={false} placeholder="$.statusCode" className={TEXT} value={assertion.path} onChange={(event) => onChange({ ...assertion, path: event.target.value })} />
          <Select aria-label={`Operator of assertion ${number}`} className={CHOICE} value={assertion.operator} onChange={(event) => onChange({ ...assertion, operator: event.target.value as typeof assertion.operator })}>
            <option value="equals">equals</option>
            <option value="matches">matches</option>
            <option value="exists">exists</option>
            <option value="is_absent">is absent</option>
          </Select>
          {assertion.operator === "equals" || assertion.operator === "matches" ? (
            <Input {...named("Expected value", !pathFaulty)} spellCheck={false} placeholder={assertion.operator === "equals" ? "JSON, for instance 200" : "RE2 pattern"} className={TEXT} value={assertion.expected ?? ""} onChange={(event) => onChange({ ...assertion, expected: event.target.value })} />
          ) : null}
        </>
      );
    case "response_schema":
      return (
        <textarea
          {...named("JSON Schema")}
          rows={6}
          spellCheck={false}
          value={assertion.schema}
          onChange={(event) => onChange({ ...assertion, schema: event.target.value })}
          className="order-last basis-full rounded-sm border border-line-strong bg-surface px-2.5 py-1.5 font-mono text-1 aria-invalid:border-error"
        />
      );
    case "outcome":
      return (
        <Select aria-label={`Outcome of assertion ${number}`} className={CHOICE} value={assertion.expected} onChange={(event) => onChange({ ...assertion, expected: event.target.value as typeof assertion.expected })}>
          <option value="success">succeeds</option>
          <option value="function_error">fails in the function</option>
          <option value="timeout">times out</option>
          <option value="accepted">is accepted for later</option>
          <option value="not_run">is rejected</option>
        </Select>
      );
    case "error_type":
      return <Input {...named("Error type")} spellCheck={false} placeholder="TypeError" className={TEXT} value={assertion.expected} onChange={(event) => onChange({ ...assertion, expected: event.target.value })} />;
    case "log":
      return (
        <>
          <Select aria-label={`Direction of assertion ${number}`} className={CHOICE} value={assertion.must ? "must" : "must-not"} onChange={(event) => onChange({ ...assertion, must: event.target.value === "must" })}>
            <option value="must">has a line that matches</option>
            <option value="must-not">has no line that matches</option>
          </Select>
          <Input {...named("Pattern")} spellCheck={false} placeholder="RE2 pattern" className={TEXT} value={assertion.pattern} onChange={(event) => onChange({ ...assertion, pattern: event.target.value })} />
        </>
      );
    case "max_duration":
      return <Amount {...named("Most milliseconds")} value={assertion.limitMs} unit="ms at most" onChange={(limitMs) => onChange({ ...assertion, limitMs })} />;
    case "max_memory":
      return <Amount {...named("Most megabytes")} value={assertion.limitMb} unit="MB at most" onChange={(limitMb) => onChange({ ...assertion, limitMb })} />;
    case "start":
      return (
        <Select aria-label={`Start of assertion ${number}`} className={CHOICE} value={assertion.expected} onChange={(event) => onChange({ ...assertion, expected: event.target.value as typeof assertion.expected })}>
          <option value="cold">cold</option>
          <option value="warm">warm</option>
        </Select>
      );
  }
}

function Amount({ value, unit, onChange, ...named }: { value: number; unit: string; onChange: (value: number) => void }) {
  return (
    <span className="flex items-center gap-1.5 text-1 text-muted">
      <Input {...named} type="number" min={0} step="any" className={AMOUNT} value={value === 0 ? "" : value} onChange={(event) => onChange(Number(event.target.value) || 0)} />
      {unit}
    </span>
  );
}
