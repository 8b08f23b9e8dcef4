import { columnLetters, quoteSheet } from "../address";
import { fill, type Language, type Text } from "../language";
import { dateOf, excelSerial } from "../law/calendar";
import { FIRST_YEAR_COLUMN } from "../model/expression";
import type { Content, Row, Unit } from "../model/row";
import type { PlanValidation } from "../workbook/plan";
import type { WorkbookPlacement } from "./placement";

/** Dates that make sense in a model: the law's tables begin later than 1990, no contract runs on to 2150. */
const FIRST_DATE = excelSerial(dateOf(1990, 1, 1));
const LAST_DATE = excelSerial(dateOf(2150, 12, 31));

/** A name and an office fit; more would not on the overview. */
const LONGEST_WORDS = 80;

const TITLE: Text = { de: "Eingabe prüfen", en: "Please check the input" };
const MESSAGES = {
  decimal: {
    de: "Erwartet wird eine Zahl von {0} bis {1}. Bitte berichtigen oder mit Esc zurücknehmen.",
    en: "A number from {0} to {1} is expected. Please correct it or press Esc.",
  },
  share: {
    de: "Erwartet wird ein Prozentsatz von {0} % bis {1} %. Bitte berichtigen oder mit Esc zurücknehmen.",
    en: "A percentage from {0} % to {1} % is expected. Please correct it or press Esc.",
  },
  whole: {
    de: "Erwartet wird eine ganze Zahl von {0} bis {1}. Bitte berichtigen oder mit Esc zurücknehmen.",
    en: "A whole number from {0} to {1} is expected. Please correct it or press Esc.",
  },
  date: {
    de: "Erwartet wird ein Datum von 1990 bis 2150; Monate als ersten Tag des Monats, zum Beispiel 01.01.2027.",
    en: "A date from 1990 to 2150 is expected; months as their first day, for example 1 January 2027.",
  },
  words: {
    de: "Erwartet wird ein Text mit höchstens {0} Zeichen. Bitte kürzen oder mit Esc zurücknehmen.",
    en: "A text of at most {0} characters is expected. Please shorten it or press Esc.",
  },
  list: {
    de: "Bitte einen Eintrag der Liste wählen.",
    en: "Please choose an entry of the list.",
  },
} as const satisfies Record<string, Text>;

const DEFAULT_BOUNDS = { minimum: -1_000_000_000, maximum: 1_000_000_000 } as const;

/** One validation for every stretch of inputs of a row. */
export function rowValidations(
  row: Row,
  placement: WorkbookPlacement,
  language: Language,
): readonly PlanValidation[] {
  return stretches(row).map(({ first, last, unit }) => {
    const { rule, message } = ruleOf(row, unit, placement);
    return {
      row: placement.rowIndex(row),
      firstColumn: first,
      lastColumn: last,
      rule,
      allowBlank: true,
      errorTitle: TITLE[language],
      error: message[language],
    };
  });
}

interface Stretch {
  readonly first: number;
  readonly last: number;
  readonly unit: Unit;
}

function stretches(row: Row): readonly Stretch[] {
  const found: Stretch[] = [];
  for (const [column, content] of row.fixed) {
    if (content.kind === "input") {
      found.push({ first: column, last: column, unit: content.unit ?? row.unit });
    }
  }
  const years: readonly (Content | undefined)[] =
    row.years?.kind === "each" ? row.years.contents : [];
  let start: number | undefined;
  years.forEach((content, index) => {
    if (content?.kind === "input") start ??= index;
    const ends = content?.kind === "input" && years[index + 1]?.kind !== "input";
    if (ends && start !== undefined) {
      found.push({
        first: FIRST_YEAR_COLUMN + start,
        last: FIRST_YEAR_COLUMN + index,
        unit: row.unit,
      });
      start = undefined;
    }
  });
  return found;
}

function ruleOf(
  row: Row,
  unit: Unit,
  placement: WorkbookPlacement,
): { readonly rule: PlanValidation["rule"]; readonly message: Text } {
  const list = row.bounds?.list;
  if (list !== undefined) {
    const letters = columnLetters(list.column);
    const [from, to] = [placement.rowIndex(list.first) + 1, placement.rowIndex(list.last) + 1];
    const sheet = quoteSheet(placement.sheetName(list.first.sheet));
    return {
      rule: {
        type: "list",
        source: `=${sheet}!$${letters}$${String(from)}:$${letters}$${String(to)}`,
      },
      message: MESSAGES.list,
    };
  }
  if (unit === "text") {
    return {
      rule: { type: "textLength", minimum: 0, maximum: LONGEST_WORDS },
      message: fill(MESSAGES.words, LONGEST_WORDS),
    };
  }
  if (unit === "date" || unit === "month") {
    return {
      rule: { type: "date", minimum: FIRST_DATE, maximum: LAST_DATE },
      message: MESSAGES.date,
    };
  }
  const { minimum, maximum } =
    unit === "year" && row.unit !== "year"
      ? { minimum: 1900, maximum: 2150 }
      : (row.bounds ?? DEFAULT_BOUNDS);
  if (unit === "share") {
    return {
      rule: { type: "decimal", minimum, maximum },
      message: fill(MESSAGES.share, minimum * 100, maximum * 100),
    };
  }
  const type = unit === "year" || unit === "flag" || unit === "months" ? "whole" : "decimal";
  return {
    rule: { type, minimum, maximum },
    message: fill(MESSAGES[type], minimum, maximum),
  };
}
