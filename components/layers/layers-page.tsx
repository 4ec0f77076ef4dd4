"use client";

import { useQuery } from "@tanstack/react-query";
import { RegionPicker } from "@/components/connections/region-picker";
import { Outdated } from "@/components/layout/outdated";
import { PageBody, PageTitle } from "@/components/layout/page";
import { EmptyState, ErrorState, LoadingLines, PolicyStatement } from "@/components/layout/states";
import { TopBar } from "@/components/layout/top-bar";
import { useConnectionId, useViewState } from "@/components/layout/view-state";
import { Card } from "@/components/ui/card";
import { outdatedUses } from "@/lib/layers/layer-use";
import { layerListQuery } from "@/lib/layers/queries";
import type { LayerList } from "@/lib/layers/schema";
import { LayerCard } from "./layer-card";

/** Layers, their versions, and which functions use which. */
export function LayersPage() {
  const connection = useConnectionId();
  const { regions } = useViewState();
  const { data, error, refetch, isPlaceholderData } = useQuery(layerListQuery(connection, regions));
  return (
    <>
      <TopBar crumbs={<b className="font-medium text-text">Layers</b>} controls={<RegionPicker />} />
      <PageBody>
        <PageTitle title="Layers" lede={data ? ledeOf(data) : undefined} />
        {!data && error ? (
          <Card>
            <ErrorState error={error} what="The layers could not be read" onRetry={refetch} />
          </Card>
        ) : null}
        {!data && !error ? (
          <Card>
            <LoadingLines lines={6} />
          </Card>
        ) : null}
        {data ? (
          <Outdated on={isPlaceholderData} className="flex flex-col gap-4">
            {data.problems.map(({ region, message, hint, iamAction, iamResource }) => (
              <Card key={region} role="alert" className="flex flex-col gap-2 px-5 py-4 text-2">
                <p>
                  <b className="font-medium text-error">{region} could not be read.</b> {message} {hint}
                </p>
                {iamAction ? <PolicyStatement action={iamAction} resource={iamResource} /> : null}
              </Card>
            ))}
            {data.layers.length === 0 && data.problems.length === 0 ? (
              <Card>
                <EmptyState title="No layers in these regions">No layer is published here and no function uses one. Choose other regions at the top right.</EmptyState>
              </Card>
            ) : null}
            {data.layers.map((layer) => (
              <LayerCard key={`${layer.region} ${layer.arn}`} layer={layer} />
            ))}
          </Outdated>
        ) : null}
      </PageBody>
    </>
  );
}

function ledeOf({ layers }: LayerList): string {
  const behind = layers.flatMap(outdatedUses).length;
  const count = `${layers.length} ${layers.length === 1 ? "layer" : "layers"}`;
  if (layers.length === 0) return "Code and data that several functions share.";
  return behind === 0 ? `${count}. Every function uses the newest version that is known.` : `${count}. ${behind} ${behind === 1 ? "use is" : "uses are"} behind the newest version.`;
}
