const LETTER_FOLDS: ReadonlyMap<string, string> = new Map([
  ["ä", "ae"],
  ["ö", "oe"],
  ["ü", "ue"],
  ["ß", "ss"],
  ["\u00a0", " "],
  ["\u202f", " "],
  ["\u2009", " "],
  ["\u00ad", ""],
  ["–", "-"],
  ["—", "-"],
  ["−", "-"],
  ["‑", "-"],
]);

/**
 * A header or label in one spelling: lower case, umlauts written out, one blank between words,
 * words joined again that a line break or a hyphen has torn (`Haushalts-\njahr`, `Vorvor- / vorjahr`)
 * and letters that were spaced for show (`A n s a t z`).
 */
export function fold(text: string): string {
  let folded = "";
  for (const letter of text.normalize("NFC").toLowerCase()) {
    folded += LETTER_FOLDS.get(letter) ?? letter;
  }
  folded = folded.replace(/\s+/g, " ").trim();
  if (/(^| )\p{L}( \p{L}){3,}( |$)/u.test(folded)) {
    folded = folded.replace(/(?<=^| )\p{L}( \p{L}){3,}(?= |$)/gu, (spaced) =>
      spaced.replaceAll(" ", ""),
    );
  }
  if (folded.includes("-")) {
    folded = folded
      .replace(/(\p{L})- ?\/ ?(?=vor)/gu, "$1")
      .replace(/(\p{L})- ?(?=\p{Ll})(?!und |oder |bzw)/gu, (joined, letter: string) =>
        joined.endsWith(" ") ? letter : joined,
      )
      .replace(/haushalts-(?=jahr|ansatz|plan)/g, "haushalts")
      .replace(/vor-(?=vor|jahr)/g, "vor");
  }
  return folded;
}

/** Whether a word stands in a folded text with no letter or digit directly beside it. */
export function hasWord(folded: string, word: string): boolean {
  for (let at = folded.indexOf(word); at >= 0; at = folded.indexOf(word, at + 1)) {
    if (!isWordSign(folded.charCodeAt(at - 1)) && !isWordSign(folded.charCodeAt(at + word.length)))
      return true;
  }
  return false;
}

/** Whether any of the words stands anywhere in a folded text, also inside a compound. */
export function containsAny(folded: string, words: readonly string[]): boolean {
  return words.some((word) => folded.includes(word));
}

function isWordSign(code: number): boolean {
  return (code >= 97 && code <= 122) || (code >= 48 && code <= 57);
}
