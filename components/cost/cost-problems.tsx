import { PolicyStatement } from "@/components/layout/states";
import { Card } from "@/components/ui/card";
import type { CostReport } from "@/lib/cost/schema";

/** Regions that could not be counted: the total leaves them out, and says so. */
export function CostProblems({ problems }: { problems: CostReport["problems"] }) {
  if (problems.length === 0) return null;
  return (
    <Card role="alert" className="flex flex-col gap-3 p-4 text-2">
      {problems.map(({ region, message, iamAction }) => (
        <div key={`${region} ${message}`} className="flex flex-col gap-2">
          <p>
            <span className="font-mono text-1">{region}</span> <span className="text-error">{message}</span> The figures below leave it out.
          </p>
          {iamAction ? <PolicyStatement action={iamAction} /> : null}
        </div>
      ))}
    </Card>
  );
}
