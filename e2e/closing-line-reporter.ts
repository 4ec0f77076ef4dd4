import type { FullResult, Reporter, TestCase, TestResult } from "@playwright/test/reporter";

/** Ends the output with the plain line `N passed, N failed, N skipped`. */
export default class ClosingLineReporter implements Reporter {
  readonly #outcomes = new Map<string, TestResult["status"]>();

  onTestEnd(test: TestCase, result: TestResult): void {
    this.#outcomes.set(test.id, result.status);
  }

  onEnd(_result: FullResult): void {
    const all = [...this.#outcomes.values()];
    const passed = all.filter((status) => status === "passed").length;
    const skipped = all.filter((status) => status === "skipped").length;
    console.log(`${passed} passed, ${all.length - passed - skipped} failed, ${skipped} skipped`);
  }
}
