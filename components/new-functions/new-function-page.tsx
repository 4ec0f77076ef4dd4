"use client";

import Link from "next/link";
import { useId } from "react";
import { useConnection, useModeRefusal } from "@/components/connections/use-connection";
import { PageBody, PageTitle } from "@/components/layout/page";
import { ErrorState } from "@/components/layout/states";
import { TopBar } from "@/components/layout/top-bar";
import { useConnectionId, useViewState } from "@/components/layout/view-state";
import { Button } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { Field, Input, Select } from "@/components/ui/field";
import { AWS_REGIONS } from "@/lib/connections/aws-regions";
import { SourceFields } from "./source-fields";
import { useNewFunction } from "./use-new-function";

/** Creates a function from a template, a zip or another function, then opens its Test page. */
export function NewFunctionPage() {
  const connectionId = useConnectionId();
  const connection = useConnection();
  const { hrefWithView } = useViewState();
  const refusal = useModeRefusal("operate");
  const rolesId = useId();
  const { form, change, problems, create, isPending, error, functions, roles, runtimes } = useNewFunction();
  const regions = [...new Set([...(connection?.regions ?? []), ...(connection?.kind === "aws" ? AWS_REGIONS : []), form.region].filter(Boolean))];
  return (
    <>
      <TopBar
        crumbs={
          <>
            <Link href={hrefWithView(`/${connectionId}/functions`)} className="hover:text-text hover:underline">
              Functions
            </Link>{" "}
            / <b className="font-medium text-text">New</b>
          </>
        }
      />
      <PageBody>
        <div className="max-w-3xl">
        <PageTitle title="Create a function" lede="It is created in AWS at once; Test opens when it can be invoked." />
        <form
          noValidate
          onSubmit={(event) => {
            event.preventDefault();
            create();
          }}
        >
          <Card className="flex flex-col gap-5 p-5">
            <SourceFields form={form} functions={functions} problem={problems.source} onChange={change} />
            <div className="grid gap-4 sm:grid-cols-2">
              <Field label="Name" error={problems.name} hint="At most 64 letters, digits, hyphens and underscores. It cannot be changed later.">
                {(control) => <Input {...control} autoComplete="off" spellCheck={false} value={form.name} onChange={(event) => change({ name: event.target.value })} />}
              </Field>
              <Field label="Region" error={problems.region}>
                {(control) => (
                  <Select {...control} value={form.region} onChange={(event) => change({ region: event.target.value })}>
                    {regions.map((region) => (
                      <option key={region}>{region}</option>
                    ))}
                  </Select>
                )}
              </Field>
            </div>
            <Field label="Execution role" error={problems.roleArn} hint="What the function may do in AWS. Roles of your other functions are offered; it must exist already.">
              {(control) => (
                <>
                  <Input {...control} list={rolesId} className="font-mono" spellCheck={false} placeholder="arn:aws:iam::123456789012:role/name" value={form.roleArn} onChange={(event) => change({ roleArn: event.target.value })} />
                  <datalist id={rolesId}>
                    {roles.map(({ arn, functions: count }) => (
                      <option key={arn} value={arn}>
                        {count === 1 ? "1 function" : `${count} functions`}
                      </option>
                    ))}
                  </datalist>
                </>
              )}
            </Field>
            <div className="grid gap-4 sm:grid-cols-3">
              <Field label="Runtime" error={problems.runtime}>
                {(control) => (
                  <Select {...control} value={form.runtime} onChange={(event) => change({ runtime: event.target.value })}>
                    {runtimes.map((runtime) => (
                      <option key={runtime}>{runtime}</option>
                    ))}
                  </Select>
                )}
              </Field>
              <Field label="Handler" error={problems.handler}>
                {(control) => <Input {...control} className="font-mono" spellCheck={false} value={form.handler} onChange={(event) => change({ handler: event.target.value })} />}
              </Field>
              <Field label="Architecture">
                {(control) => (
                  <Select {...control} value={form.architecture} onChange={(event) => change({ architecture: event.target.value === "arm64" ? "arm64" : "x86_64" })}>
                    <option value="arm64">arm64</option>
                    <option value="x86_64">x86_64</option>
                  </Select>
                )}
              </Field>
              <Field label="Memory, MB" error={problems.memoryMb} hint="128 to 10,240; default 128.">
                {(control) => <Input {...control} inputMode="numeric" value={form.memoryMb} onChange={(event) => change({ memoryMb: event.target.value })} />}
              </Field>
              <Field label="Timeout, s" error={problems.timeoutSeconds} hint="1 to 900; default 3.">
                {(control) => <Input {...control} inputMode="numeric" value={form.timeoutSeconds} onChange={(event) => change({ timeoutSeconds: event.target.value })} />}
              </Field>
            </div>
            <Field label="Description" error={problems.description}>
              {(control) => <Input {...control} value={form.description} onChange={(event) => change({ description: event.target.value })} />}
            </Field>
            {error ? <ErrorState error={error} what="Not created" className="px-0 py-0" /> : null}
            <div className="flex justify-end gap-2">
              <Button variant="primary" type="submit" disabled={isPending} disabledReason={refusal}>
                {isPending ? "Creating, until it can be invoked…" : "Create function"}
              </Button>
            </div>
          </Card>
        </form>
        </div>
      </PageBody>
    </>
  );
}
