import { END, OPEN, TEXT, XmlScanner } from "./xml-scanner";
import { unescapeExcel } from "./xml-text";

/**
 * Texts of `sharedStrings.xml` by number. Runs of rich text are joined;
 * phonetic readings (`rPh`) stand beside the text and are left out.
 */
export function readSharedStrings(bytes: Uint8Array, part: string): readonly string[] {
  const scanner = new XmlScanner(bytes, part);
  const texts: string[] = [];
  for (let event = scanner.next(); event !== END; event = scanner.next()) {
    if (event === OPEN && scanner.depth === 2 && scanner.is("si"))
      texts.push(readRichText(scanner));
  }
  return texts;
}

/** Text of the `si` or `is` element just opened; the scanner then stands on its closing. */
export function readRichText(scanner: XmlScanner): string {
  const { depth } = scanner;
  let text = "";
  let inText = false;
  let phonetic = 0;
  for (let event = scanner.next(); event !== END; event = scanner.next()) {
    if (event === TEXT) {
      if (inText) text += scanner.text();
    } else if (event === OPEN) {
      if (phonetic === 0 && scanner.is("rPh")) phonetic = scanner.depth;
      inText = phonetic === 0 && scanner.is("t");
    } else {
      inText = false;
      if (scanner.depth === phonetic) phonetic = 0;
      if (scanner.depth === depth) break;
    }
  }
  return unescapeExcel(text);
}
