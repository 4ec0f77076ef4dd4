"use client";

import { Chip } from "@/components/ui/chip";
import { detectManagement } from "@/lib/configuration/management";

/** The tool that deploys the function, as its tags say. */
export function ManagementChip({ tags }: { tags: Readonly<Record<string, string>> | undefined }) {
  const management = detectManagement(tags);
  if (!management) return null;
  const { tool, name, evidence } = management;
  return <Chip title={`${name ? `${name}, ` : ""}by the tag ${evidence}. Its next deployment may overwrite changes made here.`}>managed by {tool}</Chip>;
}
