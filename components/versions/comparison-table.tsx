import { classNames } from "@/components/ui/class-names";
import { formatBytes, formatDateTime } from "@/lib/format";
import type { VersionComparison } from "@/lib/versions/schema";

interface Row {
  label: string;
  left: string | undefined;
  right: string | undefined;
  /** The same although the texts differ, or the other way round. */
  same?: boolean;
  mono?: boolean;
}

const DESCRIPTION = "Description";

const VARIABLE_WORDS = {
  same: ["same", "same"],
  different: ["one value", "another value"],
  left_only: ["set", undefined],
  right_only: [undefined, "set"],
} as const;

/** Setting by setting; what differs is marked by word and weight. Values of variables stay on the server. */
export function ComparisonTable({ comparison, onlyDifferent }: { comparison: VersionComparison; onlyDifferent: boolean }) {
  const { left, right } = comparison;
  const all = rowsOf(comparison);
  // Each version has one of its own: it says nothing about how the two behave.
  const description = comparison.settings.find(({ field }) => field === DESCRIPTION);
  const rows = all.filter((row) => !onlyDifferent || !isSame(row));
  const different = all.filter((row) => !isSame(row)).length;
  return (
    <>
      <p role="status" className="px-5 pt-3 text-2 text-muted">
        {different === 0 ? "Code, settings and variables are the same." : `${different} ${different === 1 ? "difference" : "differences"}; ${left.codeSha256 === right.codeSha256 ? "the code is the same" : "the code differs"}.`}
      </p>
      {description && description.left !== description.right ? (
        <p className="px-5 pt-1 text-2 break-words text-muted">
          Descriptions, not counted: {left.qualifier} {quoted(description.left)}, {right.qualifier} {quoted(description.right)}.
        </p>
      ) : null}
      {rows.length > 0 ? (
        <div tabIndex={0} role="region" aria-label="Comparison" className="relative overflow-auto px-5 pt-2 -outline-offset-2">
          <table className="w-full text-2">
            <thead className="text-left text-1 text-muted">
              <tr>
                <th scope="col" className="border-b border-line py-1.5 pr-3 font-medium">Setting</th>
                <th scope="col" className="border-b border-line py-1.5 pr-3 font-medium">{headerOf(left)}</th>
                <th scope="col" className="border-b border-line py-1.5 font-medium">{headerOf(right)}</th>
              </tr>
            </thead>
            <tbody>
              {rows.map((row) => (
                <ComparedRow key={row.label} row={row} />
              ))}
            </tbody>
          </table>
        </div>
      ) : null}
    </>
  );
}

function ComparedRow({ row }: { row: Row }) {
  const { label, left, right, mono } = row;
  const same = isSame(row);
  const cell = classNames("border-b border-grid py-2 pr-3 break-words whitespace-pre-line min-w-32 max-w-96", mono && "font-mono text-1", same && "text-muted");
  return (
    <tr className="align-top">
      <th scope="row" className={classNames("border-b border-grid py-2 pr-3 text-left", same ? "font-normal text-muted" : "font-medium")}>{label}</th>
      <td className={cell}>{left ?? "–"}</td>
      <td className={classNames(cell, !same && "font-medium")}>{right ?? "–"}</td>
    </tr>
  );
}

function rowsOf({ left, right, settings, variables }: VersionComparison): Row[] {
  return [
    { label: "Code (SHA-256)", left: left.codeSha256, right: right.codeSha256, mono: true },
    { label: "Package", left: formatBytes(left.codeSizeBytes), right: formatBytes(right.codeSizeBytes), same: left.codeSizeBytes === right.codeSizeBytes },
    ...settings.filter(({ field }) => field !== DESCRIPTION).map(({ field, left, right }) => ({ label: field, left, right })),
    ...variables.map(({ key, state }) => ({ label: `Variable ${key}`, left: VARIABLE_WORDS[state][0], right: VARIABLE_WORDS[state][1] })),
  ];
}

function isSame({ left, right, same }: Row): boolean {
  return same ?? left === right;
}

function quoted(description: string | undefined): string {
  return description ? `“${description}”` : "has none";
}

function headerOf({ qualifier, version, lastModifiedMs }: VersionComparison["left"]): string {
  return `${qualifier}${version === qualifier ? "" : ` (version ${version})`} · ${formatDateTime(lastModifiedMs)}`;
}
