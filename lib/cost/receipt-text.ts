/** Quantities and unit prices as a receipt writes them: enough digits to check the arithmetic by hand. */
const COUNT = new Intl.NumberFormat("en-US", { maximumFractionDigits: 0 });
const LARGE = new Intl.NumberFormat("en-US", { maximumFractionDigits: 1 });
const SMALL = new Intl.NumberFormat("en-US", { maximumSignificantDigits: 5 });
const UNIT_PRICE = new Intl.NumberFormat("en-US", { minimumFractionDigits: 2, maximumFractionDigits: 12 });

/** `1,104,220` */
export function countText(count: number): string {
  return COUNT.format(count);
}

/** `48,882.1`, `0.15150` without trailing zeros. */
export function quantityText(value: number): string {
  return value >= 1000 ? LARGE.format(value) : SMALL.format(value);
}

/** `$0.0000133334` */
export function unitPriceText(usd: number): string {
  return `$${UNIT_PRICE.format(usd)}`;
}

const MOST_DECIMALS = 12;

/**
 * Amounts of one receipt with the same number of decimals, so that the column can be added up: at least
 * four, and as many as it takes to show two digits of the smallest amount that matters.
 */
export function amountTexts(amountsUsd: readonly number[]): string[] {
  const sizes = amountsUsd.map(Math.abs);
  const greatest = Math.max(0, ...sizes);
  const smallest = Math.min(...sizes.filter((size) => size > 0 && size >= greatest / 1e6), Infinity);
  const decimals = Number.isFinite(smallest) ? Math.min(MOST_DECIMALS, Math.max(4, 1 + Math.ceil(-Math.log10(smallest)))) : 4;
  const format = new Intl.NumberFormat("en-US", { minimumFractionDigits: decimals, maximumFractionDigits: decimals });
  return amountsUsd.map((amountUsd) => `${amountUsd < 0 ? "− " : ""}$${format.format(Math.abs(amountUsd))}`);
}
