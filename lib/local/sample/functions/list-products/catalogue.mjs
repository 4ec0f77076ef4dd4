const SHAPES = [
  ["Enamel mug", "kitchen", 1400],
  ["Linen apron", "kitchen", 3900],
  ["Walnut board", "kitchen", 5200],
  ["Wool blanket", "home", 8900],
  ["Beeswax candle", "home", 1800],
  ["Reading lamp", "home", 7400],
  ["Canvas tote", "travel", 2600],
  ["Leather wallet", "travel", 5900],
  ["Rain jacket", "travel", 12900],
  ["Dotted notebook", "desk", 1200],
  ["Brass pen", "desk", 3400],
  ["Cork desk mat", "desk", 4100],
];
const COLOURS = ["sand", "forest", "ink", "clay", "slate"];

/** Sixty products; prices in the smallest unit of the currency. */
export const products = SHAPES.flatMap(([name, category, basePrice], shape) =>
  COLOURS.map((colour, index) => ({
    id: `p-${String(shape * COLOURS.length + index + 1).padStart(3, "0")}`,
    name: `${name}, ${colour}`,
    category,
    colour,
    price: basePrice + index * 100,
    stock: (shape * 7 + index * 13) % 40,
  })),
);
