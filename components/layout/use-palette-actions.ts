"use client";

import { useQuery } from "@tanstack/react-query";
import { useTheme } from "next-themes";
import { useMemo } from "react";
import { useConnection } from "@/components/connections/use-connection";
import { localRegionStatusQuery } from "@/lib/local-region/queries";
import type { PaletteEntry } from "./palette-search";
import { useRefresh } from "./use-refresh";
import { useTraffic } from "./use-traffic";

/** What the palette can do on any page. */
export function usePaletteActions(): PaletteEntry[] {
  const { refresh } = useRefresh();
  const { resolvedTheme, theme, setTheme } = useTheme();
  const connection = useConnection();
  const traffic = useQuery({ ...localRegionStatusQuery(connection?.id ?? ""), enabled: connection?.kind === "local" }).data?.traffic;
  const { setPaused } = useTraffic();
  return useMemo(() => {
    const other = resolvedTheme === "dark" ? "light" : "dark";
    return [
      { id: "refresh", label: "Refresh", keywords: "reload again", aside: "r", target: refresh },
      { id: "theme", label: `Switch to the ${other} theme`, keywords: "toggle mode colours", target: () => setTheme(other) },
      ...(theme === "system" ? [] : [{ id: "system theme", label: "Use the system's theme", keywords: "mode colours", target: () => setTheme("system") }]),
      ...(traffic?.enabled
        ? [
            {
              id: "traffic",
              label: traffic.paused ? "Resume the shop's traffic" : "Pause the shop's traffic",
              keywords: "stop start local region sample",
              target: () => setPaused(!traffic.paused),
            },
          ]
        : []),
    ];
  }, [refresh, resolvedTheme, theme, setTheme, traffic, setPaused]);
}
