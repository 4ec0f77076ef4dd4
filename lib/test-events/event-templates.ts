import { AUTHORIZER_TEMPLATES } from "./authorizer-templates";
import { BROKER_TEMPLATES } from "./broker-templates";
import { DEVELOPMENT_TEMPLATES } from "./development-templates";
import { DEVICE_TEMPLATES } from "./device-templates";
import { EDGE_TEMPLATES } from "./edge-templates";
import type { EventTemplate } from "./event-template";
import { HTTP_TEMPLATES } from "./http-templates";
import { IDENTITY_TEMPLATES } from "./identity-templates";
import { valueAt } from "./json-edit";
import { MESSAGE_TEMPLATES } from "./message-templates";
import { OPERATIONS_TEMPLATES } from "./operations-templates";
import { QUEUE_TEMPLATES } from "./queue-templates";
import { SCHEDULE_TEMPLATES } from "./schedule-templates";
import { STORAGE_TEMPLATES } from "./storage-templates";
import { STREAM_TEMPLATES } from "./stream-templates";

const EMPTY: EventTemplate = { id: "empty", group: "Blank", label: "Empty object", name: "empty", payload: {}, marks: [], fields: [] };

/** Every template, in the order of the list. */
export const EVENT_TEMPLATES: readonly EventTemplate[] = [
  EMPTY,
  ...HTTP_TEMPLATES,
  ...QUEUE_TEMPLATES,
  ...SCHEDULE_TEMPLATES,
  ...STORAGE_TEMPLATES,
  ...STREAM_TEMPLATES,
  ...BROKER_TEMPLATES,
  ...AUTHORIZER_TEMPLATES,
  ...IDENTITY_TEMPLATES,
  ...MESSAGE_TEMPLATES,
  ...EDGE_TEMPLATES,
  ...OPERATIONS_TEMPLATES,
  ...DEVELOPMENT_TEMPLATES,
  ...DEVICE_TEMPLATES,
];

/** The template as the editor shows it: two blanks a level. */
export function templatePayload(template: EventTemplate): string {
  return JSON.stringify(template.payload, null, 2);
}

/** Templates with every word of the search in label, group or JSON, those with it in the label first. */
export function searchTemplates(search: string): readonly EventTemplate[] {
  const words = search.toLowerCase().split(/\s+/).filter(Boolean);
  if (words.length === 0) return EVENT_TEMPLATES;
  const has = (text: string) => words.every((word) => text.toLowerCase().includes(word));
  const named = EVENT_TEMPLATES.filter(({ label, group }) => has(`${label} ${group}`));
  const holding = EVENT_TEMPLATES.filter((template) => !named.includes(template) && has(`${template.label} ${template.group} ${JSON.stringify(template.payload)}`));
  return [...named, ...holding];
}

/** The template of the source that an event came from, by most marks; undefined when its shape is none of theirs. */
export function recogniseEvent(event: unknown): EventTemplate | undefined {
  if (typeof event !== "object" || event === null) return undefined;
  const fitting = EVENT_TEMPLATES.filter(({ marks, fields }) => fields.length > 0 && marks.length > 0 && marks.every(([path, value]) => fits(valueAt(event, path), value)));
  return fitting.reduce<EventTemplate | undefined>((best, template) => (best && best.marks.length >= template.marks.length ? best : template), undefined);
}

function fits(found: unknown, wanted: unknown): boolean {
  return wanted === undefined ? found !== undefined : found === wanted;
}
