import { createHash } from "node:crypto";

/** Pseudo-random values that are the same for the same seed. Never for secrets. */
export interface Random {
  /** From 0 up to but without 1. */
  unit(): number;
  /** From `low` up to but without `high`. */
  between(low: number, high: number): number;
  /** Whole number from 0 up to but without `count`. */
  below(count: number): number;
  /** True with the given probability. */
  chance(probability: number): boolean;
  /** A log-normal value: half of them lie below the median. */
  logNormal(median: number, sigma: number): number;
  /** How many events happen when `mean` are expected. */
  poisson(mean: number): number;
  /** Lower-case hexadecimal digits; `length` is a multiple of 8. */
  hex(length: number): string;
}

/** Small fast counter (sfc32), seeded by the hash of a text. */
export function createRandom(seed: string): Random {
  const digest = createHash("sha256").update(seed).digest();
  let a = digest.readUInt32LE(0);
  let b = digest.readUInt32LE(4);
  let c = digest.readUInt32LE(8);
  let counter = 1;

  const next32 = (): number => {
    const sum = (((a + b) | 0) + counter) | 0;
    counter = (counter + 1) | 0;
    a = b ^ (b >>> 9);
    b = (c + (c << 3)) | 0;
    c = (((c << 21) | (c >>> 11)) + sum) | 0;
    return sum >>> 0;
  };
  const unit = () => next32() / 0x1_0000_0000;
  const normal = () => Math.sqrt(-2 * Math.log(1 - unit())) * Math.cos(2 * Math.PI * unit());

  return {
    unit,
    between: (low, high) => low + unit() * (high - low),
    below: (count) => Math.floor(unit() * count),
    chance: (probability) => unit() < probability,
    logNormal: (median, sigma) => median * Math.exp(sigma * normal()),
    poisson: (mean) => poisson(mean, unit),
    hex: (length) => {
      let text = "";
      while (text.length < length) text += hex32(next32());
      return text;
    },
  };
}

/** The two digits of each byte: a look-up, because a fortnight of history has millions of bytes in its ids. */
const HEX_BYTES = Array.from({ length: 256 }, (_, byte) => byte.toString(16).padStart(2, "0"));

function hex32(word: number): string {
  return `${HEX_BYTES[word >>> 24]}${HEX_BYTES[(word >>> 16) & 255]}${HEX_BYTES[(word >>> 8) & 255]}${HEX_BYTES[word & 255]}`;
}

/** Knuth's method: right for the small means that a minute of a small shop has. */
function poisson(mean: number, unit: () => number): number {
  const limit = Math.exp(-mean);
  let product = unit();
  let count = 0;
  while (product > limit) {
    product *= unit();
    count++;
  }
  return count;
}

/** A version 4 UUID, as Lambda's request ids are. */
export function uuid(random: Random): string {
  const [first, second, third] = [random.hex(8), random.hex(8), random.hex(8)];
  const variant = "89ab".charAt(random.below(4));
  return `${first}-${second.slice(0, 4)}-4${second.slice(5)}-${variant}${third.slice(0, 3)}-${third.slice(4)}${random.hex(8)}`;
}
