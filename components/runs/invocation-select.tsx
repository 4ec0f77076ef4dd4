"use client";

import { Select } from "@/components/ui/field";
import type { RunRequest } from "@/lib/runs/schema";

type InvocationType = NonNullable<RunRequest["invocationType"]>;

interface InvocationSelectProps {
  invocationType: InvocationType;
  streamed: boolean;
  onChange: (invocationType: InvocationType, streamed: boolean) => void;
  disabled?: boolean;
  className?: string;
}

/** Every way to invoke. A response stream is a synchronous invocation whose answer is taken piece by piece. */
export function InvocationSelect({ invocationType, streamed, onChange, disabled, className }: InvocationSelectProps) {
  const value = streamed && invocationType === "RequestResponse" ? "stream" : invocationType;
  const choose = (chosen: string) => (chosen === "stream" ? onChange("RequestResponse", true) : onChange(chosen as InvocationType, false));
  return (
    <Select aria-label="Invocation type" disabled={disabled} value={value} onChange={(event) => choose(event.target.value)} className={className}>
      <option value="RequestResponse">synchronous</option>
      <option value="stream">response stream</option>
      <option value="Event">asynchronous</option>
      <option value="DryRun">dry run</option>
    </Select>
  );
}
