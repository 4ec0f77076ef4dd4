import type { ReactNode } from "react";
import { PolicyStatement } from "@/components/layout/states";
import { Card } from "@/components/ui/card";
import type { FunctionSettingsAnswer } from "@/lib/configuration/schema";
import type { SectionId } from "@/lib/configuration/setting-definitions";

/** In the order of the page, with the name that index and heading show. */
export const SECTIONS: readonly { id: SectionId; title: string }[] = [
  { id: "general", title: "General" },
  { id: "role", title: "Execution role" },
  { id: "layers", title: "Layers" },
  { id: "network", title: "Network" },
  { id: "fileSystem", title: "File system" },
  { id: "logging", title: "Logs and tracing" },
  { id: "runtime", title: "Runtime and SnapStart" },
  { id: "asynchronous", title: "Asynchronous invocation" },
  { id: "concurrency", title: "Concurrency" },
  { id: "url", title: "Function URL" },
  { id: "tags", title: "Tags" },
];

interface SettingsSectionProps {
  id: SectionId;
  /** What this is about, and which calls save it. */
  note?: ReactNode;
  problems?: FunctionSettingsAnswer["problems"];
  children: ReactNode;
}

/** One part of the page, with what could not be read of it. */
export function SettingsSection({ id, note, problems = [], children }: SettingsSectionProps) {
  const title = SECTIONS.find((section) => section.id === id)?.title;
  return (
    <Card>
      <section id={`settings-${id}`} aria-labelledby={`settings-${id}-title`} className="scroll-mt-20">
        <header className="border-b border-line px-5 py-3">
          <h2 id={`settings-${id}-title`} className="text-3 font-semibold">
            {title}
          </h2>
          {note ? <p className="mt-0.5 text-2 text-muted">{note}</p> : null}
        </header>
        {problems.map((problem) => (
          <div key={problem.group} role="alert" className="border-b border-line px-5 py-3 text-2">
            <p className="font-medium text-error">This part could not be read, so it cannot be changed here.</p>
            <p className="mt-0.5">
              {problem.message} {problem.hint ? <span className="text-muted">{problem.hint}</span> : null}
            </p>
            {problem.iamAction ? (
              <div className="mt-2">
                <PolicyStatement action={problem.iamAction} resource={problem.iamResource} />
              </div>
            ) : null}
          </div>
        ))}
        <div className="px-5 py-4">{children}</div>
      </section>
    </Card>
  );
}
