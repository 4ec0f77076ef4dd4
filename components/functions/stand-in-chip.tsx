"use client";

import { useQuery } from "@tanstack/react-query";
import { useConnection } from "@/components/connections/use-connection";
import { Chip } from "@/components/ui/chip";
import { Help } from "@/components/ui/help";
import { localRegionStatusQuery } from "@/lib/local-region/queries";
import { standIn } from "@/lib/local-region/stand-in";

/** On the local region: the interpreter that really runs the function, where it is not the runtime's own version. */
export function StandInChip({ runtime }: { runtime: string }) {
  const connection = useConnection();
  const { data } = useQuery({ ...localRegionStatusQuery(connection?.id ?? ""), enabled: connection?.kind === "local" });
  const interpreter = standIn(runtime, data?.interpreters);
  if (connection?.kind !== "local" || !interpreter) return null;
  const { language, version } = interpreter;
  return (
    <span className="inline-flex items-center gap-1.5">
      <Chip tone={version ? "neutral" : "error"}>{version ? `runs here on ${language} ${version}` : `no ${language} on this machine`}</Chip>
      <Help topic="Runtime of the local region">
        <p>
          On AWS this function runs on {runtime}. The local region has one {language} for all of its runtimes: the one on this machine
          {version ? `, ${language} ${version}` : ", and found none"}.
        </p>
        <p>{version ? "What differs between the two versions differs here too." : `Install ${language}, then start Warmstart again.`}</p>
      </Help>
    </span>
  );
}
