/**
 * What AWS charges for Lambda on demand, in USD before tax: a table of the project's own, each row with
 * its source and date. A region without a sourced price is absent, so that nothing is ever guessed.
 * https://aws.amazon.com/lambda/pricing/
 */
export type Architecture = "x86_64" | "arm64";

/** Price of the GB-seconds from the previous tier's end up to `upToGbSeconds`, per calendar month. */
export interface DurationTier {
  upToGbSeconds: number;
  usdPerGbSecond: number;
}

/** Where AWS publishes a price, as people are told. */
export interface PriceSource {
  /** With the day or year in it. */
  text: string;
  /** Day or year of the source. */
  date: string;
}

export interface RegionPrices {
  region: string;
  usdPerMillionRequests: number;
  /** Ascending; the last one ends at Infinity. */
  duration: Record<Architecture, readonly DurationTier[]>;
  /** False when only the first tier has a source: its price is then used throughout, an upper bound. */
  tiersSourced: boolean;
  /** Per GB-second of ephemeral storage above the included 512 MB. */
  usdPerStorageGbSecond: number;
  source: PriceSource;
}

const PRICE_LIST: PriceSource = { text: "AWS Price List, AWSLambda, published 2026-09-19", date: "2026-09-19" };
/** Metered units as kept in remotion-dev/remotion, packages/lambda-client/src/price-per-1s.ts, commit 984974ab. */
const METERED_UNITS: PriceSource = { text: "AWS Pricing Calculator, first tier, as of 2026", date: "2026" };

const US_EAST_1: RegionPrices = {
  region: "us-east-1",
  usdPerMillionRequests: 0.2,
  duration: {
    x86_64: [
      { upToGbSeconds: 6e9, usdPerGbSecond: 0.0000166667 },
      { upToGbSeconds: 15e9, usdPerGbSecond: 0.000015 },
      { upToGbSeconds: Infinity, usdPerGbSecond: 0.0000133334 },
    ],
    arm64: [
      { upToGbSeconds: 7.5e9, usdPerGbSecond: 0.0000133334 },
      { upToGbSeconds: 18.75e9, usdPerGbSecond: 0.0000120001 },
      { upToGbSeconds: Infinity, usdPerGbSecond: 0.0000106667 },
    ],
  },
  tiersSourced: true,
  usdPerStorageGbSecond: 0.0000000309,
  source: PRICE_LIST,
};

/** Region, USD per million requests, per GB-second x86_64, per GB-second arm64, per GB-second of storage. */
const FIRST_TIER_ROWS: readonly (readonly [string, number, number, number, number])[] = [
  ["us-east-2", 0.20, 0.0000166667, 0.0000133334, 0.0000000309],
  ["us-west-1", 0.20, 0.0000166667, 0.0000133334, 0.000000037],
  ["us-west-2", 0.20, 0.0000166667, 0.0000133334, 0.0000000309],
  ["ca-central-1", 0.20, 0.0000166667, 0.0000133334, 0.000000034],
  ["eu-west-1", 0.20, 0.0000166667, 0.0000133334, 0.000000034],
  ["eu-west-2", 0.20, 0.0000166667, 0.0000133334, 0.0000000358],
  ["eu-west-3", 0.20, 0.0000166667, 0.0000133334, 0.0000000358],
  ["eu-central-1", 0.20, 0.0000166667, 0.0000133334, 0.0000000367],
  ["eu-central-2", 0.22, 0.0000183334, 0.0000146667, 0.0000000441],
  ["eu-north-1", 0.20, 0.0000166667, 0.0000133334, 0.0000000323],
  ["eu-south-1", 0.23, 0.0000195172, 0.0000156138, 0.0000000357],
  ["ap-south-1", 0.20, 0.0000166667, 0.0000133334, 0.0000000352],
  ["ap-northeast-1", 0.20, 0.0000166667, 0.0000133334, 0.000000037],
  ["ap-northeast-2", 0.20, 0.0000166667, 0.0000133334, 0.0000000352],
  ["ap-northeast-3", 0.20, 0.0000166667, 0.0000133334, 0.000000037],
  ["ap-southeast-1", 0.20, 0.0000166667, 0.0000133334, 0.000000037],
  ["ap-southeast-2", 0.20, 0.0000166667, 0.0000133334, 0.000000037],
  ["ap-southeast-4", 0.20, 0.0000166667, 0.0000133334, 0.000000037],
  ["ap-southeast-5", 0.18, 0.000015, 0.000012, 0.0000000333],
  ["ap-east-1", 0.28, 0.00002292, 0.0000183, 0.0000000407],
  ["af-south-1", 0.27, 0.0000221, 0.00001768, 0.0000000404],
  ["me-south-1", 0.25, 0.0000206667, 0.0000165334, 0.0000000374],
  ["sa-east-1", 0.20, 0.0000166667, 0.0000133334, 0.0000000586],
];

/** Prices by region. */
export const PRICE_TABLE: ReadonlyMap<string, RegionPrices> = new Map([
  [US_EAST_1.region, US_EAST_1],
  ...FIRST_TIER_ROWS.map(([region, usdPerMillionRequests, x86, arm, usdPerStorageGbSecond]): [string, RegionPrices] => [
    region,
    {
      region,
      usdPerMillionRequests,
      duration: { x86_64: [singleTier(x86)], arm64: [singleTier(arm)] },
      tiersSourced: false,
      usdPerStorageGbSecond,
      source: METERED_UNITS,
    },
  ]),
]);

function singleTier(usdPerGbSecond: number): DurationTier {
  return { upToGbSeconds: Infinity, usdPerGbSecond };
}
