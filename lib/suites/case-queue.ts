/** Works through a list with at most so many at a time, until it is done or told to stop. */

/**
 * Starts `work` for each item in order, `concurrency` at a time. Once `isStopped` says so nothing more is started; what
 * was started is awaited. Resolves with the items that were never started. `work` must not reject.
 */
export async function workThrough<T>(
  items: readonly T[],
  { concurrency, isStopped, work }: { concurrency: number; isStopped: () => boolean; work: (item: T) => Promise<void> },
): Promise<T[]> {
  let next = 0;
  const worker = async () => {
    while (next < items.length && !isStopped()) {
      const item = items[next] as T;
      next += 1;
      await work(item);
    }
  };
  await Promise.all(Array.from({ length: Math.min(concurrency, items.length) }, worker));
  return items.slice(next);
}
