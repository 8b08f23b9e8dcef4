import type { Text } from "../../../language";

export const OUTPUT = {
  write: { de: "Blätter schreiben", en: "Write the sheets" },
} as const satisfies Readonly<Record<string, Text>>;
