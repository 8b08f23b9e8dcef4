import { barsOf, scaleOf } from "../../src/workbench/grid/chart-scale";
import type { DrawnChart, DrawnSeries } from "../../src/workbook/package";

function chart(series: readonly Partial<DrawnSeries>[], fromZero = false): DrawnChart {
  const corner = { row: 0, column: 0, x: 0, y: 0 };
  return {
    name: "chart",
    alternativeText: "",
    from: corner,
    to: corner,
    title: "",
    categoryTitle: "",
    valueTitle: "",
    valueFormat: "General",
    fromZero,
    legend: false,
    categories: ["2022", "2023"],
    series: series.map((own) => ({
      kind: "columns",
      stacked: false,
      name: "",
      values: [],
      invisible: false,
      ...own,
    })),
  };
}

describe("the scale of a chart", () => {
  it("holds all values with round marks and begins at zero under columns", () => {
    expect(scaleOf(chart([{ values: [2173, 2282] }])).marks).toEqual([
      0, 500, 1000, 1500, 2000, 2500,
    ]);
  });

  it("begins near the values of lines", () => {
    const { least, most } = scaleOf(chart([{ kind: "lines", values: [1010, 1090] }]));
    expect([least, most]).toEqual([1000, 1100]);
  });

  it("sums stacked columns, those below zero apart", () => {
    const { least, most } = scaleOf(
      chart([
        { stacked: true, values: [30, 10] },
        { stacked: true, values: [50, -20] },
      ]),
    );
    expect(least).toBeLessThanOrEqual(-20);
    expect(most).toBeGreaterThanOrEqual(80);
  });

  it("stands where there is nothing to show", () => {
    expect(scaleOf(chart([{ kind: "lines", values: [null, null] }])).marks).toEqual([0, 1]);
  });
});

describe("the columns of a chart", () => {
  it("stand side by side, or on one another", () => {
    const beside = barsOf(chart([{ values: [1, 2] }, { values: [3, null] }]));
    expect(beside.map(({ category, slot, slots, to }) => [category, slot, slots, to])).toEqual([
      [0, 0, 2, 1],
      [0, 1, 2, 3],
      [1, 0, 2, 2],
    ]);
    const stacked = barsOf(
      chart([
        { stacked: true, values: [1, -2] },
        { stacked: true, values: [3, -4] },
      ]),
    );
    expect(stacked.map(({ from, to }) => [from, to])).toEqual([
      [0, 1],
      [1, 4],
      [0, -2],
      [-2, -6],
    ]);
  });
});
