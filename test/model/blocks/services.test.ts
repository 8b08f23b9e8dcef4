import { computeBlocks } from "../computed";

describe("services", () => {
  it("multiplies units and price: school IT with three administrators", () => {
    const { row } = computeBlocks([{ kind: "services", units: 3, unitPrice: 94_000 }]);
    expect(row("services")).toEqual([282_000, 282_000, 282_000]);
  });

  it("takes one unit unless said and units by year", () => {
    const { row } = computeBlocks([
      { kind: "services", unitPrice: 6000, name: "Datenschutz" },
      { kind: "services", units: { "2023": 2, "2024": 3 }, unitPrice: 100.1, name: "Schulung" },
    ]);
    expect(row("services")).toEqual([6200.2, 6200.2, 6300.3]);
  });

  it("runs from and to months of its own, within the cooperation", () => {
    const { row } = computeBlocks(
      [{ kind: "services", unitPrice: 12_000, from: "2022-03", to: "2024-04" }],
      { start: "2022-06", end: "2024-12" },
    );
    expect(row("services")).toEqual([7000, 12_000, 4000]);
  });

  it("carries its price on by the index from the first model year, not from its own start", () => {
    const { row } = computeBlocks([{ kind: "services", unitPrice: 1000, from: "2024-01" }], {
      model: { indices: { fees: 0.1 } },
    });
    expect(row("services")).toEqual([0, 0, 1210]);
  });

  it("falls due once, in the year of its month, with the index of that year", () => {
    const { row } = computeBlocks(
      [{ kind: "services", unitPrice: 7500, units: 2, from: "2023-11", once: true }],
      { model: { indices: { fees: 0.1 } } },
    );
    expect(row("services")).toEqual([0, 16_500, 0]);
  });

  it("falls due once at the start where no month is given", () => {
    const once = [{ kind: "services", unitPrice: 7500, once: true }];
    expect(computeBlocks(once).row("services")).toEqual([7500, 0, 0]);
    expect(computeBlocks(once, { start: "2023-05" }).row("services")).toEqual([0, 7500, 0]);
  });

  it("does not fall due once in a month that does not count", () => {
    const { row } = computeBlocks(
      [
        { kind: "services", unitPrice: 7500, from: "2022-02", once: true },
        { kind: "services", unitPrice: 500, from: "2024-02", once: true },
      ],
      { start: "2022-03", end: "2024-01" },
    );
    expect(row("services")).toEqual([0, 0, 0]);
  });

  it("falls due once in the first and in the last month", () => {
    const once = (from: string): object => ({ kind: "services", unitPrice: 1, from, once: true });
    const { row } = computeBlocks([once("2022-03"), once("2024-01")], {
      start: "2022-03",
      end: "2024-01",
    });
    expect(row("services")).toEqual([1, 0, 1]);
  });

  it("taxes what falls due once whole or not at all", () => {
    const vat = { kind: "vat", rate: "statutory", from: "2022-06" };
    const once = (from: string): object => ({ kind: "services", unitPrice: 100, from, once: true });
    expect(computeBlocks([once("2022-05"), vat]).value("vat", 2022)).toBe(0);
    expect(computeBlocks([once("2022-06"), vat]).value("vat", 2022)).toBe(19);
  });
});
