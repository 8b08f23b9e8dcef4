import { PALETTE } from "../../../workbook/styles";

/** More than the workbook needs, which tells the places behind its palette apart by patterns. */
const BEHIND_PALETTE = ["#00707A", "#A86F00", "#6A5ACD", "#8A2846"] as const;

/**
 * The same hues on dark ground: each stands 3:1 against it, and neighbours differ in lightness as well as
 * in hue.
 */
const ON_DARK = [
  "#B9D3F5",
  "#FF8A3D",
  "#2FC79B",
  "#C39BEB",
  "#4FA3E8",
  "#E0B04A",
  "#FF7FB5",
  "#C4C4C4",
  "#A3D14F",
  "#F0907F",
  "#5FD3DE",
  "#FFD27A",
  "#A79BF5",
  "#F3A6BE",
] as const;

const ON_LIGHT: readonly string[] = [...PALETTE.map((colour) => `#${colour}`), ...BEHIND_PALETTE];

/** Colours of series by their place: on light ground those of the charts in the workbook. */
export function chartColours(isDark: boolean): readonly string[] {
  return isDark ? ON_DARK : ON_LIGHT;
}

/** The colour of a place, which starts again behind the end. */
export function colourAt(colours: readonly string[], place: number): string {
  return colours[place % colours.length] ?? "#767676";
}

/** Dashes that tell lines apart without their colour; the first is a whole line. */
const DASHES = [undefined, "8 4", "2 4", "10 4 2 4", "14 5", "5 3", "1 3"] as const;

export function dashAt(place: number): string | undefined {
  return DASHES[place % DASHES.length];
}
