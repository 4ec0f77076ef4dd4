"use client";

import { useParams, usePathname, useSearchParams } from "next/navigation";
import { useCallback, useMemo } from "react";
import { regionListSchema } from "@/lib/functions/schema";
import { rangeSchema } from "@/lib/metrics/schema";

export const DEFAULT_RANGE = "1h";

/** Which keys of the address follow the person from page to page. */
const TRAVELLING_KEYS = ["range", "regions"];

/** Connection id of the page. */
export function useConnectionId(): string {
  return String(useParams().connection ?? "");
}

/** Region and name of the function page. */
export function useFunctionRef(): { connection: string; region: string; name: string } {
  const parameters = useParams();
  return { connection: String(parameters.connection), region: String(parameters.region), name: String(parameters.name) };
}

/**
 * State that a colleague should see when the link is shared lives in the address. Setting it
 * replaces the address without asking the server for the page again.
 */
export function useViewState() {
  const pathname = usePathname();
  const search = useSearchParams();

  const set = useCallback(
    (changes: Record<string, string | undefined>) => {
      const next = new URLSearchParams(window.location.search);
      for (const [key, value] of Object.entries(changes)) {
        if (value === undefined || value === "") next.delete(key);
        else next.set(key, value);
      }
      const query = next.toString();
      window.history.replaceState(null, "", query ? `${pathname}?${query}` : pathname);
    },
    [pathname],
  );

  const hrefWithView = useCallback(
    (path: string) => {
      const kept = new URLSearchParams();
      for (const key of TRAVELLING_KEYS) {
        const value = search.get(key);
        if (value) kept.set(key, value);
      }
      const query = kept.toString();
      return query ? `${path}?${query}` : path;
    },
    [search],
  );

  return useMemo(
    () => ({
      get: (key: string) => search.get(key) ?? undefined,
      set,
      hrefWithView,
      range: rangeSchema.safeParse(search.get("range")).data ?? DEFAULT_RANGE,
      /** Chosen regions; undefined = the connection's own. */
      regions: regionListSchema.safeParse(search.get("regions") ?? undefined).data,
    }),
    [search, set, hrefWithView],
  );
}
