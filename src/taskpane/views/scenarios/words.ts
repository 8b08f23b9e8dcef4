import type { Text } from "../../../language";

export const SCENARIOS = {
  begin: {
    de: "Mit dem Standardvergleich beginnen",
    en: "Begin with the standard comparison",
  },
} as const satisfies Readonly<Record<string, Text>>;
