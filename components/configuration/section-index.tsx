"use client";

import { classNames } from "@/components/ui/class-names";
import { definitionOf, type SectionId } from "@/lib/configuration/setting-definitions";
import { SECTIONS } from "./settings-section";
import type { SettingsForm } from "./use-settings-form";

/** Leads to the parts of the page, and tells where something was changed or is wrong. */
export function SectionIndex({ form }: { form: SettingsForm }) {
  const counted = countBySection(form.review.map(({ field }) => field));
  const wrong = countBySection(Object.keys(form.problems));
  return (
    <nav aria-label="Parts of the configuration" className="flex gap-x-4 gap-y-0.5 overflow-x-auto text-2 lg:sticky lg:top-20 lg:flex-col lg:overflow-visible">
      {SECTIONS.map(({ id, title }) => (
        <a key={id} href={`#settings-${id}`} className="flex shrink-0 items-center gap-1.5 rounded-sm py-1 text-muted hover:text-text">
          {title}
          <Mark count={wrong.get(id)} word="wrong" className="bg-error-soft text-error" />
          <Mark count={wrong.get(id) ? undefined : counted.get(id)} word="changed" className="bg-accent-soft text-accent" />
        </a>
      ))}
    </nav>
  );
}

function Mark({ count, word, className }: { count: number | undefined; word: string; className: string }) {
  if (!count) return null;
  return (
    <span className={classNames("rounded-full px-1.5 text-1", className)}>
      {count}
      <span className="sr-only"> {word}</span>
    </span>
  );
}

function countBySection(fields: readonly string[]): Map<SectionId, number> {
  const counts = new Map<SectionId, number>();
  for (const field of fields) {
    const section = definitionOf(field)?.section;
    if (section) counts.set(section, (counts.get(section) ?? 0) + 1);
  }
  return counts;
}
