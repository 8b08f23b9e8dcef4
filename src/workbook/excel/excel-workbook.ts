import type { Grid } from "../../budget/grid";
import { RefusedError } from "../../finding";
import { fill } from "../../language";
import type { Text } from "../../language";
import type { WorkbookPlan } from "../plan";
import type {
  ApplyOptions,
  ApplyReport,
  JobOptions,
  SheetArea,
  SheetEntry,
  WorkbookChange,
  WorkbookPort,
  WorkbookSettings,
} from "../port";
import { addSheets } from "./added-sheets";
import { readJournal } from "./journal";
import type { Journal } from "./journal";
import { readBack } from "./read-back";
import type { ReadBack } from "./read-back";
import { readSheets } from "./reading";
import { worded } from "./refusals";
import { selectArea } from "./selecting";
import { inExcel } from "./session";
import { keepStoredPart } from "./stored-part";
import { lookAround, refuseForbiddenPlan } from "./surroundings";
import type { Surroundings } from "./surroundings";
import { takeBack } from "./take-back";
import { OwnSheets, watchWorkbook } from "./watching";
import { journalOf, writePlan } from "./writing";

/** The workbook that is open in Excel. Every method raises a RefusedError in an Excel that is too old. */
export class ExcelWorkbook implements WorkbookPort {
  private readonly own = new OwnSheets();
  /** What the last writing of this session added. */
  private last: Journal | undefined;

  async sheets(): Promise<readonly SheetEntry[]> {
    return (await inExcel(lookAround)).sheets;
  }

  /**
   * Cells of the named sheets, one batch for their extents and one for each 5 MB. Progress counts cells.
   * @throws RefusedError when a sheet is missing or Excel cannot answer
   */
  read(names: readonly string[], options: JobOptions = {}): Promise<readonly Grid[]> {
    return inExcel((context) => readSheets(context, names, options));
  }

  async storedPart(): Promise<string | undefined> {
    return (await inExcel(lookAround)).storedPart;
  }

  async settings(): Promise<WorkbookSettings> {
    const { date1904, manualCalculation, precisionAsDisplayed } = await inExcel(lookAround);
    return { date1904, manualCalculation, precisionAsDisplayed };
  }

  /** Puts a text in place of our custom XML part, or adds it. Excel cannot undo this step. */
  keep(storedPart: string): Promise<void> {
    return inExcel((context) => keepStoredPart(context, storedPart));
  }

  /**
   * Adds the sheets of the plan behind the existing ones, whole or not at all: what a failed or aborted run
   * has added is taken back. Progress counts batches.
   * @throws RefusedError with the reason and with what became of the run
   */
  async apply(plan: WorkbookPlan, options: ApplyOptions = {}): Promise<ApplyReport> {
    options.signal?.throwIfAborted();
    const surroundings = await inExcel(lookAroundCleanly);
    refuseForbiddenPlan(surroundings, plan);
    options.signal?.throwIfAborted();
    const journal = journalOf(plan, surroundings);
    this.own.add(journal.sheets);
    try {
      const report = await inExcel((context) =>
        writePlan(context, plan, surroundings, journal, options),
      );
      this.last = journal;
      return report;
    } catch (cause) {
      throw await this.afterFailure(cause, journal);
    }
  }

  /**
   * Takes the last writing of this session back. Gives the sheets that were removed, undefined when there
   * is nothing to take back.
   */
  async takeBack(options: JobOptions = {}): Promise<readonly string[] | undefined> {
    const { last } = this;
    if (last === undefined) return undefined;
    options.signal?.throwIfAborted();
    this.own.delete(last.sheets);
    const removed = await inExcel((context) => takeBack(context, last));
    this.last = undefined;
    return removed;
  }

  select(area: SheetArea): Promise<void> {
    return inExcel((context) => selectArea(context, area));
  }

  watch(listener: (change: WorkbookChange) => void): Promise<() => Promise<void>> {
    return watchWorkbook(this.own, listener);
  }

  /**
   * Takes back a run that was not finished because Excel no longer answered; to be called when the add-in
   * starts. Gives the sheets it removed, undefined where there was no such run.
   */
  takeBackUnfinished(): Promise<readonly string[] | undefined> {
    return inExcel(async (context) => takeBackJournaled(context, await lookAround(context)));
  }

  /** Adds sheets of another workbook as sheets of the user; see {@link addSheets}. */
  addSheets(grids: readonly Grid[]): Promise<void> {
    return inExcel((context) => addSheets(context, grids));
  }

  /** Compares formulas and results in the workbook with a plan that was written. */
  readBack(plan: WorkbookPlan): Promise<ReadBack> {
    return inExcel((context) => readBack(context, plan));
  }

  private async afterFailure(cause: unknown, journal: Journal): Promise<unknown> {
    try {
      await inExcel((context) => takeBack(context, journal));
    } catch (second) {
      return withOutcome(cause, NOT_TAKEN_BACK, second);
    }
    return withOutcome(cause, TAKEN_BACK);
  }
}

/** Takes back the run of which the workbook still holds the journal. */
async function takeBackJournaled(
  context: Excel.RequestContext,
  { journal }: Surroundings,
): Promise<readonly string[] | undefined> {
  const unfinished = journal === undefined ? undefined : readJournal(journal);
  return unfinished === undefined ? undefined : takeBack(context, unfinished);
}

/** The workbook without what an unfinished run has left in it. */
async function lookAroundCleanly(context: Excel.RequestContext): Promise<Surroundings> {
  const surroundings = await lookAround(context);
  const removed = await takeBackJournaled(context, surroundings);
  return removed === undefined ? surroundings : lookAround(context);
}

const TAKEN_BACK: Text = {
  de: "{0} Was schon geschrieben war, ist zurückgenommen: Die Arbeitsmappe ist so wie vorher.",
  en: "{0} What had been written is taken back: the workbook is as it was before.",
};

const NOT_TAKEN_BACK: Text = {
  de: "{0} Was schon geschrieben war, steht noch in der Arbeitsmappe, weil Excel nicht mehr antwortet. Es wird zurückgenommen, sobald der Kooperationsrechner in dieser Arbeitsmappe wieder geöffnet wird.",
  en: "{0} What had been written is still in the workbook because Excel no longer answers. It will be taken back as soon as Kooperationsrechner is opened in this workbook again.",
};

/** The error of a run with what became of the run; a fault of the program or an abort stays what it is. */
function withOutcome(cause: unknown, outcome: Text, second?: unknown): unknown {
  const reason = worded(cause);
  if (reason instanceof RefusedError) {
    return new RefusedError(fill(outcome, reason.text), reason.findings);
  }
  const words = worded(second);
  return words instanceof RefusedError ? new RefusedError(fill(outcome, words.text)) : reason;
}
