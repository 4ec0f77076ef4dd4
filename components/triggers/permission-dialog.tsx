"use client";

import { useMutation } from "@tanstack/react-query";
import { useState } from "react";
import { toast } from "sonner";
import { ErrorState } from "@/components/layout/states";
import { useFunctionRef } from "@/components/layout/view-state";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { Field, Input, Select } from "@/components/ui/field";
import { judgeStatement } from "@/lib/triggers/judge-trigger";
import { addPermissionMutation } from "@/lib/triggers/queries";
import { permissionCreationSchema, type TriggerList } from "@/lib/triggers/schema";

const SERVICES = ["s3", "events", "sns", "apigateway", "logs", "cognito-idp", "iot", "elasticloadbalancing", "secretsmanager"].map((service) => `${service}.amazonaws.com`);

/** Lets a service or account invoke the function; says at once what will become of it. */
export function PermissionDialog({ list, onClose }: { list: TriggerList; onClose: () => void }) {
  const ref = useFunctionRef();
  const [statementId, setStatementId] = useState("");
  const [principal, setPrincipal] = useState("s3.amazonaws.com");
  const [sourceArn, setSourceArn] = useState("");
  const [sourceAccount, setSourceAccount] = useState("");
  const [qualifier, setQualifier] = useState(list.qualifiers[0] ?? "$LATEST");
  const mutation = useMutation(addPermissionMutation(ref));
  const input = { statementId: statementId.trim(), principal: principal.trim(), sourceArn: sourceArn.trim() || undefined, sourceAccount: sourceAccount.trim() || undefined, qualifier };
  const parsed = permissionCreationSchema.safeParse(input);
  const problemOf = (field: string) => parsed.error?.issues.find(({ path }) => path[0] === field)?.message;
  const judged = judgeStatement(
    { ...input, effect: "Allow", actions: ["lambda:InvokeFunction"], viaUrl: false, otherConditions: [] },
    qualifier,
    { qualifiers: new Set(list.qualifiers), reservedConcurrency: list.reservedConcurrency, urls: [] },
  );
  const add = () =>
    parsed.data &&
    mutation.mutate(parsed.data, {
      onSuccess: () => {
        toast.success(`Statement ${input.statementId} is added`);
        onClose();
      },
    });
  return (
    <Dialog
      open
      onOpenChange={(open) => !open && onClose()}
      title="Add a permission"
      description="Lets a service or account invoke the function. The other half is set up at the source."
      footer={
        <>
          <Button onClick={onClose}>Cancel</Button>
          <Button variant="primary" disabled={!parsed.success || mutation.isPending} onClick={add}>
            {mutation.isPending ? "Adding…" : "Add"}
          </Button>
        </>
      }
    >
      <div className="flex flex-col gap-4">
        <div className="grid gap-4 sm:grid-cols-2">
          <Field label="Statement id" hint="A name of your own, for instance photos-bucket" error={statementId === "" ? undefined : problemOf("statementId")}>
            {(control) => <Input {...control} value={statementId} onChange={(event) => setStatementId(event.target.value)} className="font-mono" />}
          </Field>
          <Field label="For" hint="Version or alias; each has a policy of its own">
            {(control) => (
              <Select {...control} value={qualifier} onChange={(event) => setQualifier(event.target.value)}>
                {list.qualifiers.map((each) => (
                  <option key={each}>{each}</option>
                ))}
              </Select>
            )}
          </Field>
        </div>
        <Field label="Principal" hint="A service, an account of 12 digits, an ARN, or * for everyone" error={principal === "" ? undefined : problemOf("principal")}>
          {(control) => <Input {...control} list="principals" value={principal} onChange={(event) => setPrincipal(event.target.value)} className="font-mono" />}
        </Field>
        <datalist id="principals">
          {SERVICES.map((service) => (
            <option key={service}>{service}</option>
          ))}
        </datalist>
        <Field label="Source ARN" hint="Only this source may use it, for instance arn:aws:s3:::photos" error={sourceArn === "" ? undefined : problemOf("sourceArn")}>
          {(control) => <Input {...control} value={sourceArn} onChange={(event) => setSourceArn(event.target.value)} className="font-mono" />}
        </Field>
        <Field label="Source account" hint="Account that the source belongs to; name it for buckets" error={sourceAccount === "" ? undefined : problemOf("sourceAccount")}>
          {(control) => <Input {...control} inputMode="numeric" value={sourceAccount} onChange={(event) => setSourceAccount(event.target.value)} className="font-mono" />}
        </Field>
        {parsed.success ? (
          <p role="status" className="rounded-sm border border-line bg-sunken px-3 py-2 text-2">
            {[judged.reason, ...judged.notes].join(" ")}
          </p>
        ) : null}
        {mutation.error ? <ErrorState error={mutation.error} what="Not added" className="px-0 pb-0" /> : null}
      </div>
    </Dialog>
  );
}
