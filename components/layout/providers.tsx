"use client";

import { QueryClient, QueryClientProvider } from "@tanstack/react-query";
import { ThemeProvider } from "next-themes";
import { Tooltip } from "radix-ui";
import { type ReactNode, useState } from "react";
import { Toaster } from "sonner";
import { isAppError } from "@/lib/errors";

/** Errors that asking again cannot mend. */
const FINAL_CODES = new Set(["bad_request", "forbidden_by_mode", "not_found", "access_denied", "credentials"]);

function createQueryClient(): QueryClient {
  return new QueryClient({
    defaultOptions: {
      queries: {
        // The server is on this machine: it answers without a network too, and nothing may be sent later, unasked.
        networkMode: "always",
        staleTime: 10_000,
        gcTime: 10 * 60_000,
        refetchOnWindowFocus: false,
        // A hidden tab asks nothing: watching costs money.
        refetchIntervalInBackground: false,
        retry: (count, error) => count < 1 && !(isAppError(error) && FINAL_CODES.has(error.code)),
      },
      mutations: { networkMode: "always", retry: false },
    },
  });
}

export function Providers({ children, nonce }: { children: ReactNode; nonce?: string }) {
  const [queryClient] = useState(createQueryClient);
  return (
    <ThemeProvider attribute="data-theme" defaultTheme="system" enableSystem disableTransitionOnChange nonce={nonce}>
      <QueryClientProvider client={queryClient}>
        <Tooltip.Provider delayDuration={250}>{children}</Tooltip.Provider>
        <Toaster
          position="bottom-right"
          toastOptions={{
            style: { fontFamily: "var(--font-geist-sans), ui-sans-serif, sans-serif", background: "var(--surface)", color: "var(--text)", border: "1px solid var(--line)" },
            classNames: { description: "text-muted!" },
          }}
        />
      </QueryClientProvider>
    </ThemeProvider>
  );
}
