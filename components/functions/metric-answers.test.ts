import { expect, test } from "vitest";
import { AppError } from "@/lib/errors";
import { createMetricAnswers } from "./metric-answers";

const answer = (range: string, name: string, invocations: number) => ({
  range,
  window: { startMs: 0, endMs: 1, periodSeconds: 60, provisionalFromMs: 0 },
  rows: [{ region: "us-east-1", name, invocations, errors: 0, throttles: 0, durationP95: null, sparkline: [] }],
  problems: [],
  loadedAtMs: 0,
});
const loaded = (data: ReturnType<typeof answer>) => ({ data, error: null, isLoading: false });
const LOADING = { data: undefined, error: null, isLoading: true };

test("figures of all chunks are joined, and the same answers give the same map", () => {
  const combine = createMetricAnswers();
  const answers = [loaded(answer("1h", "a", 1)), loaded(answer("1h", "b", 2))];
  const first = combine(answers);
  expect([...first.byKey.keys()]).toEqual(["us-east-1/a", "us-east-1/b"]);
  expect(combine([...answers]).byKey).toBe(first.byKey);
  expect(combine([loaded(answer("1h", "a", 3)), LOADING]).byKey.get("us-east-1/a")?.invocations).toBe(3);
});

test("the range before stays, named as such, until the first figures of the next are there", () => {
  const combine = createMetricAnswers();
  combine([loaded(answer("1h", "a", 1)), loaded(answer("1h", "b", 2))]);
  expect(combine([LOADING, LOADING])).toMatchObject({ range: "1h", loading: true });
  expect(combine([LOADING, LOADING]).byKey.size).toBe(2);
  const next = combine([loaded(answer("7d", "a", 9)), LOADING]);
  expect(next.range).toBe("7d");
  expect([...next.byKey.keys()]).toEqual(["us-east-1/a"]);
});

test("figures do not outlive a refusal, which says what is missing", () => {
  const combine = createMetricAnswers();
  combine([loaded(answer("1h", "a", 1))]);
  const error = new AppError("access_denied", "AWS does not allow cloudwatch:GetMetricData.", { iamAction: "cloudwatch:GetMetricData" });
  const refused = combine([{ data: undefined, error, isLoading: false }]);
  expect(refused.byKey.size).toBe(0);
  expect(refused.problems).toEqual([{ message: error.message, hint: undefined, iamAction: "cloudwatch:GetMetricData", iamResource: undefined }]);
});
