import { fold } from "./words";

/** What a row's label says about its being a total. */
export type TotalLabel = "strong" | "weak" | "of-which" | "figure" | "none";

/** A label taken apart: line number of the plan, sign or equals mark, words. */
export interface RowLabel {
  readonly folded: string;
  /** The label without line number and mark. */
  readonly words: string;
  readonly lineNumber?: number;
  readonly mark: "" | "=" | "+" | "-" | "+/-";
  readonly total: TotalLabel;
  /** Line numbers that the label refers to, as in `(= Zeilen 10 und 17)`. */
  readonly refers: readonly number[];
}

const STRONG =
  /^(?:summen?|zwischensumme|gesamtsumme|endsumme|teilsumme|insgesamt|gesamt|saldo|total|gesamtbetrag|gesamtertraege|gesamtaufwendungen|gesamteinnahmen|gesamtausgaben|gesamteinzahlungen|gesamtauszahlungen|gesamtergebnis|uebertrag)(?![a-z])|(?<![a-z])(?:summe|insgesamt|zwischensumme|gesamtsumme)(?![a-z])|(?<![a-z])gesamt:?$/;
const WEAK =
  /(?<![a-z])(?:jahres|finanz|sonder|teil|gesamt)?ergebnis(?![a-z])|ueberschuss|fehlbetrag|fehlbedarf|(?<![a-z])saldo(?![a-z])|liquide mittel|zuschussbedarf|(?<![a-z])gesamt(?![a-z])|finanzmittelbestand/;
/** Inhabitants, posts, rates: rows of a budget table that are no money. */
const FIGURE =
  /^(?:(?:zahl|anzahl) der )?(?:einwohner(?:zahl)?|stellen(?:anteile?|anzahl)?|vollzeit[a-z]*|vzae?|hebes(?:atz|aetze)[a-z ]*|[a-z]*quote|[a-z]{3,}grad|kennzahl(?:en)?|fallzahl(?:en)?|anzahl [a-z ]+)(?: ?[(:%].*| (?:am|zum|je|pro|in) .*)?$|(?<!\d) ?%$/;
const CLASS_NAME =
  /^(?:(?:ordentliche|laufende) )?(?:ertraege|aufwendungen|einzahlungen|auszahlungen|einnahmen|ausgaben)(?: aus (?:laufender verwaltungstaetigkeit|investitionstaetigkeit(?:en)?|finanzierungstaetigkeit))?$/;

const known = new Map<string, RowLabel>();

/** Takes a row label apart; labels repeat a lot, so each text is looked at once. */
export function readRowLabel(label: string): RowLabel {
  const seen = known.get(label);
  if (seen !== undefined) return seen;
  const read = parseRowLabel(label);
  if (known.size > 20_000) known.clear();
  known.set(label, read);
  return read;
}

function parseRowLabel(label: string): RowLabel {
  const folded = fold(label);
  const start = /^(?:(\d{1,3})[.)]?(?![\d.]) ?)?(=|\+\/ ?-|\+|-)? ?/.exec(folded);
  const number = start?.[1];
  const mark = markOf(start?.[2]);
  const words = folded.slice(start?.[0].length ?? 0);
  return {
    folded,
    words,
    ...(number === undefined ? {} : { lineNumber: Number(number) }),
    mark,
    total: totalLabel(words, mark),
    refers: references(words),
  };
}

function markOf(text: string | undefined): RowLabel["mark"] {
  if (text === undefined) return "";
  if (text === "=" || text === "+" || text === "-") return text;
  return "+/-";
}

function totalLabel(words: string, mark: RowLabel["mark"]): TotalLabel {
  if (/^(?:\(?davon|darunter|hiervon|nachrichtlich)(?![a-z])/.test(words)) return "of-which";
  if (FIGURE.test(words)) return "figure";
  // SAP marks its sums with stars.
  if (/^\*+ ?[a-z]/.test(words)) return "weak";
  if (mark === "=" || STRONG.test(words)) return "strong";
  const bare = words.replace(/ ?\([^)]*\)$/, "").trim();
  if (CLASS_NAME.test(bare)) return "weak";
  return WEAK.test(words) ? "weak" : "none";
}

/** Line numbers in `(10 und 17)`, `(= Zeilen 18 und 21)`, `Summe aus Nummern 1 bis 5`. */
function references(words: string): readonly number[] {
  const found =
    /\((?:=|aus|summe|saldo|zeilen?|ziffern?|nummern?|nrn?\.?|zl\.?|pos\.?| )*(\d[^()]*)\)/.exec(
      words,
    ) ?? /(?:zeilen?|ziffern?|nummern?|nrn\.?) (\d[\d ,+\-./und&bis]*)/.exec(words);
  const text = found?.[1];
  if (text === undefined || /[a-z]{5}/.test(text)) return [];
  const numbers: number[] = [];
  for (const part of text.matchAll(/(\d{1,3})(?: ?bis ?(\d{1,3}))?/g)) {
    const from = Number(part[1]);
    const to = part[2] === undefined ? from : Number(part[2]);
    for (let number = from; number <= to && numbers.length < 40; number += 1) numbers.push(number);
  }
  return numbers;
}
