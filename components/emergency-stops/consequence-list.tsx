import { Chip, type ChipTone } from "@/components/ui/chip";
import type { Consequence } from "@/lib/emergency-stops/schema";

const EFFECT: Record<Consequence["effect"], { word: string; tone: ChipTone }> = {
  lost: { word: "lost", tone: "error" },
  rejected: { word: "rejected", tone: "throttle" },
  waits: { word: "waits", tone: "neutral" },
  none: { word: "no change", tone: "neutral" },
};

/** Each way into a function with what happens to it while the function is stopped. */
export function ConsequenceList({ consequences }: { consequences: readonly Consequence[] }) {
  return (
    <ul className="flex flex-col">
      {consequences.map(({ effect, source, sentence }) => (
        <li key={`${source} ${sentence}`} className="grid gap-x-3 gap-y-0.5 border-b border-grid py-2 text-2 last:border-0 sm:grid-cols-[84px_minmax(0,1fr)]">
          <span>
            <Chip tone={EFFECT[effect].tone}>{EFFECT[effect].word}</Chip>
          </span>
          <span className="min-w-0">
            <span className="font-medium break-words">{source}</span>
            <span className="block text-muted">{sentence}</span>
          </span>
        </li>
      ))}
    </ul>
  );
}
