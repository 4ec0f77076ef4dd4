"use client";

import { useQuery } from "@tanstack/react-query";
import { LoadingLines, PolicyStatement } from "@/components/layout/states";
import { useFunctionRef } from "@/components/layout/view-state";
import { Chip } from "@/components/ui/chip";
import { rolePoliciesQuery } from "@/lib/setting-choices/queries";

/** Names of the policies of the role that the function has at AWS. */
export function RolePolicies({ roleArn }: { roleArn: string }) {
  const { data, error } = useQuery(rolePoliciesQuery(useFunctionRef(), roleArn));
  if (!data && !error) return <LoadingLines lines={2} className="px-0 pb-0" />;
  const problem = data?.problem;
  const none = data && !problem && data.attached.length + data.inline.length === 0;
  return (
    <div className="mt-3 text-2">
      <h3 className="text-1 text-muted">Policies of {data?.roleName ?? "the role"}</h3>
      <ul className="mt-1 flex flex-wrap gap-1.5">
        {data?.attached.map(({ name, arn }) => (
          <li key={arn}>
            <Chip title={arn}>{name}</Chip>
          </li>
        ))}
        {data?.inline.map((name) => (
          <li key={name}>
            <Chip title="Part of the role itself">{name} · inline</Chip>
          </li>
        ))}
      </ul>
      {none ? <p className="mt-1 text-muted">None: the function may do nothing in AWS, not even write its log.</p> : null}
      {problem ? <p className="mt-1 text-muted">Their names cannot be read: {problem.message}</p> : null}
      {error ? <p className="mt-1 text-muted">Their names cannot be read: {error.message}</p> : null}
      {problem?.iamAction ? (
        <div className="mt-2">
          <PolicyStatement action={problem.iamAction} resource={problem.iamResource} />
        </div>
      ) : null}
    </div>
  );
}
