/** Runtime ids and when AWS closes them. https://docs.aws.amazon.com/lambda/latest/dg/lambda-runtimes.html */

interface RuntimeDates {
  /** First day without creation, `YYYY-MM-DD`. */
  blockCreate?: string;
  /** First day without updates of the configuration. */
  blockUpdate?: string;
}

const OPEN: RuntimeDates = {};
const CLOSING_2027 = { blockCreate: "2027-02-01", blockUpdate: "2027-03-03" };
const CLOSED_2024 = { blockCreate: "2024-02-08", blockUpdate: "2027-03-03" };
const CLOSED = { blockCreate: "2024-01-09", blockUpdate: "2024-02-08" };
const CLOSING_JULY_2027 = { blockCreate: "2027-07-31", blockUpdate: "2027-08-31" };
const CLOSING_2029 = { blockCreate: "2029-07-31", blockUpdate: "2029-08-31" };

const RUNTIMES: Readonly<Record<string, RuntimeDates>> = {
  "nodejs26.x": OPEN,
  "nodejs24.x": { blockCreate: "2028-06-01", blockUpdate: "2028-07-01" },
  "nodejs22.x": { blockCreate: "2027-06-01", blockUpdate: "2027-07-01" },
  "nodejs20.x": CLOSING_2027,
  "nodejs18.x": CLOSING_2027,
  "nodejs16.x": CLOSING_2027,
  "nodejs14.x": { blockCreate: "2024-01-09", blockUpdate: "2027-03-03" },
  "nodejs12.x": CLOSED,
  "nodejs10.x": CLOSED,
  "nodejs8.10": CLOSED,
  "nodejs6.10": CLOSED,
  "nodejs4.3": CLOSED,
  "nodejs4.3-edge": CLOSED,
  nodejs: CLOSED,
  "python3.15": OPEN,
  "python3.14": CLOSING_2029,
  "python3.13": CLOSING_2029,
  "python3.12": { blockCreate: "2028-11-30", blockUpdate: "2029-01-10" },
  "python3.11": CLOSING_JULY_2027,
  "python3.10": CLOSING_2027,
  "python3.9": CLOSING_2027,
  "python3.8": CLOSING_2027,
  "python3.7": { blockCreate: "2024-01-09", blockUpdate: "2027-03-03" },
  "python3.6": CLOSED,
  "python2.7": CLOSED,
  java25: CLOSING_2029,
  java21: CLOSING_2029,
  "java17.al2023": CLOSING_2029,
  "java11.al2023": CLOSING_2029,
  "java8.al2023": CLOSING_2029,
  java17: CLOSING_JULY_2027,
  java11: CLOSING_JULY_2027,
  "java8.al2": CLOSING_JULY_2027,
  java8: CLOSED_2024,
  dotnet10: { blockCreate: "2028-12-14", blockUpdate: "2029-01-15" },
  dotnet8: CLOSING_2027,
  dotnet6: CLOSING_2027,
  "dotnetcore3.1": CLOSED,
  "dotnetcore2.1": CLOSED,
  "dotnetcore2.0": CLOSED,
  "dotnetcore1.0": CLOSED,
  "ruby4.0": { blockCreate: "2029-04-30", blockUpdate: "2029-05-31" },
  "ruby3.4": { blockCreate: "2028-04-30", blockUpdate: "2028-05-31" },
  "ruby3.3": { blockCreate: "2027-04-30", blockUpdate: "2027-05-31" },
  "ruby3.2": CLOSING_2027,
  "ruby2.7": { blockCreate: "2024-01-09", blockUpdate: "2027-03-03" },
  "ruby2.5": CLOSED,
  "provided.al2023": CLOSING_2029,
  "provided.al2": CLOSING_2027,
  provided: CLOSED_2024,
  "go1.x": CLOSED_2024,
};

export const KNOWN_RUNTIMES: readonly string[] = Object.keys(RUNTIMES);

/** Why AWS would refuse the runtime, with its text; `undefined` when it takes it. */
export function runtimeRefusal(runtime: string, action: "create" | "update", nowMs: number): string | undefined {
  const dates = Object.hasOwn(RUNTIMES, runtime) ? RUNTIMES[runtime] : undefined;
  if (!dates) {
    return `Value ${runtime} at 'runtime' failed to satisfy constraint: Member must satisfy enum value set: [${KNOWN_RUNTIMES.join(", ")}] or be a valid ARN`;
  }
  const blocked = action === "create" ? dates.blockCreate : dates.blockUpdate;
  if (blocked === undefined || nowMs < Date.parse(blocked)) return undefined;
  return `The runtime parameter of ${runtime} is no longer supported for creating or updating AWS Lambda functions. We recommend you use a supported runtime while creating or updating functions.`;
}
