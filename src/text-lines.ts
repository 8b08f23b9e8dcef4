import type { Text } from "./language";

/** A long text as lines of at most so many characters, broken between words. */
export function textLines(text: string, length: number): readonly string[] {
  return text.split(/\s+/).reduce<string[]>((all, word) => {
    const line = all.at(-1);
    if (line !== undefined && line.length + word.length < length) {
      return [...all.slice(0, -1), `${line} ${word}`];
    }
    return [...all, word];
  }, []);
}

/** The lines of a text in both languages, as many as the longer one needs. */
export function textRows(text: Text, length: number): readonly Text[] {
  const [de, en] = [textLines(text.de, length), textLines(text.en, length)];
  return Array.from({ length: Math.max(de.length, en.length) }, (_, place) => ({
    de: de[place] ?? "",
    en: en[place] ?? "",
  }));
}
