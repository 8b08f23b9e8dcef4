import { type Theme, webDarkTheme, webLightTheme } from "@fluentui/react-components";
import { createContext, useContext, useSyncExternalStore } from "react";

export type HostTheme = "light" | "dark";

const DARK = "(prefers-color-scheme: dark)";

/** The theme of the host, else of the system. High contrast is the browser's own: Fluent follows it. */
export function useTheme(host: HostTheme | undefined): Theme {
  const system = useSyncExternalStore(watchSystem, isSystemDark);
  const dark = host === undefined ? system : host === "dark";
  return dark ? webDarkTheme : webLightTheme;
}

function watchSystem(changed: () => void): () => void {
  const query = matchMedia(DARK);
  query.addEventListener("change", changed);
  return () => query.removeEventListener("change", changed);
}

function isSystemDark(): boolean {
  return matchMedia(DARK).matches;
}

const DarkContext = createContext(false);

/** Says to what stands in it whether it stands on dark. */
export const DarkProvider = DarkContext.Provider;

/** Whether the pane is dark: for the few colours that are no tokens of the theme. */
export function useIsDark(): boolean {
  return useContext(DarkContext);
}

/** Whether a theme is dark. */
export function isDark(theme: Theme): boolean {
  return theme === webDarkTheme;
}
