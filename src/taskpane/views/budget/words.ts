import type { Text } from "../../../language";

export const BUDGET = {
  sample: { de: "Beispielhaushalt einfügen", en: "Insert the sample budget" },
} as const satisfies Readonly<Record<string, Text>>;
