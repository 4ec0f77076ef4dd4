/** What of a response differs from run to run on one and the same side: ids and times, no difference of versions. */
import { diffJson, pathText } from "@/lib/runs/json-diff";

/** Each response against the first of its side; paths in order of their first sight. Responses that are not JSON have none. */
export function varyingPaths(responses: readonly string[]): string[] {
  const [first, ...others] = responses;
  if (first === undefined) return [];
  const paths = others.flatMap((other) => {
    const { differences, asText } = diffJson(first, other);
    return asText ? [] : differences.map(({ path }) => pathText(path));
  });
  // The whole value differing says nothing about a place.
  return [...new Set(paths)].filter((path) => path !== "$");
}
