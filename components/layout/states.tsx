"use client";

import { Check, Copy, RotateCw } from "lucide-react";
import { type ReactNode, useState } from "react";
import { Button } from "@/components/ui/button";
import { classNames } from "@/components/ui/class-names";
import { Skeleton } from "@/components/ui/skeleton";
import { isAppError } from "@/lib/errors";

interface EmptyStateProps {
  title: string;
  children?: ReactNode;
  action?: ReactNode;
  /** It is all that the page shows: the title is its heading. */
  page?: boolean;
  className?: string;
}

/** Nothing to show: says which kind of nothing, and offers the way out. */
export function EmptyState({ title, children, action, page, className }: EmptyStateProps) {
  const Title = page ? "h1" : "p";
  return (
    <div className={classNames("flex flex-col items-center justify-center gap-2 px-6 py-10 text-center", page && "min-h-[60dvh]", className)}>
      <Title className={classNames("font-medium break-words", page ? "text-4" : "text-3")}>{title}</Title>
      {children ? <div className="max-w-md text-2 text-muted">{children}</div> : null}
      {action ? <div className="mt-2 flex flex-wrap justify-center gap-2">{action}</div> : null}
    </div>
  );
}

/** What failed, what is missing, how to mend it; what did load stays around it. */
export function ErrorState({ error, what, onRetry, className }: { error: unknown; what: string; onRetry?: () => void; className?: string }) {
  const appError = isAppError(error) ? error : undefined;
  return (
    <div role="alert" className={classNames("flex flex-col items-start gap-2 px-5 py-5", className)}>
      <p className="text-3 font-medium text-error">{what}</p>
      <p className="max-w-prose text-2">{appError?.message ?? "Something unexpected happened."}</p>
      {appError?.details.hint ? <p className="max-w-prose text-2 text-muted">{appError.details.hint}</p> : null}
      {appError?.details.iamAction ? <PolicyStatement action={appError.details.iamAction} resource={appError.details.iamResource} /> : null}
      <div className="flex items-center gap-3">
        {onRetry ? (
          <Button size="small" onClick={onRetry}>
            <RotateCw size={13} aria-hidden /> Try again
          </Button>
        ) : null}
        {appError?.details.awsRequestId ? <span className="font-mono text-1 text-muted">request {appError.details.awsRequestId}</span> : null}
      </div>
    </div>
  );
}

/** The IAM statement that would allow it, ready to copy. */
export function PolicyStatement({ action, resource }: { action: string; resource?: string }) {
  const statement = JSON.stringify({ Effect: "Allow", Action: action, Resource: resource ?? "*" }, null, 2);
  return (
    <div className="w-full max-w-xl overflow-hidden rounded-sm border border-line">
      <div className="flex items-center justify-between border-b border-line bg-sunken px-3 py-1 text-1 text-muted">
        <span>Missing permission: {action}</span>
        <CopyButton text={statement} label="Copy policy statement" />
      </div>
      <pre className="overflow-auto px-3 py-2 font-mono text-1">{statement}</pre>
    </div>
  );
}

export function CopyButton({ text, label }: { text: string; label: string }) {
  const [copied, setCopied] = useState(false);
  return (
    <Button
      variant="quiet"
      size="small"
      aria-label={label}
      onClick={async () => {
        await navigator.clipboard.writeText(text);
        setCopied(true);
        window.setTimeout(() => setCopied(false), 1500);
      }}
    >
      {copied ? <Check size={13} aria-hidden /> : <Copy size={13} aria-hidden />}
      {copied ? "Copied" : "Copy"}
    </Button>
  );
}

/** Lines in the shape of text while a panel loads. */
export function LoadingLines({ lines = 4, className }: { lines?: number; className?: string }) {
  return (
    <div role="status" aria-label="Loading" className={classNames("flex flex-col gap-2 p-4", className)}>
      {Array.from({ length: lines }, (_, index) => (
        <Skeleton key={index} className={index % 3 === 2 ? "h-4 w-1/2" : "h-4 w-full"} />
      ))}
    </div>
  );
}
