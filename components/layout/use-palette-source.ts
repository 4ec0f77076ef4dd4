"use client";

import { useQuery } from "@tanstack/react-query";
import { useParams } from "next/navigation";
import { useMemo } from "react";
import { connectionListQuery } from "@/lib/connections/queries";
import { functionListQuery } from "@/lib/functions/queries";
import { PAGES } from "./navigation";
import type { FunctionPage, PaletteGroup, searchPalette } from "./palette-search";
import { usePaletteActions } from "./use-palette-actions";
import { useConnectionId, useViewState } from "./view-state";

const FUNCTION_PAGES: readonly FunctionPage[] = [
  { path: "", label: "Monitor", keywords: "metrics charts" },
  { path: "/test", label: "Test", keywords: "run invoke" },
  { path: "/configuration", label: "Configuration", keywords: "settings edit memory timeout" },
  { path: "/environment", label: "Environment", keywords: "variables" },
  { path: "/code", label: "Code", keywords: "source package zip deploy upload download diff" },
  { path: "/triggers", label: "Triggers", keywords: "event source mapping permission policy url destination queue" },
  { path: "/versions", label: "Versions", keywords: "aliases publish traffic weights roll back compare" },
  { path: "/compare", label: "Compare", keywords: "same event two versions qualifiers faster slower" },
];

/** What the palette searches: functions and their pages, pages, actions, connections. */
export function usePaletteSource(): Parameters<typeof searchPalette>[1] {
  const connection = useConnectionId();
  const { regions } = useViewState();
  const { region, name } = useParams<{ region?: string; name?: string }>();
  const functions = useQuery(functionListQuery(connection, regions)).data?.functions;
  const connections = useQuery(connectionListQuery()).data?.connections;
  const actions = usePaletteActions();
  return useMemo(() => {
    const fixed: PaletteGroup[] = [
      { heading: "Pages", entries: PAGES.map(({ path, label }) => ({ id: `page ${path}`, label, target: `/${connection}/${path}` })) },
      { heading: "Actions", entries: actions },
      {
        heading: "Connections",
        entries: (connections ?? []).filter(({ id }) => id !== connection).map(({ id, name: label }) => ({ id: `connection ${id}`, label, keywords: id, target: `/${id}/functions` })),
      },
    ];
    return {
      functions: functions ?? [],
      functionPages: FUNCTION_PAGES,
      current: region && name ? { region, name } : undefined,
      pathOf: (place) => `/${connection}/functions/${place.region}/${place.name}`,
      fixed,
    };
  }, [connection, functions, connections, actions, region, name]);
}
