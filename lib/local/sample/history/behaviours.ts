import type { Random } from "../random.ts";
import type { Behaviour, HistoryModel } from "./history-model.ts";
import { isWithin } from "./incidents.ts";
import { nodeLine, pythonError, pythonLine, type LogLevel } from "./log-text.ts";

/** How each function of the shop behaves: the lines that its source would write. */

const SUPPLIERS = ["nordic-wholesale", "iberia-home", "alpine-goods"] as const;
const FAULT_RATE = 0.015;
const OUTAGE_FAULT_RATE = 0.7;

function quiet(): Behaviour {
  return { lines: [], failed: false, durationFactor: 1 };
}

function said(line: (timestampMs: number, requestId: string) => string, durationFactor = 1): Behaviour {
  return { lines: [{ atShare: 0.9, text: line }], failed: false, durationFactor };
}

function fromNode(level: LogLevel, text: string, durationFactor = 1): Behaviour {
  return said((timestampMs, requestId) => nodeLine(timestampMs, requestId, level, text), durationFactor);
}

function fromPython(level: LogLevel, text: string, durationFactor = 1): Behaviour {
  return said((timestampMs, requestId) => pythonLine(timestampMs, requestId, level, text), durationFactor);
}

export function listProducts(random: Random): Behaviour {
  return random.chance(0.04) ? fromNode("INFO", 'no result for "umbrella"') : quiet();
}

export function placeOrder(random: Random): Behaviour {
  if (random.chance(0.05)) return fromNode("WARN", "order rejected: customer.email is not an e-mail address", 0.6);
  const total = random.between(18, 240).toFixed(2);
  return fromNode("INFO", `order o-${random.hex(16).slice(0, 10)} placed: ${1 + random.below(4)} lines, total ${total}`);
}

export function checkout(random: Random): Behaviour {
  const tookMs = 300 + random.below(200);
  const order = `order=o-${random.hex(16).slice(0, 10)} provider=examplepay`;
  // The wait is the duration: the model's median is 1 ms.
  if (random.chance(0.06))
    return fromNode("WARN", `payment declined ${order} reason=insufficient_funds took=${tookMs}ms`, tookMs);
  const reference = `pay_${random.hex(16).slice(0, 12)}`;
  return fromNode("INFO", `payment accepted ${order} reference=${reference} took=${tookMs}ms`, tookMs);
}

export function resizeImage(random: Random): Behaviour {
  const width = 128 + random.below(64);
  const height = 96 + random.below(48);
  const share = (width * height) / (160 * 120);
  const sizes = `${Math.round(55_000 * share)} -> ${Math.round(12_000 * share)} bytes`;
  const key = `products/p-${String(1 + random.below(60)).padStart(3, "0")}.png`;
  return fromPython("INFO", `resized ${key}: ${width}x${height} -> 64x${Math.round((height * 64) / width)}, ${sizes}`, share);
}

export function nightlyReport(_random: Random, { timestampMs }: { timestampMs: number }): Behaviour {
  const day = new Date(timestampMs - 86_400_000).toISOString().slice(0, 10);
  return fromPython("INFO", `report for ${day}: 6000 orders, ${(480_000 + (timestampMs % 9_973)).toFixed(2)} EUR`);
}

export const stockSync: HistoryModel["behave"] = (random, { timestampMs, incidents }) => {
  const supplier = SUPPLIERS[random.below(SUPPLIERS.length)] ?? SUPPLIERS[0];
  const isOutage = incidents.outages.some((outage) => isWithin(timestampMs, outage));
  if (random.chance(isOutage ? OUTAGE_FAULT_RATE : FAULT_RATE)) {
    return isOutage || random.chance(0.6) ? supplierTimeout(supplier) : malformedFeed();
  }
  const changed = 20 + random.below(80);
  return fromPython("INFO", `synced ${supplier}: 120 articles, ${changed} changed, ${random.below(9)} low`);
};

/** The supplier lets the call wait for its whole 2,500 ms. */
function supplierTimeout(supplier: string): Behaviour {
  const message = `GET https://feed.${supplier}.example/stock timed out after 2500 ms`;
  const text = pythonError("UpstreamTimeout", message, [
    { file: "app.py", line: 35, name: "handler", code: "rows = fetch(supplier, TIMEOUT_MS, chosen_fault(event))" },
    { file: "supplier.py", line: 14, name: "fetch", code: "raise UpstreamTimeout(" },
  ]);
  return { lines: [{ atShare: 1, text: () => text }], failed: true, durationFactor: 2_500 / STOCK_SYNC_MEDIAN_MS };
}

function malformedFeed(): Behaviour {
  const text = pythonError("ValueError", "invalid literal for int() with base 10: 'n/a'", [
    { file: "app.py", line: 36, name: "handler", code: "fresh = dict(parse(row) for row in rows)" },
    { file: "app.py", line: 28, name: "parse", code: "return article, int(quantity)" },
  ]);
  return { lines: [{ atShare: 1, text: () => text }], failed: true, durationFactor: 0.7 };
}

/** Median of a sync that works. */
export const STOCK_SYNC_MEDIAN_MS = 38;

export function search(): Behaviour {
  return quiet();
}

export function searchInit(timestampMs: number, initMs: number): string {
  const text = `index built: 60000 titles, 1852 trigrams, ${Math.round(initMs * 0.93)} ms`;
  return nodeLine(timestampMs, undefined, "INFO", text);
}

export function legacyInvoice(random: Random, { timestampMs }: { timestampMs: number }): Behaviour {
  const number = `${new Date(timestampMs).getUTCFullYear()}-${random.hex(8).slice(0, 6).toUpperCase()}`;
  return fromPython("INFO", `invoice ${number}: total ${random.between(20, 320).toFixed(2)}`);
}

const ADVICE_WORDS = [29, 31, 32, 34];
/** One word of the gift advisor. */
export const ADVICE_WORD_MS = 26;

export function giftAdvisor(random: Random): Behaviour {
  const words = ADVICE_WORDS[random.below(ADVICE_WORDS.length)] ?? 31;
  // The model's median is one word.
  return fromNode("INFO", `advised: ${words} words in ${words * ADVICE_WORD_MS} ms`, words);
}

export function packOrders(random: Random): Behaviour {
  const quantity = 2 + random.below(12);
  const order = `o-${random.hex(16).slice(0, 10)}`;
  return fromPython("INFO", `packed ${order}: ${quantity} items in ${Math.ceil(quantity / 10)} parcels`);
}
