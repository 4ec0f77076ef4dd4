/** The value below which the share lies (0 to 1); nearest rank. */
export function quantile(values, share) {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))];
}

export const median = (values) => quantile(values, 0.5);

/**
 * Runs `ours` and `limit` (each answers a number) once a round, order alternated, so that whatever else the machine
 * does hits both. The ratio is taken within each round.
 */
export async function interleaved(rounds, ours, limit) {
  const figures = { ours: [], limit: [], ratios: [] };
  for (let round = 0; round < rounds; round += 1) {
    const order = round % 2 === 0 ? [ours, limit] : [limit, ours];
    const results = new Map();
    for (const measure of order) results.set(measure, await measure());
    figures.ours.push(results.get(ours));
    figures.limit.push(results.get(limit));
    figures.ratios.push(results.get(ours) / results.get(limit));
  }
  return {
    ours: median(figures.ours),
    limit: median(figures.limit),
    ratio: median(figures.ratios),
    spread: [quantile(figures.ratios, 0.1), quantile(figures.ratios, 0.9)],
  };
}

/** Milliseconds that the work took. */
export async function timed(work) {
  const startedMs = performance.now();
  await work();
  return performance.now() - startedMs;
}

/** Runs `task` `count` times, at most `concurrency` at once. */
export async function runConcurrently(count, concurrency, task) {
  let left = count;
  const worker = async () => {
    while (left > 0) {
      left -= 1;
      await task();
    }
  };
  await Promise.all(Array.from({ length: concurrency }, worker));
}
