import type { Text } from "../language";
import type { ColumnMeans, ColumnProposal } from "./line";
import type { ColumnMeaning, ColumnRole } from "./columns";
import type { TimedColumn } from "./timing";

const MEANS: Readonly<Record<ColumnRole, ColumnMeans>> = {
  amount: "amount",
  year: "year",
  kind: "kind",
  direction: "direction",
  product: "product",
  "product-label": "product-label",
  account: "account",
  "account-label": "account-label",
  label: "label",
  "line-number": "line-number",
  "running-number": "ignore",
  unit: "key",
  key: "key",
  derived: "ignore",
  "unknown-number": "ignore",
  empty: "ignore",
};

/** How each column was understood, why, and how sure that is, for the user to look through. */
export function proposeColumns(
  meanings: readonly ColumnMeaning[],
  timed: readonly TimedColumn[],
): readonly ColumnProposal[] {
  const proposals: ColumnProposal[] = [];
  for (const meaning of meanings) {
    if (meaning.role === "empty" && meaning.header === "") continue;
    const known = timed.find(({ column }) => column === meaning.column);
    const year = known?.year ?? meaning.year;
    const kind = known?.kind ?? meaning.kind;
    proposals.push({
      column: meaning.column,
      header: meaning.header,
      means: meaning.part === "balance" ? "balance" : MEANS[meaning.role],
      ...(year === undefined ? {} : { year }),
      ...(kind === undefined ? {} : { kind }),
      ...(meaning.direction === undefined ? {} : { direction: meaning.direction }),
      ...judge(meaning, known),
    });
  }
  return proposals;
}

function judge(
  meaning: ColumnMeaning,
  known: TimedColumn | undefined,
): { reason: Text; confidence: ColumnProposal["confidence"] } {
  if (meaning.rank >= 100) {
    return { confidence: "sure", reason: { de: "So angegeben.", en: "As you said." } };
  }
  switch (meaning.role) {
    case "amount":
      return judgeAmount(meaning, known);
    case "year":
    case "kind":
    case "direction":
    case "unit":
      return {
        confidence: "sure",
        reason: {
          de: "Alle geprüften Zellen der Spalte sind von dieser Art.",
          en: "All cells of the column that were looked at are of this kind.",
        },
      };
    case "product":
    case "account":
      return {
        confidence: meaning.rank >= 3 ? "sure" : "likely",
        reason: {
          de: `Überschrift „${meaning.header}“ und Nummern in der Spalte.`,
          en: `Header “${meaning.header}” and numbers in the column.`,
        },
      };
    case "unknown-number":
      return {
        confidence: "doubtful",
        reason: {
          de: "Zahlen ohne verständliche Überschrift.",
          en: "Numbers without a header that was understood.",
        },
      };
    case "derived":
      return {
        confidence: "likely",
        reason: {
          de: "Die Überschrift nennt einen Vergleich, eine Quote oder einen Bestand.",
          en: "The header names a comparison, a rate or a stock.",
        },
      };
    default:
      return {
        confidence: meaning.header === "" ? "doubtful" : "likely",
        reason: {
          de: "Texte oder Nummern, die die Zeile bezeichnen.",
          en: "Texts or numbers that name the row.",
        },
      };
  }
}

function judgeAmount(
  meaning: ColumnMeaning,
  known: TimedColumn | undefined,
): { reason: Text; confidence: ColumnProposal["confidence"] } {
  if (meaning.year !== undefined && meaning.kind !== undefined) {
    return {
      confidence: "sure",
      reason: {
        de: "Jahr und Art stehen in der Überschrift.",
        en: "Year and kind stand in the header.",
      },
    };
  }
  if (meaning.year === undefined && known?.meaning.offset !== undefined) {
    return {
      confidence: "likely",
      reason: {
        de: "Das Jahr ist aus dem Haushaltsjahr abgeleitet.",
        en: "The year is derived from the budget year.",
      },
    };
  }
  return {
    confidence: "doubtful",
    reason: {
      de: "Die Überschrift nennt Jahr oder Art nicht.",
      en: "The header does not name year or kind.",
    },
  };
}
