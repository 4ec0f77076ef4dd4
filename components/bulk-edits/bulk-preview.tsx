import { Chip } from "@/components/ui/chip";
import type { BulkPreviewItem } from "@/lib/bulk-edits/schema";

/** What each function becomes; what stays, and what would be refused, with the reason. */
export function BulkPreview({ items }: { items: readonly BulkPreviewItem[] }) {
  const count = (result: BulkPreviewItem["result"]) => items.filter((item) => item.result === result).length;
  const parts = [
    `${count("changes")} will change`,
    count("unchanged") > 0 ? `${count("unchanged")} already so` : "",
    count("refused") > 0 ? `${count("refused")} cannot be changed and will be left out` : "",
  ];
  return (
    <>
      <p role="status" className="mb-2 text-2">
        {parts.filter(Boolean).join(", ")}.
      </p>
      <table className="w-full text-2">
        <thead className="text-left text-1 text-muted">
          <tr>
            <th scope="col" className="border-b border-line py-1.5 pr-3 font-medium">Function</th>
            <th scope="col" className="border-b border-line py-1.5 pr-3 font-medium">Before</th>
            <th scope="col" className="border-b border-line py-1.5 font-medium">After</th>
          </tr>
        </thead>
        <tbody>
          {items.map((item) => (
            <tr key={`${item.region}/${item.name}`} className="align-top">
              <th scope="row" className="border-b border-grid py-1.5 pr-3 text-left font-normal">
                <span className="font-medium break-all">{item.name}</span> <span className="text-1 text-muted">{item.region}</span>
              </th>
              <td className="border-b border-grid py-1.5 pr-3 text-muted">{item.before}</td>
              <td className="border-b border-grid py-1.5">
                <After item={item} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </>
  );
}

function After({ item }: { item: BulkPreviewItem }) {
  if (item.result === "changes") return <ins className="font-medium no-underline">{item.after}</ins>;
  if (item.result === "unchanged") return <Chip>unchanged</Chip>;
  return (
    <>
      <Chip tone="error">refused</Chip> <span className="text-muted">{item.reason}</span>
    </>
  );
}
