import { expect, test } from "vitest";
import { workThrough } from "./case-queue";

/** Work that ends when it is told to. */
function controlled() {
  const started: number[] = [];
  const ends = new Map<number, () => void>();
  const work = (item: number) => {
    started.push(item);
    return new Promise<void>((resolve) => ends.set(item, resolve));
  };
  return { started, work, end: (item: number) => ends.get(item)?.() };
}

test("never more than so many at a time, in order", async () => {
  const { started, work, end } = controlled();
  const all = workThrough([1, 2, 3, 4], { concurrency: 2, isStopped: () => false, work });
  expect(started).toEqual([1, 2]);
  end(2);
  await expect.poll(() => started).toEqual([1, 2, 3]);
  end(1);
  end(3);
  await expect.poll(() => started).toEqual([1, 2, 3, 4]);
  end(4);
  expect(await all).toEqual([]);
});

test("once stopped nothing more is started; what was started is awaited, the rest is answered", async () => {
  const { started, work, end } = controlled();
  let stopped = false;
  let ended = false;
  const all = workThrough([1, 2, 3, 4], { concurrency: 2, isStopped: () => stopped, work });
  void all.then(() => (ended = true));
  stopped = true;
  end(1);
  await Promise.resolve();
  expect(ended).toBe(false);
  end(2);
  expect(await all).toEqual([3, 4]);
  expect(started).toEqual([1, 2]);
});

test("more places than items, and none at all", async () => {
  const done: number[] = [];
  const work = async (item: number) => void done.push(item);
  expect(await workThrough([1], { concurrency: 20, isStopped: () => false, work })).toEqual([]);
  expect(await workThrough([], { concurrency: 20, isStopped: () => false, work })).toEqual([]);
  expect(done).toEqual([1]);
});
