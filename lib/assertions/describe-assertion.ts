import type { Assertion } from "./schema";

export const OUTCOME_WORDS: Readonly<Record<Extract<Assertion, { kind: "outcome" }>["expected"], string>> = {
  success: "succeeds",
  function_error: "fails in the function",
  timeout: "times out",
  accepted: "is accepted for later",
  not_run: "is rejected",
};

/** An assertion in words: `$.statusCode equals 200`, `takes at most 500 ms`. */
export function describeAssertion(assertion: Assertion): string {
  switch (assertion.kind) {
    case "response":
      return describeResponse(assertion);
    case "response_schema":
      return "the response satisfies the JSON Schema";
    case "outcome":
      return `the run ${OUTCOME_WORDS[assertion.expected]}`;
    case "max_duration":
      return `takes at most ${assertion.limitMs.toLocaleString("en")} ms`;
    case "max_memory":
      return `uses at most ${assertion.limitMb.toLocaleString("en")} MB`;
    case "log":
      return assertion.must ? `logs a line that matches ${assertion.pattern}` : `logs no line that matches ${assertion.pattern}`;
    case "error_type":
      return `the error is of type ${assertion.expected}`;
    case "start":
      return `starts ${assertion.expected}`;
  }
}

function describeResponse({ path, operator, expected = "" }: Extract<Assertion, { kind: "response" }>): string {
  switch (operator) {
    case "equals":
      return `${path} equals ${expected}`;
    case "matches":
      return `${path} matches ${expected}`;
    case "exists":
      return `${path} exists`;
    case "is_absent":
      return `${path} is absent`;
  }
}
