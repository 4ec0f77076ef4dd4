"use client";

import { useMutation, useQuery } from "@tanstack/react-query";
import { useRouter } from "next/navigation";
import { useEffect, useRef, useState } from "react";
import { toast } from "sonner";
import { useConnection } from "@/components/connections/use-connection";
import { useConnectionId, useViewState } from "@/components/layout/view-state";
import type { FunctionSummary } from "@/lib/functions/schema";
import { functionDetailQuery, functionListQuery } from "@/lib/functions/queries";
import { createFunctionMutation, knownRolesQuery } from "@/lib/new-functions/queries";
import { CREATABLE_RUNTIMES, TEMPLATES } from "@/lib/new-functions/templates";
import { type FormField, type NewFunctionForm, readForm } from "./new-function-form";

const EMPTY: NewFunctionForm = {
  source: "template",
  template: "node-hello",
  copyOf: "",
  copyVariables: true,
  copyTags: true,
  copyConcurrency: true,
  name: "",
  region: "",
  roleArn: "",
  runtime: "nodejs24.x",
  handler: "index.handler",
  architecture: "arm64",
  memoryMb: "128",
  timeoutSeconds: "3",
  description: "",
};

/**
 * The form of a new function: what was typed, what is wrong with it, and creating it. `from` in the address copies a function. A role is
 * proposed only where roles mean nothing: what a function may do in AWS is for the person to say.
 */
export function useNewFunction() {
  const connectionId = useConnectionId();
  const connection = useConnection();
  const view = useViewState();
  const router = useRouter();
  const from = view.get("from");
  const [typed, setTyped] = useState<Partial<NewFunctionForm>>(from ? { source: "copy", copyOf: from } : {});
  const [shown, setShown] = useState(false);
  const functions = useQuery(functionListQuery(connectionId, view.regions)).data?.functions ?? [];
  const roles = useQuery(knownRolesQuery(connectionId)).data?.roles ?? [];
  const form: NewFunctionForm = { ...EMPTY, region: view.regions?.[0] ?? connection?.regions[0] ?? "", roleArn: connection?.kind === "local" ? (roles[0]?.arn ?? "") : "", ...typed };
  const { mutate, isPending, error } = useMutation(createFunctionMutation(connectionId));
  const change = (next: Partial<NewFunctionForm>) => setTyped((before) => ({ ...before, ...next, ...implied(next, form, functions) }));
  const read = readForm(form);
  const problems: Partial<Record<FormField, string>> = shown && "problems" in read ? read.problems : {};
  const create = () => {
    setShown(true);
    if (!("request" in read)) return;
    mutate(read.request, {
      onSuccess({ region, name }) {
        toast.success(`${name} is created`, { description: "Run it with an event." });
        router.push(`/${connectionId}/functions/${region}/${name}/test`);
      },
    });
  };
  useCopiedRole(connectionId, form.copyOf, form.source === "copy", change);
  return { form, change, problems, create, isPending, error, functions, roles, runtimes: runtimesFor(form) };
}

/** The copied function's role is not in the list of functions: it comes with its detail. */
function useCopiedRole(connection: string, copyOf: string, on: boolean, change: (next: Partial<NewFunctionForm>) => void) {
  const [region = "", name = ""] = copyOf.split("/");
  const { data } = useQuery({ ...functionDetailQuery({ connection, region, name }), enabled: on && name !== "" });
  const applied = useRef<string>(undefined);
  useEffect(() => {
    if (!data || applied.current === data.functionArn) return;
    applied.current = data.functionArn;
    const { runtime = "", handler = "", architecture, memoryMb, timeoutSeconds, description, roleArn } = data;
    change({ region, roleArn, runtime, handler, architecture, memoryMb: String(memoryMb), timeoutSeconds: String(timeoutSeconds), description });
  }, [data, region, change]);
}

/** What choosing a template or a source says of the other fields. */
function implied(next: Partial<NewFunctionForm>, form: NewFunctionForm, functions: readonly FunctionSummary[]): Partial<NewFunctionForm> {
  const source = next.source ?? form.source;
  if (next.template === undefined && next.source === undefined) return {};
  if (source === "copy") {
    const copied = functions.find(({ region, name }) => `${region}/${name}` === form.copyOf);
    return copied ? { runtime: copied.runtime ?? "" } : {};
  }
  if (source !== "template") return {};
  const template = TEMPLATES.find(({ id }) => id === (next.template ?? form.template));
  if (!template) return {};
  const runtime = form.runtime.startsWith(template.language) ? form.runtime : (CREATABLE_RUNTIMES.find((id) => id.startsWith(template.language)) ?? "");
  return { handler: template.handler, runtime };
}

function runtimesFor({ source, template, runtime }: NewFunctionForm): string[] {
  const language = source === "template" ? TEMPLATES.find(({ id }) => id === template)?.language : undefined;
  const offered: string[] = CREATABLE_RUNTIMES.filter((id) => language === undefined || id.startsWith(language));
  return offered.includes(runtime) || runtime === "" ? offered : [runtime, ...offered];
}
