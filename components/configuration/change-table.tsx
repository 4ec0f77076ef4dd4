import type { ChangedField } from "@/lib/activity/schema";
import { FIELD_LIMITS } from "@/lib/configuration/limits";
import type { ConfigurationField } from "@/lib/configuration/schema";

/** Name of a field as the page writes it; variables keep their own. */
export function fieldLabel(field: string): string {
  return FIELD_LIMITS[field as ConfigurationField]?.label ?? field;
}

/** A value with its unit. */
export function fieldValue(field: string, value: string | number | undefined): string {
  if (value === undefined) return "–";
  if (value === "") return "(empty)";
  const unit = FIELD_LIMITS[field as ConfigurationField]?.unit;
  return unit && typeof value === "number" ? `${value.toLocaleString("en")} ${unit}` : String(value);
}

/** Before and after, field by field. */
export function ChangeTable({ changes }: { changes: readonly ChangedField[] }) {
  return (
    <table className="w-full text-2">
      <thead className="text-left text-1 text-muted">
        <tr>
          <th scope="col" className="border-b border-line py-1.5 pr-3 font-medium">Setting</th>
          <th scope="col" className="border-b border-line py-1.5 pr-3 font-medium">Before</th>
          <th scope="col" className="border-b border-line py-1.5 font-medium">After</th>
        </tr>
      </thead>
      <tbody>
        {changes.map(({ field, before, after }) => (
          <tr key={field} className="align-top">
            <th scope="row" className="border-b border-grid py-2 pr-3 text-left font-medium">{fieldLabel(field)}</th>
            <td className="border-b border-grid py-2 pr-3 break-words">
              <del className="text-muted">{fieldValue(field, before)}</del>
            </td>
            <td className="border-b border-grid py-2 break-words">
              <ins className="font-medium no-underline">{fieldValue(field, after)}</ins>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
