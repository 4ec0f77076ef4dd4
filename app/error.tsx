"use client";

import { ErrorState } from "@/components/layout/states";

export default function PageError({ error, reset }: { error: Error; reset: () => void }) {
  return (
    <main className="mx-auto max-w-xl pt-24">
      <ErrorState error={error} what="This page failed to show" onRetry={reset} />
    </main>
  );
}
