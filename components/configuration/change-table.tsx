import { classNames } from "@/components/ui/class-names";
import type { ChangedField } from "@/lib/activity/schema";
import { fieldLabel, fieldValue } from "./field-words";

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
            <td className={classNames("border-b border-grid py-2 pr-3 break-words whitespace-pre-line", typeof before === "number" && "whitespace-nowrap")}>
              <del className="text-muted">{fieldValue(field, before)}</del>
            </td>
            <td className={classNames("border-b border-grid py-2 break-words whitespace-pre-line", typeof after === "number" && "whitespace-nowrap")}>
              <ins className="font-medium no-underline">{fieldValue(field, after)}</ins>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
