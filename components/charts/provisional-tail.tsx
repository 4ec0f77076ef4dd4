import { useId } from "react";
import { DefaultZIndexes, usePlotArea, useXAxisScale, ZIndexLayer } from "recharts";
import { isProvisional, type TimeFrame } from "./time-series";

/** Hatches the newest buckets, whose figures may still change: behind the marks in grey, over them in the ground's colour. */
export function ProvisionalTail({ frame }: { frame: TimeFrame }) {
  const id = useId();
  const plot = usePlotArea();
  const scale = useXAxisScale();
  const first = frame.timestampsMs.findIndex((_, index) => isProvisional(frame, index));
  const left = first < 0 ? undefined : scale?.(frame.timestampsMs[first], { position: "start" });
  if (!plot || left === undefined) return null;
  const area = { x: left, y: plot.y, width: Math.max(0, plot.x + plot.width - left), height: plot.height };
  return (
    <>
      <defs>
        <Hatch id={`${id}-behind`} colour="var(--line-strong)" />
        <Hatch id={`${id}-over`} colour="var(--surface)" />
      </defs>
      <ZIndexLayer zIndex={DefaultZIndexes.barBackground}>
        <rect {...area} fill={`url(#${id}-behind)`} opacity={0.7} />
      </ZIndexLayer>
      <ZIndexLayer zIndex={DefaultZIndexes.bar + 1}>
        <rect {...area} fill={`url(#${id}-over)`} opacity={0.65} pointerEvents="none" />
      </ZIndexLayer>
    </>
  );
}

function Hatch({ id, colour }: { id: string; colour: string }) {
  return (
    <pattern id={id} width={5} height={5} patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
      <line x1={0} x2={0} y1={0} y2={5} stroke={colour} strokeWidth={2} />
    </pattern>
  );
}
