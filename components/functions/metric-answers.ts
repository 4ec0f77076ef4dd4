import type { UseQueryResult } from "@tanstack/react-query";
import { isAppError } from "@/lib/errors";
import { functionKeyOf } from "@/lib/functions/function-rows";
import type { RegionProblem } from "@/lib/functions/schema";
import type { FunctionRowMetrics, FunctionRowMetricsList } from "@/lib/metrics/schema";

type Answer = FunctionRowMetricsList & { range: string };
type Asked = Pick<UseQueryResult<Answer>, "data" | "error" | "isLoading">;

interface Figures {
  byKey: ReadonlyMap<string, FunctionRowMetrics>;
  window?: FunctionRowMetricsList["window"];
  /** What the figures are of; undefined without any. */
  range?: string;
}

/**
 * Makes what joins the answers of all chunks. It is called at each step of each request: the figures are joined anew only when
 * one of the answers is another. Until the first answer of a new question is there, the figures of the one before stay.
 */
export function createMetricAnswers() {
  let known: readonly (Answer | undefined)[] = [];
  let figures: Figures = { byKey: new Map() };
  return (answers: readonly Asked[]) => {
    const data = answers.map((answer) => answer.data);
    const loading = answers.some(({ isLoading }) => isLoading);
    const waits = loading && data.every((answer) => answer === undefined);
    if (!waits && (data.length !== known.length || data.some((answer, index) => answer !== known[index]))) {
      known = data;
      const first = data.find((answer) => answer);
      figures = { byKey: new Map(data.flatMap((answer) => (answer ? entriesOf(answer) : []))), window: first?.window, range: first?.range };
    }
    return { ...figures, problems: answers.flatMap(problemsOf), loading };
  };
}

function problemsOf({ data, error }: Asked): Partial<RegionProblem>[] {
  const answered = data?.problems ?? [];
  if (!error) return answered;
  const { iamAction, iamResource, hint } = isAppError(error) ? error.details : {};
  return [...answered, { message: isAppError(error) ? error.message : "Something unexpected happened.", hint, iamAction, iamResource }];
}

const keyed = new WeakMap<Answer, [key: string, row: FunctionRowMetrics][]>();

function entriesOf(answer: Answer): [key: string, row: FunctionRowMetrics][] {
  const entries = keyed.get(answer) ?? answer.rows.map((row): [string, FunctionRowMetrics] => [functionKeyOf(row), row]);
  keyed.set(answer, entries);
  return entries;
}
