import { Check, Minus, X } from "lucide-react";
import type { Run } from "@/lib/runs/schema";
import type { AssertionResult } from "@/lib/assertions/schema";
import { classNames } from "@/components/ui/class-names";

/** Each assertion that was held against a run: green or red, a red one with expected, got and where. Grey when there was none. */
export function AssertionResults({ run: { outcome, assertionResults = [] } }: { run: Pick<Run, "outcome" | "assertionResults"> }) {
  if (outcome === "running") return null;
  const failed = assertionResults.filter(({ passed }) => !passed).length;
  if (assertionResults.length === 0) {
    return (
      <p className="flex min-h-9 items-center gap-1.5 border-b border-line px-3.5 text-1 text-muted">
        <Minus size={13} aria-hidden /> {outcome === "unknown" ? "Nothing was checked: how the run ended is not known" : "Nothing asserted"}
      </p>
    );
  }
  return (
    <section aria-label="Assertions of the run" className="border-b border-line">
      <h3 className="flex min-h-9 items-center px-3.5 text-1 text-muted">
        Assertions · {failed === 0 ? `all ${assertionResults.length} passed` : `${failed} of ${assertionResults.length} failed`}
      </h3>
      <ul className="border-t border-grid">
        {[...assertionResults].sort((a, b) => Number(a.passed) - Number(b.passed)).map((result) => (
          <ResultLine key={result.assertionId} result={result} />
        ))}
      </ul>
    </section>
  );
}

function ResultLine({ result: { label, passed, expected, got, where } }: { result: AssertionResult }) {
  const Mark = passed ? Check : X;
  return (
    <li className={classNames("flex gap-2 px-3.5 py-1.5 text-2", !passed && "bg-error-soft")}>
      <Mark size={14} aria-hidden className={classNames("mt-0.5 shrink-0", passed ? "text-pass" : "text-error")} />
      <div className="min-w-0 flex-1">
        <p className="break-words">
          <span className="sr-only">{passed ? "Passed: " : "Failed: "}</span>
          {label}
        </p>
        {passed ? null : (
          <dl className="mt-0.5 grid grid-cols-[auto_minmax(0,1fr)] gap-x-3 text-1">
            <Fact label="expected" value={expected} />
            <Fact label="got" value={got} />
            {where ? <Fact label="where" value={where} /> : null}
          </dl>
        )}
      </div>
    </li>
  );
}

function Fact({ label, value }: { label: string; value: string }) {
  return (
    <>
      <dt className="text-muted">{label}</dt>
      <dd className="font-mono break-words whitespace-pre-wrap">{value}</dd>
    </>
  );
}
