import type { Finding } from "../finding";
import { fill, type Language, verbatim } from "../language";
import type { Content, Row } from "./row";
import type { CalculationSheet } from "./sheet";

/** An input that a user typed into a written workbook. */
export interface TypedInput {
  /** Key of the sheet, row id and label as they stood there. */
  readonly sheet: string;
  readonly row: string;
  readonly label: string;
  /** A year of the axis, or a fixed column counted from 0. */
  readonly place: { readonly year: number } | { readonly column: number };
  /** Dates as Excel serial numbers; `null` where the input was emptied. */
  readonly value: number | string | null;
  /** Address in the workbook, for messages. */
  readonly cell: string;
}

/** What became of typed inputs. */
export interface AppliedInputs {
  /** Those that stand in their rows now, labelled as the rows are. */
  readonly applied: readonly TypedInput[];
  /** The others, each in words, so that nothing is lost in silence. */
  readonly findings: readonly Finding[];
}

/**
 * Puts typed inputs into the rows they belong to, before anything is computed. An input whose row or
 * label is no longer there is not applied.
 * @param typedIn language of the sheets they were typed into
 * @param language language of the sheets that are made now
 */
export function applyTypedInputs(
  sheets: readonly CalculationSheet[],
  years: readonly number[],
  typed: readonly TypedInput[],
  typedIn: Language,
  language: Language = typedIn,
): AppliedInputs {
  const applied: TypedInput[] = [];
  const findings: Finding[] = [];
  for (const input of typed) {
    const row = rowOfInput(sheets, input, typedIn);
    if (row !== undefined && putInput(row, years, input)) {
      applied.push({ ...input, label: row.label[language] });
    } else findings.push(notApplied(input));
  }
  return { applied, findings };
}

/** The row that an input was typed into; undefined where none has its id and label. */
export function rowOfInput(
  sheets: readonly CalculationSheet[],
  { sheet, row: id, label }: TypedInput,
  language: Language,
): Row | undefined {
  const row = sheets.find(({ key }) => key === sheet)?.rows.find((one) => one.id === id);
  return row?.label[language] === label ? row : undefined;
}

function putInput(row: Row, years: readonly number[], { place, value }: TypedInput): boolean {
  if ("column" in place) {
    const content = row.fixed.get(place.column);
    if (content?.kind !== "input") return false;
    row.fixed.set(place.column, { ...content, value });
    return true;
  }
  const index = years.indexOf(place.year);
  const contents = row.years?.kind === "each" ? row.years.contents : [];
  const content = contents[index];
  if (content?.kind !== "input") return false;
  const changed: Content = { ...content, value };
  row.years = {
    kind: "each",
    contents: contents.map((other, at) => (at === index ? changed : other)),
  };
  return true;
}

function notApplied({ cell, label, value }: TypedInput): Finding {
  return {
    severity: "warning",
    code: "input-not-kept",
    cell,
    message: fill(
      {
        de: "Die Eingabe „{0}“ bei „{1}“ hat in den neuen Blättern keine Entsprechung und wurde nicht übernommen. Bitte dort neu eintragen, wo sie hingehört.",
        en: "The input “{0}” at “{1}” has no counterpart on the new sheets and was not taken over. Please enter it again where it belongs.",
      },
      verbatim(value === null ? "–" : String(value)),
      label,
    ),
  };
}
