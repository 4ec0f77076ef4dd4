import { expect, test } from "vitest";
import { amountTexts, countText, quantityText, unitPriceText } from "./receipt-text";

test.each([
  [[0.2208, 0.6518], ["$0.2208", "$0.6518"]],
  [[0.0000002, 0.00000202], ["$0.00000020", "$0.00000202"]],
  [[1.5, 0.00004], ["$1.500000", "$0.000040"]],
  [[1234.5, -0.479], ["$1,234.5000", "− $0.4790"]],
  [[0, 0], ["$0.0000", "$0.0000"]],
  [[], []],
])("amounts %j share their decimals", (amounts, texts) => {
  expect(amountTexts(amounts)).toEqual(texts);
});

test("quantities and unit prices keep what the arithmetic needs", () => {
  expect(countText(1_104_220)).toBe("1,104,220");
  expect(quantityText(48_882.137)).toBe("48,882.1");
  expect(quantityText(0.1515)).toBe("0.1515");
  expect(unitPriceText(0.0000133334)).toBe("$0.0000133334");
  expect(unitPriceText(0.0000000309)).toBe("$0.0000000309");
  expect(unitPriceText(0.2)).toBe("$0.20");
});
