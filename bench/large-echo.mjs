import { createEcho, invoke } from "./lambda-client.mjs";
import { interleaved, timed } from "./rounds.mjs";
import { ms } from "./table.mjs";

/** Lambda's limit for a synchronous event is 6 MB; JSON needs its two quotation marks. */
const EVENT = Buffer.from(JSON.stringify("x".repeat(6 * 1024 * 1024 - 2)));

/** The largest event there is, and the same as the answer. */
export async function largeEcho({ region, limit }) {
  await createEcho(region, "large");
  const echo = (client) => async () => {
    let answer;
    const tookMs = await timed(async () => (answer = await invoke(client, "large", EVENT)));
    if (answer.length !== EVENT.length) throw new Error(`The echo has ${answer.length} bytes.`);
    return tookMs;
  };
  await echo(region)();
  await echo(limit)();
  const { ours, limit: least, ...rest } = await interleaved(15, echo(region), echo(limit));
  return [{ ...rest, figure: "6 MB event and answer", ours: ms(ours), limit: ms(least), bar: "≤ 2×", met: rest.ratio <= 2 }];
}
