import { fill, type Language, type Text, verbatim } from "../language";

const OWN_FIGURE: Text = { de: "Eigene Angabe (zuvor: {0})", en: "own figure (before: {0})" };
const CONFIRMED: Text = { de: "Bestätigt (Vorlage: {0})", en: "confirmed (preset: {0})" };

/** The source of a figure that the town gave in the place of another one. */
export function ownSource(source: string, language: Language): string {
  return fill(OWN_FIGURE, verbatim(source))[language];
}

/** The source of a figure before the town gave its own; of any other figure its source itself. */
export function sourceBefore(source: string): string {
  for (const words of [OWN_FIGURE.de, OWN_FIGURE.en]) {
    const [head = "", tail = ""] = words.split("{0}");
    if (source.startsWith(head) && source.endsWith(tail)) {
      return source.slice(head.length, source.length - tail.length);
    }
  }
  return source;
}

/** The words that confirm a figure of a preset as the town's own. */
export function confirmedSource(source: string, language: Language): string {
  return fill(CONFIRMED, verbatim(source))[language];
}
