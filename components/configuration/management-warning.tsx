import { TriangleAlert } from "lucide-react";
import type { Management } from "@/lib/configuration/management";

/** Before a function is changed that a tool deploys: its next deployment takes the change back. */
export function ManagementWarning({ management }: { management: Management | undefined }) {
  if (!management) return null;
  const { tool, name, evidence } = management;
  return (
    <p className="flex items-start gap-2 rounded-sm bg-accent-soft px-3 py-2 text-2">
      <TriangleAlert size={15} aria-hidden className="mt-0.5 shrink-0 text-accent" />
      <span>
        <b className="font-medium">Managed by {tool}</b>
        {name ? ` (${name})` : ""}, says the tag {evidence}. Its next deployment may overwrite what is changed here: change it there too.
      </span>
    </p>
  );
}
