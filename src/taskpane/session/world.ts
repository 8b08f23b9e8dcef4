import type { ReadingAnswers } from "../../budget/line";
import type { Language, Text } from "../../language";
import type { CalendarDate } from "../../law/calendar";
import type { WorkbookPlan } from "../../workbook/plan";
import type { WorkbookPort } from "../../workbook/port";
import type * as engine from "../engine";

/** The chunk with everything heavy. */
export type Engine = typeof engine;

/** What the host says of a plan that was written: whether the workbook holds and computes the same. */
export interface Verification {
  readonly agrees: boolean;
  readonly text: Text;
  /** The whole comparison, to be kept as a file. */
  readonly json: string;
}

/** What the pane is given from outside: the workbook, the clock, the language, and what only some hosts can. */
export interface PaneWorld {
  readonly workbook: WorkbookPort;
  readonly language: Language;
  readonly today: () => CalendarDate;
  /** Version of the product. */
  readonly version: string;
  /** Name of the workbook's file, which may tell the budget year. */
  readonly fileName?: string;
  readonly loadEngine: () => Promise<Engine>;
  /** Puts the sample budget into the workbook, as a sheet of its own or as a new workbook. */
  readonly insertSample: () => Promise<void>;
  /**
   * Told what the user said of the sheets before the budget is read: the amounts of a text file become
   * numbers by it.
   */
  readonly takeAnswers?: (answers: ReadingAnswers) => Promise<void>;
  /** Lets the user open a file with a budget; absent where the host opens workbooks itself. */
  readonly openFile?: () => void;
  /** Hands the user a file. */
  readonly save: (name: string, content: string | Uint8Array<ArrayBuffer>, type: string) => void;
  /** Takes back a writing that was broken off in an earlier session; the names of its sheets. */
  readonly takeBackUnfinished?: () => Promise<readonly string[] | undefined>;
  /** Compares what stands in the workbook with a plan that was written. */
  readonly verify?: (plan: WorkbookPlan) => Promise<Verification>;
}
