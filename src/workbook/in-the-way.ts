import { sheetCell } from "../address";
import type { Finding } from "../finding";
import { RefusedError } from "../finding";
import { fill, verbatim } from "../language";
import type { Text } from "../language";

/** Places named in a message; the findings name them all. */
const MOST_NAMED = 5;

/** A place in words: a cell of a sheet, or whatever else can be pointed at. */
export interface Place {
  readonly words: Text;
  /** Address with its sheet, where it is a cell. */
  readonly cell?: string;
}

export function cellPlace(sheet: string, row: number, column: number): Place {
  const cell = sheetCell(sheet, row, column);
  return { words: verbatim(cell), cell };
}

/** Users wrote something of their own where our sheet has to write now. */
export function occupied(sheet: string, places: readonly Place[]): RefusedError {
  return refusal(
    "own-content-in-the-way",
    fill(
      {
        de: "Auf dem Blatt „{0}“ steht Eigenes dort, wo der Kooperationsrechner schreibt: {1}. Bitte weiter rechts oder weiter unten einsetzen oder löschen und dann neu schreiben.",
        en: "On sheet “{0}” there is something of your own where Kooperationsrechner writes: {1}. Please put it further right or further down or delete it, then write again.",
      },
      sheet,
      listed(places),
    ),
    places,
  );
}

/** A note or link within our area would stand beside another row than before. */
export function displaced(sheet: string, places: readonly Place[]): RefusedError {
  return refusal(
    "note-displaced",
    fill(
      {
        de: "Auf dem Blatt „{0}“ gehören Kommentare oder Verknüpfungen zu Zeilen, die jetzt an anderer Stelle stehen: {1}. Bitte neben den geschriebenen Bereich setzen oder löschen und dann neu schreiben.",
        en: "On sheet “{0}” comments or links belong to rows that now stand elsewhere: {1}. Please put them beside the written area or delete them, then write again.",
      },
      sheet,
      listed(places),
    ),
    places,
  );
}

/** The sheet carries something that cannot be taken over to the newly written one. */
export function cannotKeep(sheet: string, what: Text): RefusedError {
  return refusal(
    "cannot-be-kept",
    fill(
      {
        de: "Das Blatt „{0}“ lässt sich nicht neu schreiben, ohne dass verloren geht, was dort hinzugekommen ist: {1}. Bitte in Excel entfernen oder auf ein eigenes Blatt verschieben und dann neu schreiben.",
        en: "Sheet “{0}” cannot be written again without losing what was added there: {1}. Please remove it in Excel or move it to a sheet of your own, then write again.",
      },
      sheet,
      what,
    ),
    [],
  );
}

/** Rows or columns came into our area, so that its cells are no longer where they were written. */
export function stretched(sheet: string, written: string, now: string): RefusedError {
  return refusal(
    "area-changed",
    fill(
      {
        de: "Auf dem Blatt „{0}“ wurden Zeilen oder Spalten in den geschriebenen Bereich eingefügt (geschrieben {1}, jetzt {2}). Bitte die eingefügten Zeilen oder Spalten löschen oder neben den Bereich verschieben und dann neu schreiben.",
        en: "On sheet “{0}” rows or columns were inserted into the written area (written {1}, now {2}). Please delete the inserted rows or columns or move them beside the area, then write again.",
      },
      sheet,
      written,
      now,
    ),
    [],
  );
}

/** A sheet of ours is no longer needed, but users added something to it. */
export function stillUsed(sheet: string, places: readonly Place[]): RefusedError {
  return refusal(
    "sheet-still-used",
    fill(
      {
        de: "Das Blatt „{0}“ wird nicht mehr gebraucht und würde entfallen, trägt aber Eigenes: {1}. Bitte auf ein eigenes Blatt verschieben oder löschen und dann neu schreiben.",
        en: "Sheet “{0}” is no longer needed and would go, but carries something of your own: {1}. Please move it to a sheet of your own or delete it, then write again.",
      },
      sheet,
      listed(places),
    ),
    places,
  );
}

/** Something of the user's refers to a sheet of ours that would go or get another name. */
export function stillReferred(sheets: readonly string[], places: readonly Place[]): RefusedError {
  return refusal(
    "sheet-still-referred",
    fill(
      {
        de: "Auf Blätter, die entfallen oder anders heißen würden ({0}), wird noch Bezug genommen: {1}. Bitte diese Bezüge ändern und dann neu schreiben; sonst stünde dort #BEZUG!.",
        en: "Sheets that would go or get another name ({0}) are still referred to: {1}. Please change these references, then write again; otherwise they would show #REF!.",
      },
      sheets.join(", "),
      listed(places),
    ),
    places,
  );
}

function listed(places: readonly Place[]): Text {
  const named = places.slice(0, MOST_NAMED);
  const more = places.length - named.length;
  const join = (language: "de" | "en", and: string): string =>
    named.map(({ words }) => words[language]).join(", ") + (more > 0 ? ` ${and} ${more}` : "");
  return { de: join("de", "und weitere"), en: join("en", "and another") };
}

function refusal(code: string, message: Text, places: readonly Place[]): RefusedError {
  const findings = places.flatMap(({ cell }): Finding[] =>
    cell === undefined ? [] : [{ severity: "error", code, cell, message }],
  );
  return new RefusedError(message, findings);
}
