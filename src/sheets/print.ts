import type { Language, Text } from "../language";
import type { PlanPrint } from "../workbook/plan";
import { HEADER_ROWS, type SheetFrame } from "./sheet-frame";

/** Above this number of years a page would be too small to read: two pages wide. */
const YEARS_ON_A_PAGE = 12;

const WORDS = {
  run: { de: "Stand der Berechnung: {0}", en: "Calculated on {0}" },
  page: { de: "Seite &P von &N", en: "Page &P of &N" },
} as const satisfies Record<string, Text>;

export interface PrintFacts {
  readonly language: Language;
  readonly runDate: string;
  readonly lastRow: number;
  readonly lastColumn: number;
  readonly years: number;
  readonly breaks: readonly number[];
}

/** A4, one page wide, header rows and labels repeated; the footer names sheet, run date and page. */
export function printSetup(frame: SheetFrame, facts: PrintFacts): PlanPrint {
  const { language, runDate, lastRow, lastColumn, years, breaks } = facts;
  return {
    orientation: frame.orientation,
    pagesWide: frame.hasAxis && years > YEARS_ON_A_PAGE ? 2 : 1,
    pagesTall: frame.onePage ? 1 : 0,
    ...(frame.hasAxis
      ? {
          repeatRows: { first: 0, last: HEADER_ROWS - 1 },
          repeatColumns: { first: 0, last: 1 },
        }
      : {}),
    breaks,
    area: { lastRow, lastColumn },
    footerLeft: frame.name,
    footerCentre: WORDS.run[language].replace("{0}", runDate),
    footerRight: WORDS.page[language],
  };
}
