"use client";

import { Command } from "cmdk";
import { useEffect, useMemo, useRef, useState } from "react";
import type { Bench } from "@/components/runs/use-bench";
import { Dialog } from "@/components/ui/dialog";
import type { EventTemplate, TemplateGroup } from "@/lib/test-events/event-template";
import { EVENT_TEMPLATES, searchTemplates, templatePayload } from "@/lib/test-events/event-templates";

const GROUPS: readonly TemplateGroup[] = [...new Set(EVENT_TEMPLATES.map(({ group }) => group))];

/** An event of every source that Lambda knows, found by words. */
export function TemplatePicker({ bench, onClose }: { bench: Bench; onClose: () => void }) {
  const [search, setSearch] = useState("");
  const input = useRef<HTMLInputElement>(null);
  // Before the dialog looks for what to focus: that would be its closing button.
  useEffect(() => input.current?.focus(), []);
  const found = useMemo(() => searchTemplates(search), [search]);
  const start = (template: EventTemplate) => {
    bench.startNew({ name: template.name, payload: templatePayload(template) });
    onClose();
  };
  return (
    <Dialog open onOpenChange={onClose} title="New test event" description="Start from an event as its source sends it.">
      <Command shouldFilter={false} label="Templates" className="-mx-5 -my-4">
        <Command.Input ref={input} value={search} onValueChange={setSearch} placeholder="Search a source, for instance sqs or authorizer" className="h-11 w-full border-b border-line bg-surface px-5 text-3 outline-none placeholder:text-faint" />
        <Command.List className="max-h-[56vh] overflow-auto px-2.5 py-1.5">
          <Command.Empty className="px-2.5 py-6 text-center text-2 text-muted">No source has these words. Start from the empty object.</Command.Empty>
          {search.trim() === ""
            ? GROUPS.map((group) => (
                <Command.Group key={group} heading={group} className="[&_[cmdk-group-heading]]:px-2.5 [&_[cmdk-group-heading]]:pt-2.5 [&_[cmdk-group-heading]]:pb-1 [&_[cmdk-group-heading]]:text-1 [&_[cmdk-group-heading]]:text-muted">
                  {found.filter((template) => template.group === group).map((template) => (
                    <TemplateItem key={template.id} template={template} onSelect={start} />
                  ))}
                </Command.Group>
              ))
            : found.map((template) => <TemplateItem key={template.id} template={template} onSelect={start} />)}
        </Command.List>
      </Command>
    </Dialog>
  );
}

function TemplateItem({ template, onSelect }: { template: EventTemplate; onSelect: (template: EventTemplate) => void }) {
  return (
    <Command.Item value={template.id} onSelect={() => onSelect(template)} className="cursor-default rounded-sm px-2.5 py-1.5 text-2 select-none data-[selected=true]:bg-sunken">
      {template.label}
    </Command.Item>
  );
}
