"use client";

import { useState } from "react";
import { useModeRefusal } from "@/components/connections/use-connection";
import { Button } from "@/components/ui/button";
import { KNOWN_RUNTIMES } from "@/lib/functions/runtime-support";
import { formatMoment } from "@/lib/format";
import type { FunctionSettingsAnswer, SettingGroup } from "@/lib/configuration/schema";
import { ConfigurationConflictDialog } from "./configuration-conflict-dialog";
import { LayersEditor } from "./layers-editor";
import { ProvisionedEditor } from "./provisioned-editor";
import { RolePolicies } from "./role-policies";
import { SectionIndex } from "./section-index";
import { SettingInput } from "./setting-input";
import { SettingsReview } from "./settings-review";
import { SettingsSection } from "./settings-section";
import { TagsEditor } from "./tags-editor";
import { UnfinishedSave } from "./unfinished-save";
import { UnsavedGuard } from "./unsaved-guard";
import { type SettingsForm as Form, useSettingsForm } from "./use-settings-form";

/** Every setting that AWS has for a function, in one form with one review. */
export function SettingsForm({ answer }: { answer: FunctionSettingsAnswer }) {
  const form = useSettingsForm(answer);
  const [reviewing, setReviewing] = useState(false);
  const refusal = useModeRefusal("operate");
  return (
    <form
      aria-label="Configuration"
      className="grid grid-cols-[minmax(0,1fr)] gap-4 lg:grid-cols-[168px_minmax(0,1fr)] lg:gap-6"
      onSubmit={(event) => {
        event.preventDefault();
        if (form.calls.length > 0 && !form.invalid && !refusal) setReviewing(true);
      }}
    >
      <SectionIndex form={form} />
      <div className="flex min-w-0 flex-col gap-4">
        {answer.unfinished ? <UnfinishedSave unfinished={answer.unfinished} refusal={refusal} /> : null}
        <Sections form={form} readOnly={refusal !== undefined} />
        <div className="sticky bottom-0 z-10 flex flex-wrap items-center justify-end gap-2 rounded-md border border-line bg-surface px-5 py-3 shadow-card">
          <p role="status" className="mr-auto text-2 text-muted">
            {form.dirty ? statusOf(form) : ""}
          </p>
          {form.dirty ? (
            <Button variant="quiet" onClick={form.reset}>
              Discard
            </Button>
          ) : null}
          <Button type="submit" variant="primary" disabledReason={refusal} disabled={form.calls.length === 0 || form.invalid || form.saving}>
            Review changes
          </Button>
        </div>
      </div>
      <UnsavedGuard dirty={form.dirty} description="The changes on this page are not saved. This browser keeps them as a draft until you come back." goLabel="Keep the draft and leave" />
      <SettingsReview form={form} open={reviewing && !form.conflict} onOpenChange={setReviewing} />
      {form.conflict ? <ConfigurationConflictDialog conflict={form.conflict} form={form} onClose={() => form.setConflict(undefined)} /> : null}
    </form>
  );
}

function statusOf({ invalid, review, restoredAtMs }: Form): string {
  if (invalid) return "Mend what is marked, then review";
  const counted = review.length === 1 ? "1 change, not saved" : `${review.length} changes, not saved`;
  return restoredAtMs === undefined ? counted : `${counted}: your draft of ${formatMoment(restoredAtMs)}`;
}

const WIDE = "sm:col-span-2 2xl:col-span-3";
const GRID = "grid grid-cols-[minmax(0,1fr)] items-start gap-x-4 gap-y-5 sm:grid-cols-2 2xl:grid-cols-3";

