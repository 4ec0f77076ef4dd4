/** End of support of Lambda's runtimes. https://docs.aws.amazon.com/lambda/latest/dg/lambda-runtimes.html (autumn 2026) */

/** UTC day on which AWS's support ends or ended. */
const SUPPORT_ENDS: Readonly<Record<string, string>> = {
  "nodejs24.x": "2028-04-30",
  "nodejs22.x": "2027-04-30",
  "nodejs20.x": "2026-04-30",
  "nodejs18.x": "2025-09-01",
  "nodejs16.x": "2024-06-12",
  "nodejs14.x": "2023-12-04",
  "python3.14": "2029-06-30",
  "python3.13": "2029-06-30",
  "python3.12": "2028-10-31",
  "python3.11": "2027-06-30",
  "python3.10": "2026-10-31",
  "python3.9": "2025-12-15",
  "python3.8": "2024-10-14",
  "python3.7": "2023-12-04",
  java25: "2029-06-30",
  java21: "2029-06-30",
  java17: "2027-06-30",
  java11: "2027-06-30",
  "java8.al2": "2027-06-30",
  java8: "2024-01-08",
  dotnet10: "2028-11-14",
  dotnet9: "2026-11-10",
  dotnet8: "2026-11-10",
  dotnet6: "2024-12-20",
  "ruby4.0": "2029-03-31",
  "ruby3.4": "2028-03-31",
  "ruby3.3": "2027-03-31",
  "ruby3.2": "2026-03-31",
  "ruby2.7": "2023-12-07",
  "provided.al2023": "2029-06-30",
  "provided.al2": "2026-07-31",
  "go1.x": "2024-01-08",
  provided: "2024-01-08",
};

/** Ids of the runtimes that AWS has or had, newest of each language first. */
export const KNOWN_RUNTIMES: readonly string[] = Object.keys(SUPPORT_ENDS);

const ENDS_MS = new Map(Object.entries(SUPPORT_ENDS).map(([runtime, day]) => [runtime, Date.parse(`${day}T00:00:00Z`)]));

const SOON_MS = 180 * 86_400_000;

export interface RuntimeSupport {
  /** `soon` = within 180 days, the notice that AWS itself gives. */
  status: "supported" | "soon" | "ended" | "unknown";
  endsMs?: number;
}

/** Where a runtime stands on a day (epoch milliseconds). Images have no runtime: pass undefined. */
export function runtimeSupport(runtime: string | undefined, nowMs: number): RuntimeSupport {
  const endsMs = runtime === undefined ? undefined : ENDS_MS.get(runtime);
  if (endsMs === undefined) return { status: "unknown" };
  if (endsMs <= nowMs) return { status: "ended", endsMs };
  return { status: endsMs - nowMs <= SOON_MS ? "soon" : "supported", endsMs };
}
