"use client";

import { useQuery } from "@tanstack/react-query";
import Link from "next/link";
import { useModeRefusal } from "@/components/connections/use-connection";
import { useFunctionRef } from "@/components/layout/view-state";
import { Button } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { useAliasChange } from "@/components/versions/use-alias-change";
import type { ComparisonPlan } from "@/lib/comparisons/schema";
import { findShift, type Shift } from "@/lib/comparisons/weight-shift";
import { versionListQuery } from "@/lib/versions/queries";
import { pointAt, rollBackVersion, targetInWords } from "@/lib/versions/traffic-shares";

const STEPS = [0.1, 0.5, 1];

/** When one side is an alias and the other another version: send it traffic in steps, and back. */
export function MoveWeight({ plan }: { plan: ComparisonPlan }) {
  const ref = useFunctionRef();
  const versions = useQuery(versionListQuery(ref)).data;
  const shift = versions && findShift(plan, versions.aliases);
  if (!shift) return null;
  return (
    <Card className="px-4 py-3">
      <section aria-label="Move traffic">
        {"refusal" in shift ? (
          <p className="text-2 text-muted">
            {shift.refusal}{" "}
            <Link href={`/${ref.connection}/functions/${ref.region}/${ref.name}/versions`} className="underline underline-offset-2 hover:text-text">
              Versions
            </Link>
          </p>
        ) : (
          <ShiftControls shift={shift} />
        )}
      </section>
    </Card>
  );
}

function ShiftControls({ shift: { alias, to } }: { shift: Shift }) {
  const refusal = useModeRefusal("operate");
  const { change, pending } = useAliasChange(alias);
  const { name, description, additional } = alias;
  const back = rollBackVersion(alias);
  const send = (share: number) =>
    change(share === 1 ? pointAt(alias, to) : { version: alias.version, additional: { version: to, weight: share }, description }, share === 1 ? `${name} points at version ${to}` : `${name} sends ${share * 100} % to version ${to}`);
  const arrived = alias.version === to;
  return (
    <div className="flex flex-wrap items-center gap-2">
      <p className="flex-1 basis-64 text-2">
        Satisfied? <span className="font-mono">{name}</span> is at <span className="font-medium">{targetInWords(alias)}</span>.{" "}
        {arrived ? `All of it goes to version ${to}.` : `Move it to version ${to} in steps:`}
      </p>
      {arrived
        ? null
        : STEPS.map((share) => (
            <Button key={share} disabled={pending} disabledReason={refusal} aria-pressed={additional?.version === to && additional.weight === share} onClick={() => void send(share)}>
              {share * 100} %
            </Button>
          ))}
      {back !== undefined && (additional || arrived) ? (
        <Button disabled={pending} disabledReason={refusal} onClick={() => void change(pointAt(alias, back), `${name} is back at version ${back}`)}>
          Roll back to {back}
        </Button>
      ) : null}
    </div>
  );
}
