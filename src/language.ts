/** The languages of pane, sheets, messages and command line. */
export type Language = "de" | "en";

/** A text in every language of the product. */
export interface Text {
  readonly de: string;
  readonly en: string;
}

/** A text of the user's own (a label, a name): the same in every language. */
export function verbatim(text: string): Text {
  return { de: text, en: text };
}

/** Fills `{0}`, `{1}` … of a text with other texts or plain words. */
export function fill(text: Text, ...parts: readonly (Text | string | number)[]): Text {
  const render = (language: Language): string =>
    text[language].replace(/\{(\d+)\}/g, (whole, digits: string) => {
      const part = parts[Number(digits)];
      if (part === undefined) return whole;
      return typeof part === "object" ? part[language] : String(part);
    });
  return { de: render("de"), en: render("en") };
}

/** One text after the other, each on a line of its own. */
export function joined(...texts: readonly Text[]): Text {
  return { de: texts.map(({ de }) => de).join("\n"), en: texts.map(({ en }) => en).join("\n") };
}
