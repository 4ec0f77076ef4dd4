"use client";

import { Plus } from "lucide-react";
import Link from "next/link";
import { useModeRefusal } from "@/components/connections/use-connection";
import { useConnectionId } from "@/components/layout/view-state";
import { Button, buttonClass } from "@/components/ui/button";

/** Leads to the page that creates a function; where that is not allowed it says why. */
export function CreateFunctionLink() {
  const connection = useConnectionId();
  const refusal = useModeRefusal("operate");
  const label = (
    <>
      <Plus size={14} aria-hidden /> Create function
    </>
  );
  if (refusal) return <Button disabledReason={refusal}>{label}</Button>;
  return (
    <Link href={`/${connection}/functions/new`} className={buttonClass()}>
      {label}
    </Link>
  );
}
