import { amountsIn, withChange, withYear } from "../../../src/taskpane/fields/by-year";
import { readTypedNumber } from "../../../src/taskpane/fields/typed-number";

const read = (text: string): ReturnType<typeof readTypedNumber> =>
  readTypedNumber(text, "EUR", "de");

describe("amounts by year", () => {
  it("take a year in and out and leave the others", () => {
    expect(withYear({ 2022: 48000 }, 2023, 172000)).toEqual({ 2022: 48000, 2023: 172000 });
    expect(withYear({ 2022: 48000, 2023: 172000 }, 2022, undefined)).toEqual({ 2023: 172000 });
    expect(withYear({ 2023: 1 }, 2022, undefined)).toEqual({ 2023: 1 });
  });

  it("come in one go from cells copied in Excel, across or down", () => {
    expect(amountsIn("48.000\t172.000,50\t\t0\r\n", read)).toEqual([48000, 172000.5, undefined, 0]);
    expect(amountsIn("48.000 €\n172 T€\n", read)).toEqual([48000, 172000]);
  });

  it("leave a single text, and cells that are no numbers, to the field", () => {
    expect(amountsIn("48.000\r\n", read)).toBeUndefined();
    expect(amountsIn("2022\tAnsatz", read)).toBeUndefined();
  });
});

describe("a series", () => {
  it("goes on with the value before when a change is begun", () => {
    expect(withChange(44000, 2025, 2022)).toEqual({ 2022: 44000, 2025: 44000 });
    expect(withChange({ 2022: 1, 2026: 3 }, 2024, 2022)).toEqual({ 2022: 1, 2024: 1, 2026: 3 });
    expect(withChange({ 2024: 2, 2026: 3 }, 2022, 2022)).toEqual({ 2022: 2, 2024: 2, 2026: 3 });
  });
});
