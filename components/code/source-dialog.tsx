"use client";

import { useMutation } from "@tanstack/react-query";
import { useState } from "react";
import { ReviewFooter } from "@/components/configuration/review-footer";
import { ErrorState } from "@/components/layout/states";
import { useFunctionRef } from "@/components/layout/view-state";
import { Dialog } from "@/components/ui/dialog";
import { Field, Input } from "@/components/ui/field";
import { deploySourceMutation } from "@/lib/code/queries";
import { codeSourceSchema, type Package } from "@/lib/code/schema";
import { toastDeployed } from "./deployed-toast";

const LOOK = "font-mono";

/** Code that AWS fetches itself: an object in S3, or an image for functions that are images. */
export function SourceDialog({ code, onClose }: { code: Package; onClose: () => void }) {
  const ref = useFunctionRef();
  const isImage = code.packageType === "Image";
  const [bucket, setBucket] = useState("");
  const [key, setKey] = useState("");
  const [objectVersion, setObjectVersion] = useState("");
  const [imageUri, setImageUri] = useState(code.imageUri ?? "");
  const mutation = useMutation(deploySourceMutation(ref));
  const source = isImage ? { imageUri: imageUri.trim() } : { bucket: bucket.trim(), key: key.trim(), objectVersion: objectVersion.trim() || undefined };
  const parsed = codeSourceSchema.safeParse({ revisionId: code.revisionId, source });
  const touched = isImage ? imageUri !== "" : bucket !== "" || key !== "";
  const bucketProblem = bucket !== "" && !/^[0-9A-Za-z.\-_]{3,63}$/.test(bucket.trim()) ? "A bucket has 3 to 63 letters, digits, dots, hyphens and underscores." : undefined;
  const deploy = () =>
    parsed.data &&
    mutation.mutate(parsed.data, {
      onSuccess: (deployed) => {
        toastDeployed(deployed);
        onClose();
      },
    });
  return (
    <Dialog
      open
      onOpenChange={(open) => !open && onClose()}
      title={isImage ? "Deploy an image" : "Deploy from S3"}
      description={isImage ? "AWS fetches it from the registry. It must be in the function's region." : "AWS fetches the zip itself. The bucket must be in the function's region."}
      footer={<ReviewFooter label="Deploy" busyLabel="Deploying" busy={mutation.isPending || !parsed.success} onBack={onClose} onGo={deploy} />}
    >
      <div className="flex flex-col gap-4">
        {isImage ? (
          <Field label="Image URI" hint="For instance 000000000000.dkr.ecr.us-east-1.amazonaws.com/shop:1.2">
            {(control) => <Input {...control} value={imageUri} onChange={(event) => setImageUri(event.target.value)} className={LOOK} />}
          </Field>
        ) : (
          <>
            <Field label="Bucket" error={bucketProblem}>
              {(control) => <Input {...control} value={bucket} onChange={(event) => setBucket(event.target.value)} className={LOOK} />}
            </Field>
            <Field label="Key" hint="Path of the zip in the bucket">
              {(control) => <Input {...control} value={key} onChange={(event) => setKey(event.target.value)} className={LOOK} />}
            </Field>
            <Field label="Object version" hint="Only for buckets that keep versions; empty = the newest">
              {(control) => <Input {...control} value={objectVersion} onChange={(event) => setObjectVersion(event.target.value)} className={LOOK} />}
            </Field>
          </>
        )}
        {!parsed.success && touched && !bucketProblem ? <p className="text-1 text-muted">Fill in what is missing.</p> : null}
        {mutation.error ? <ErrorState error={mutation.error} what="Not deployed" className="px-0 pb-0" /> : null}
      </div>
    </Dialog>
  );
}
