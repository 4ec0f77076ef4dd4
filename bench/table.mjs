const HEAD = ["figure", "local region", "limit, same run", "ratio, median (10–90 %)", "bar", "met"];

/**
 * One line of the table.
 *
 * @param {{ figure: string, ours: string, limit?: string, ratio?: number, spread?: number[], bar: string, met: boolean }} row
 */
function cells({ figure, ours, limit = "–", ratio, spread, bar, met }) {
  const ratioText = ratio === undefined ? "–" : `${ratio.toFixed(2)}× (${spread.map((each) => each.toFixed(2)).join("–")})`;
  return [figure, ours, limit, ratioText, bar, met ? "yes" : "NO"];
}

/** Prints the rows as a Markdown table. */
export function printTable(rows) {
  const lines = [HEAD, HEAD.map(() => "---"), ...rows.map(cells)];
  for (const line of lines) console.log(`| ${line.join(" | ")} |`);
}

export const ms = (value) => `${value.toFixed(value < 10 ? 2 : 1)} ms`;
