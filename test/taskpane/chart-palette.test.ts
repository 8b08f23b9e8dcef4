import { chartColours, colourAt, dashAt } from "../../src/taskpane/views/results/chart-palette";
import { PALETTE } from "../../src/workbook/styles";

/** Relative luminance of WCAG 2. */
function luminance(colour: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => {
    const part = parseInt(colour.slice(at, at + 2), 16) / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

function contrast(a: string, b: string): number {
  const [light = 0, dark = 0] = [luminance(a), luminance(b)].sort((x, y) => y - x);
  return (light + 0.05) / (dark + 0.05);
}

/** Grounds of Fluent's themes. */
const GROUNDS = [
  ["light", false, "#ffffff"],
  ["dark", true, "#292929"],
] as const;

describe("colours of the charts", () => {
  it.each(GROUNDS)("stand 3:1 against the %s ground, no two alike", (_, dark, ground) => {
    const colours = chartColours(dark);
    for (const colour of colours) expect(contrast(colour, ground)).toBeGreaterThanOrEqual(3);
    expect(new Set(colours).size).toBe(colours.length);
  });

  it("are those of the workbook on light ground", () => {
    expect(chartColours(false).slice(0, PALETTE.length)).toEqual(
      PALETTE.map((colour) => `#${colour}`),
    );
    expect(colourAt(chartColours(false), 14)).toBe("#0B3C6F");
  });

  it("are accompanied by dashes that tell neighbouring lines apart", () => {
    for (let place = 0; place < 20; place += 1) expect(dashAt(place)).not.toBe(dashAt(place + 1));
  });
});
