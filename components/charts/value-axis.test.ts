import { describe, expect, test } from "vitest";
import { durationAxis, placeLimit, valueAxis } from "./value-axis";

const format = String;

describe("placeLimit", () => {
  test.each([
    ["just within three times the data", 15, 5, "line"],
    ["beyond it", 15.1, 5, "above"],
    ["below the data", 2, 5, "line"],
    ["no data to flatten", 1000, 0, "line"],
  ] as const)("%s", (_, value, greatest, placement) => {
    expect(placeLimit("limit", value, greatest).placement).toBe(placement);
  });

  test("a far limit says how far", () => {
    expect(placeLimit("timeout 10 s", 10_000, 217).label).toBe("timeout 10 s, 46 × above");
    expect(placeLimit("timeout 3 s", 3000, 800).label).toBe("timeout 3 s, 3.8 × above");
    expect(placeLimit("reserved 5", 5, 1).label).toBe("reserved 5, 5 × above");
    expect(placeLimit("account limit 1,000", 1000, 1).label).toBe("account limit 1,000, far above");
  });
});

describe("valueAxis", () => {
  test.each([
    [433, [0, 100, 200, 300, 400, 500]],
    [100, [0, 20, 40, 60, 80, 100]],
    [110, [0, 25, 50, 75, 100, 125]],
    [0.29, [0, 0.1, 0.2, 0.3]],
  ])("%s ends on a round tick", (greatest, ticks) => {
    expect(valueAxis(greatest, { format })).toMatchObject({ max: ticks.at(-1), ticks });
  });

  test("counts have whole ticks", () => {
    expect(valueAxis(1, { format, integers: true }).ticks).toEqual([0, 1, 2]);
    expect(valueAxis(3, { format, integers: true }).ticks).toEqual([0, 1, 2, 3]);
    expect(valueAxis(9, { format, integers: true }).ticks).toEqual([0, 2, 4, 6, 8, 10]);
    expect(valueAxis(0, { format, integers: true }).ticks).toEqual([0, 1, 2]);
  });

  test("long durations are ticked in whole minutes", () => {
    expect(durationAxis(400_000, { format }).ticks).toEqual([0, 120_000, 240_000, 360_000, 480_000]);
    expect(durationAxis(59_000, { format }).ticks).toEqual([0, 20_000, 40_000, 60_000]);
  });

  test.each([
    [0.021, ["0 ms", "0.005 ms", "0.01 ms", "0.015 ms", "0.02 ms", "0.025 ms"]],
    [1.2, ["0 ms", "0.25 ms", "0.5 ms", "0.75 ms", "1 ms", "1.25 ms"]],
    [480, ["0 ms", "100 ms", "200 ms", "300 ms", "400 ms", "500 ms"]],
  ])("a tick of an axis up to %d ms says where it stands", (greatestMs, labels) => {
    const axis = durationAxis(greatestMs, { format });
    expect(axis.ticks.map(axis.format)).toEqual(labels);
  });

  test("a limit line has room above it, a far limit does not stretch the axis", () => {
    const near = placeLimit("reserved 5", 5, 4);
    expect(valueAxis(4, { format, integers: true, limits: [near] }).max).toBeGreaterThan(5);
    const far = placeLimit("account 1,000", 1000, 4);
    expect(valueAxis(4, { format, integers: true, limits: [far] }).max).toBe(4);
  });
});
