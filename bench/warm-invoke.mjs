import { createEcho, invoke } from "./lambda-client.mjs";
import { interleaved, quantile, runConcurrently, timed } from "./rounds.mjs";
import { ms } from "./table.mjs";

const ROUNDS = 20;
const CALLS_PER_ROUND = 100;
const WARM_UP_CALLS = 400;

/** Warm invocations one after another, and many at once. */
export async function warmInvoke({ region, limit }) {
  await createEcho(region, "warm");
  for (const client of [region, limit]) await runConcurrently(WARM_UP_CALLS, 1, () => invoke(client, "warm"));
  return [...(await oneByOne(region, limit)), await tenAtOnce(region, limit), await fiftyAtOnce(region)];
}

async function oneByOne(region, limit) {
  const figures = new Map([[region, []], [limit, []]]);
  const round = (client, share) => async () => {
    const times = [];
    for (let call = 0; call < CALLS_PER_ROUND; call += 1) times.push(await timed(() => invoke(client, "warm")));
    figures.get(client).push(...times);
    return quantile(times, share);
  };
  const p50 = await interleaved(ROUNDS, round(region, 0.5), round(limit, 0.5));
  const p99 = await interleaved(ROUNDS, round(region, 0.99), round(limit, 0.99));
  const oursMs = quantile(figures.get(region), 0.5);
  const row = { limit: ms(quantile(figures.get(limit), 0.5)), ours: ms(oursMs) };
  return [
    { ...p50, ...row, figure: "warm invoke, p50", bar: "≤ 3×, ≤ 1.4 ms", met: p50.ratio <= 3 && oursMs <= 1.4 },
    {
      ...p99,
      figure: "warm invoke, p99",
      ours: ms(quantile(figures.get(region), 0.99)),
      limit: ms(quantile(figures.get(limit), 0.99)),
      bar: "≤ 3×",
      met: p99.ratio <= 3,
    },
  ];
}

async function tenAtOnce(region, limit) {
  const calls = 600;
  const perSecond = (client) => async () => {
    const tookMs = await timed(() => runConcurrently(calls, 10, () => invoke(client, "warm")));
    return (calls / tookMs) * 1000;
  };
  await perSecond(region)();
  const { ours, limit: most, ...rest } = await interleaved(10, perSecond(region), perSecond(limit));
  return {
    ...rest,
    figure: "warm invokes/s at 10",
    ours: ours.toFixed(0),
    limit: most.toFixed(0),
    bar: "≥ 0.35×, > 805",
    met: rest.ratio >= 0.35 && ours > 805,
  };
}

async function fiftyAtOnce(region) {
  let errors = 0;
  await runConcurrently(2000, 50, () => invoke(region, "warm").catch(() => (errors += 1)));
  return { figure: "errors in 2,000 invokes at 50", ours: String(errors), bar: "0", met: errors === 0 };
}
