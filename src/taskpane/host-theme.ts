import type { HostTheme } from "./frame/theme";

/**
 * Light or dark by the background that the host draws panes on; undefined where it does not say (Excel on
 * the web), so that the system decides. Themes have many colours: what counts is how bright it is.
 * @param background `#rrggbb`
 */
export function themeOfBackground(background: string | undefined): HostTheme | undefined {
  const [, red, green, blue] =
    /^#([0-9a-f]{2})([0-9a-f]{2})([0-9a-f]{2})$/i.exec(background ?? "") ?? [];
  if (red === undefined || green === undefined || blue === undefined) return undefined;
  const part = (hex: string): number => Number.parseInt(hex, 16);
  // Brightness as ITU-R BT.601 weighs the colours.
  const brightness = (299 * part(red) + 587 * part(green) + 114 * part(blue)) / 1000;
  return brightness < 128 ? "dark" : "light";
}
