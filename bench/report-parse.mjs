import { bundled } from "./bundled.mjs";
import { interleaved } from "./rounds.mjs";

const LINES = 200_000;

/** Parsing REPORT lines against finding the line ends in the same bytes. */
export async function reportParse() {
  const { parseReportLine } = await bundled("lib/runs/report-line.ts");
  const messages = Array.from({ length: LINES }, (_, index) => reportLine(index));
  const bytes = Buffer.from(messages.join(""));
  const parse = () => perSecond(() => {
    let parsed = 0;
    for (const message of messages) if (parseReportLine(message)) parsed += 1;
    return parsed;
  });
  const search = () => perSecond(() => {
    let found = 0;
    for (let at = bytes.indexOf("\n"); at !== -1; at = bytes.indexOf("\n", at + 1)) found += 1;
    return found;
  });
  parse();
  search();
  const { ours, limit, ...rest } = await interleaved(11, parse, search);
  return [
    {
      ...rest,
      figure: "REPORT lines parsed/s",
      ours: `${(ours / 1e6).toFixed(2)} M`,
      limit: `${(limit / 1e6).toFixed(2)} M (Buffer.indexOf)`,
      bar: "≥ 5 M or ≥ 0.25×",
      met: ours >= 5e6 || rest.ratio >= 0.25,
    },
  ];
}

/** Lines a second of work that answers how many it saw. */
function perSecond(work) {
  const startedMs = performance.now();
  const seen = work();
  if (seen !== LINES) throw new Error(`${seen} of ${LINES} lines were seen.`);
  return (LINES / (performance.now() - startedMs)) * 1000;
}

function reportLine(index) {
  const id = `8f507cfc-c8a1-4bcb-9d9c-${String(index).padStart(12, "0")}`;
  const init = index % 25 === 0 ? `Init Duration: ${100 + (index % 90)}.25 ms\t` : "";
  return `REPORT RequestId: ${id}\tDuration: ${index % 900}.46 ms\tBilled Duration: ${(index % 900) + 1} ms\tMemory Size: 512 MB\tMax Memory Used: ${60 + (index % 40)} MB\t${init}\n`;
}
