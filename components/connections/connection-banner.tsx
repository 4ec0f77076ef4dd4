"use client";

import { Eye, TriangleAlert } from "lucide-react";
import { useViewState } from "@/components/layout/view-state";
import type { ConnectionMode } from "@/lib/connections/schema";
import { useConnection } from "./use-connection";

const MEANING: Record<ConnectionMode, string> = {
  observe: "Nothing can be run or changed.",
  invoke: "Functions can be run, not changed.",
  operate: "Functions can be run and changed.",
};

/** Real accounts always say where you are and what you may do. */
export function ConnectionBanner() {
  const connection = useConnection();
  const view = useViewState();
  if (!connection) return null;
  if (connection.problem) {
    return (
      <div role="alert" className="flex items-start gap-2 border-b border-line bg-error-soft px-4 py-2 text-2 text-error md:px-7">
        <TriangleAlert size={15} aria-hidden className="mt-0.5 shrink-0" />
        <p>
          <strong className="font-medium">{connection.name}: </strong>
          {connection.problem}
        </p>
      </div>
    );
  }
  if (connection.kind === "local") return null;
  const regions = (view.regions ?? connection.regions).join(", ");
  return (
    <div className="flex items-start gap-2 border-b border-line bg-accent-soft px-4 py-1.5 text-2 md:px-7">
      <Eye size={15} aria-hidden className="mt-0.5 shrink-0 text-accent" />
      <p className="min-w-0">
        <strong className="font-medium">
          AWS account <span className="font-mono">{connection.accountId ?? "unknown"}</span>
        </strong>{" "}
        · {regions}
        {connection.endpointHost ? (
          <>
            {" "}
            at <span className="font-mono">{connection.endpointHost}</span>
          </>
        ) : null}{" "}
        · <span className="font-medium text-accent">{connection.mode}</span>. {MEANING[connection.mode]}{" "}
        <span className="text-muted">Set by {connection.modeSource}.</span>
      </p>
    </div>
  );
}
