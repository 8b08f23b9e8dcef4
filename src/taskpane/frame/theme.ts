import { createContext, useContext, useLayoutEffect, useSyncExternalStore } from "react";

export type HostTheme = "light" | "dark";

const DARK = "(prefers-color-scheme: dark)";

/**
 * Shows the page in the theme of the host, else of the system; its colours stand in the page's style sheet.
 * High contrast is the browser's own: Fluent follows it.
 */
export function useTheme(host: HostTheme | undefined): HostTheme {
  const system = useSyncExternalStore(watchSystem, isSystemDark);
  const theme = host ?? (system ? "dark" : "light");
  useLayoutEffect(() => {
    document.documentElement.dataset.theme = theme;
  }, [theme]);
  return theme;
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
