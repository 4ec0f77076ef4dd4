"use client";

import { useQuery } from "@tanstack/react-query";
import { Select } from "@/components/ui/field";
import { formatPercent } from "@/lib/format";
import type { FunctionRef } from "@/lib/functions/queries";
import { qualifierListQuery } from "@/lib/runs/queries";
import type { QualifierList } from "@/lib/runs/schema";

interface QualifierSelectProps {
  functionRef: FunctionRef;
  value: string;
  onChange: (qualifier: string) => void;
  disabled?: boolean;
  className?: string;
  /** Where a page has two. */
  label?: string;
}

/** `$LATEST`, an alias or a version. What may not be listed can still be in the address. */
export function QualifierSelect({ functionRef, value, onChange, disabled, className, label = "Qualifier" }: QualifierSelectProps) {
  const { data } = useQuery(qualifierListQuery(functionRef));
  const { aliases = [], versions = [], problems = [] } = data ?? {};
  const known = value === "$LATEST" || aliases.some(({ name }) => name === value) || versions.some(({ version }) => version === value);
  return (
    <Select aria-label={label} disabled={disabled} value={value} title={problems[0]?.message} onChange={(event) => onChange(event.target.value)} className={className}>
      <option value="$LATEST">$LATEST</option>
      {known ? null : <option value={value}>{value}</option>}
      {aliases.length > 0 ? (
        <optgroup label="Aliases">
          {aliases.map((alias) => (
            <option key={alias.name} value={alias.name}>
              {alias.name} → {aliasTarget(alias)}
            </option>
          ))}
        </optgroup>
      ) : null}
      {versions.length > 0 ? (
        <optgroup label="Versions">
          {versions.map(({ version, description }) => (
            <option key={version} value={version}>
              {version}
              {description ? ` · ${description.slice(0, 40)}` : ""}
            </option>
          ))}
        </optgroup>
      ) : null}
    </Select>
  );
}

function aliasTarget({ version, second }: QualifierList["aliases"][number]): string {
  return second ? `${version} and ${formatPercent(second.weight)} ${second.version}` : version;
}
