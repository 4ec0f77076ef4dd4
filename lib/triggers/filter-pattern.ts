/** Checks a mapping's filter as far as its form goes. https://docs.aws.amazon.com/lambda/latest/dg/invocation-eventfiltering.html */

const MAX_CHARACTERS = 4_096;

/** The sentence about what is wrong with a filter; undefined when AWS can read it. */
export function findFilterProblem(text: string): string | undefined {
  if (text.length > MAX_CHARACTERS) return "A filter has at most 4,096 characters.";
  let parsed: unknown;
  try {
    parsed = JSON.parse(text);
  } catch {
    return "A filter is JSON, for instance {\"body\": {\"status\": [\"paid\"]}}.";
  }
  return isObject(parsed) ? findRuleProblem(parsed, "") : "A filter is an object, for instance {\"body\": {\"status\": [\"paid\"]}}.";
}

/** Fields hold objects or lists of what is allowed. */
function findRuleProblem(rule: Record<string, unknown>, path: string): string | undefined {
  if (Object.keys(rule).length === 0 && path !== "") return `“${path}” is empty: name a field or take it away.`;
  for (const [key, value] of Object.entries(rule)) {
    const place = path === "" ? key : `${path}.${key}`;
    if (key === "$or") {
      if (!Array.isArray(value) || value.length < 2 || !value.every(isObject)) return "$or takes a list of at least two objects.";
      const inner = value.map((each) => findRuleProblem(each, place)).find((problem) => problem !== undefined);
      if (inner) return inner;
    } else if (Array.isArray(value)) {
      if (value.length === 0) return `“${place}” allows nothing: its list is empty.`;
    } else if (isObject(value)) {
      const inner = findRuleProblem(value, place);
      if (inner) return inner;
    } else {
      return `“${place}” must be a list of what is allowed, for instance ["paid"].`;
    }
  }
  return undefined;
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
