import { useCallback } from "react";
import type { Language, Text } from "../../language";
import { usePaneState } from "./session-context";

/** The language the user reads. */
export function useLanguage(): Language {
  return usePaneState(({ language }) => language);
}

/** Says a text in the language the user reads. */
export function useSpoken(): (text: Text) => string {
  const language = useLanguage();
  return useCallback((text: Text) => text[language], [language]);
}