function Sections({ form, readOnly }: { form: Form; readOnly: boolean }) {
  const { packageType, problems, vpcId, functionUrl } = form.answer;
  const of = (...groups: SettingGroup[]) => problems.filter(({ group }) => groups.includes(group));
  const input = (field: string, props: Partial<Parameters<typeof SettingInput>[0]> = {}) =>
    field in form.base ? <SettingInput field={field} form={form} readOnly={readOnly} {...props} /> : null;
  const isJson = form.present.logFormat === "JSON";
  const hasUrl = Boolean(form.present.urlAuthType);
  const jsonOnly = isJson ? undefined : "For the JSON format only.";
  return (
    <>
      <SettingsSection id="general">
        <div className={GRID}>
          {input("memoryMb")}
          {input("timeoutSeconds")}
          {input("ephemeralStorageMb")}
          {packageType === "Zip" ? (
            <>
              {input("runtime", { suggestions: KNOWN_RUNTIMES })}
              <div className="2xl:col-span-2">{input("handler")}</div>
            </>
          ) : (
            <>
              {input("imageEntryPoint")}
              {input("imageCommand")}
              {input("imageWorkingDirectory")}
            </>
          )}
          <div className={WIDE}>{input("description")}</div>
          <div className={WIDE}>{input("kmsKeyArn")}</div>
        </div>
      </SettingsSection>
      <SettingsSection id="role">
        {input("roleArn")}
        <RolePolicies roleArn={String(form.base.roleArn ?? "")} />
      </SettingsSection>
      <SettingsSection id="layers" note={packageType === "Image" ? "A container image has no layers." : undefined}>
        {packageType === "Zip" ? <LayersEditor form={form} readOnly={readOnly} /> : <p className="text-2 text-muted">Put into the image what a layer would hold.</p>}
      </SettingsSection>
      <SettingsSection id="network" note={vpcId ? `In ${vpcId}.` : undefined}>
        <div className={GRID}>
          {input("subnetIds")}
          {input("securityGroupIds")}
          {input("ipv6AllowedForDualStack", { idle: form.present.subnetIds ? undefined : "Means something with subnets only." })}
        </div>
      </SettingsSection>
      <SettingsSection id="fileSystem">
        <div className={GRID}>
          <div className="2xl:col-span-2">{input("fileSystemArn")}</div>
          {input("fileSystemMountPath")}
        </div>
      </SettingsSection>
      <SettingsSection id="logging">
        <div className={GRID}>
          {input("logFormat")}
          {input("applicationLogLevel", { idle: jsonOnly })}
          {input("systemLogLevel", { idle: jsonOnly })}
          <div className="2xl:col-span-2">{input("logGroup")}</div>
          {input("tracingMode")}
        </div>
      </SettingsSection>
      <SettingsSection id="runtime" problems={of("runtimeManagement", "recursion")}>
        <div className={GRID}>
          {input("snapStartApplyOn")}
          {input("updateRuntimeOn")}
          {input("recursiveLoop")}
          <div className={WIDE}>{input("runtimeVersionArn", { idle: form.present.updateRuntimeOn === "Manual" || form.textOf("runtimeVersionArn") ? undefined : "For Manual updates only." })}</div>
        </div>
      </SettingsSection>
      <SettingsSection id="asynchronous" problems={of("asynchronous")} note="For events that callers hand over without waiting: S3, SNS, EventBridge and the invocation type Event. Of $LATEST; aliases have their own.">
        <div className={GRID}>
          {input("maximumRetryAttempts")}
          {input("maximumEventAgeSeconds")}
          {input("deadLetterTargetArn")}
          <div className={WIDE}>{input("onFailureDestination")}</div>
          <div className={WIDE}>{input("onSuccessDestination")}</div>
        </div>
      </SettingsSection>
      <SettingsSection id="concurrency" problems={of("concurrency", "provisioned")}>
        <div className={GRID}>{input("reservedConcurrency")}</div>
        <ProvisionedEditor form={form} readOnly={readOnly} />
      </SettingsSection>
      <SettingsSection id="url" problems={of("url")} note={functionUrl ? <span className="font-mono break-all">{functionUrl}</span> : "None at present, for $LATEST. Aliases may have their own."}>
        <div className={GRID}>
          <div className="2xl:col-span-2">{input("urlAuthType")}</div>
          {hasUrl ? (
            <>
              {input("urlInvokeMode")}
              {input("urlAllowOrigins")}
              {input("urlAllowMethods")}
              {input("urlAllowHeaders")}
              {input("urlExposeHeaders")}
              {input("urlMaxAgeSeconds")}
              {input("urlAllowCredentials")}
            </>
          ) : null}
        </div>
      </SettingsSection>
      <SettingsSection id="tags" problems={of("tags")}>
        <TagsEditor form={form} readOnly={readOnly || of("tags").length > 0} />
      </SettingsSection>
    </>
  );
}
