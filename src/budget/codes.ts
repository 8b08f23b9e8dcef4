import type { CellContent } from "./grid";
import { cellText } from "./cells";

/** A number of a product or account with the words that stand with it. */
export interface Code {
  readonly code?: string;
  readonly words?: string;
}

/**
 * Takes number and words of a cell apart: `01.02.02`, `Produktgruppe 01.01`, `0101 - Zentrale IT`.
 * The number stays the text it is, with its leading zeros.
 */
export function readCode(content: CellContent | undefined): Code {
  if (typeof content !== "string") return parseCode(content);
  let code = known.get(content);
  if (code === undefined) {
    code = parseCode(content);
    if (known.size > 20_000) known.clear();
    known.set(content, code);
  }
  return code;
}

/** Numbers repeat from row to row, so each text is taken apart once. */
const known = new Map<string, Code>();

function parseCode(content: CellContent | undefined): Code {
  const text = cellText(content).trim();
  if (text.length === 0) return {};
  if (typeof content === "object" && content !== null) return { code: text };
  const worded = /^(\p{L}[\p{L}./ -]*?):? +(-?\d[\d.\-/]*\d|\d)(?: ?[-–:]? +(\p{L}.*))?$/u.exec(
    text,
  );
  if (worded?.[2] !== undefined) {
    return { code: worded[2], ...(worded[3] === undefined ? {} : { words: worded[3] }) };
  }
  const labelled = /^(-?\d[\d.\-/]*(?: \d[\d.\-/]*)*)(?: ?[-–:] ?| +)(\p{L}.*)$/u.exec(text);
  if (labelled?.[1] !== undefined && labelled[2] !== undefined)
    return { code: labelled[1].replace(/[-.]$/, ""), words: labelled[2] };
  if (/\d/.test(text) && text.length <= 30) return { code: text };
  return { words: text };
}

/** A heading row that names a product (`Produkt 01.02.02 Zentrale IT`), undefined for other headings. */
export function readHeading(text: string): Code | undefined {
  const trimmed = text.trim();
  const named =
    /^(?:\p{L}+plan |\p{L}+haushalt )?(?:produkt(?:bereich|gruppe)?|teilplan|teilhaushalt|teilergebnisplan|kapitel|einzelplan|unterabschnitt|abschnitt|kostenstelle|kostentr[aä]ger|profitcenter):? +(\d[\d.\-/ ]*\d|\d)(?:\s*[-–:]?\s+(\p{L}.*))?$/iu.exec(
      trimmed,
    );
  if (named?.[1] !== undefined)
    return { code: named[1], ...(named[2] === undefined ? {} : { words: named[2] }) };
  if (/^\d{1,2}\.\d{1,2}\.\d{4}$/.test(trimmed)) return undefined;
  const bare = /^(\d{1,4}(?:[.\-/]\d{1,4}){1,5}|0\d{1,8})(?:\s*[-–:]?\s+(\p{L}.*))?$/u.exec(
    trimmed,
  );
  if (bare?.[1] !== undefined)
    return { code: bare[1], ...(bare[2] === undefined ? {} : { words: bare[2] }) };
  return undefined;
}
