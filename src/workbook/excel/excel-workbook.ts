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
import { type AddedSheet, addSheets } from "./added-sheets";
import { readJournal } from "./journal";
import { prepareRun } from "./preparing";
import type { Run } from "./preparing";
import { readBack } from "./read-back";
import type { ReadBack } from "./read-back";
import { readSheets } from "./reading";
import { worded } from "./refusals";
import { selectArea } from "./selecting";
import { inExcel } from "./session";
import { setBack } from "./set-back";
import type { SetBack } from "./set-back";
import { keepStoredPart } from "./stored-part";
import { lookAround } from "./surroundings";
import type { Surroundings } from "./surroundings";
import { OwnSheets, watchWorkbook } from "./watching";
import { writeRun } from "./writing";

/** The workbook that is open in Excel. Every method raises a RefusedError in an Excel that is too old. */
export class ExcelWorkbook implements WorkbookPort {
  private readonly own = new OwnSheets();
  /** What the last writing of this session did. */
  private last: Run | undefined;

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
   * Writes the sheets of the plan, whole or not at all: new ones behind the existing ones, those of an
   * earlier run in their place, of which what users added stays. What a failed or aborted run has done is
   * taken back. Nothing is written where everything stands there already. Progress counts batches.
   * @throws RefusedError with the reason and with what became of the run
   */
  async apply(plan: WorkbookPlan, options: ApplyOptions = {}): Promise<ApplyReport> {
    options.signal?.throwIfAborted();
    return this.own.during(async () => {
      const run = await inExcel(async (context) => {
        const surroundings = await this.lookAroundCleanly(context);
        const previous = options.previous ?? this.last?.plan;
        return prepareRun(context, plan, surroundings, {
          ...options,
          ...(previous === undefined ? {} : { previous }),
        });
      });
      const nothing = { sheets: plan.sheets.length, refused: [] };
      if (run === undefined) return nothing;
      options.signal?.throwIfAborted();
      try {
        const { refused, added } = await inExcel((context) => writeRun(context, run, options));
        this.own.add(added);
        this.own.delete(run.gone.map(({ id }) => id));
        this.last = run;
        return { sheets: plan.sheets.length, refused };
      } catch (cause) {
        const failure = await this.failureOf(cause, run);
        if (failure === undefined) return nothing;
        throw failure.cause;
      }
    });
  }

  /**
   * Takes the last writing of this session back: sheets that came go, those that were written over stand
   * again as they stood. Gives their names, undefined when there is nothing to take back.
   */
  async takeBack(options: JobOptions = {}): Promise<readonly string[] | undefined> {
    const { last } = this;
    if (last === undefined) return undefined;
    options.signal?.throwIfAborted();
    return this.own.during(async () => {
      const done = await inExcel((context) => this.setBack(context, last, "wish"));
      this.last = undefined;
      return done.sheets;
    });
  }

  select(area: SheetArea): Promise<void> {
    return inExcel((context) => selectArea(context, area));
  }

  watch(listener: (change: WorkbookChange) => void): Promise<() => Promise<void>> {
    return watchWorkbook(this.own, listener);
  }

  /**
   * Takes back a run that was not finished because Excel no longer answered; to be called when the add-in
   * starts. Gives the sheets it removed or set back, undefined where there was no such run.
   */
  takeBackUnfinished(): Promise<readonly string[] | undefined> {
    return this.own.during(() =>
      inExcel(async (context) => this.takeBackJournaled(context, await lookAround(context))),
    );
  }

  /** Adds sheets of another workbook as sheets of the user; see {@link addSheets}. */
  addSheets(grids: readonly AddedSheet[]): Promise<void> {
    return inExcel((context) => addSheets(context, grids));
  }

  /** Compares formulas and results in the workbook with a plan that was written. */
  readBack(plan: WorkbookPlan): Promise<ReadBack> {
    return inExcel((context) => readBack(context, plan));
  }

  /** Takes a failed run back; gives what to say, undefined when the run had been finished after all. */
  private async failureOf(
    cause: unknown,
    run: Run,
  ): Promise<{ readonly cause: unknown } | undefined> {
    try {
      const { finished } = await inExcel((context) => this.setBack(context, run, "failure"));
      return finished ? undefined : { cause: withOutcome(cause, TAKEN_BACK) };
    } catch (second) {
      return { cause: withOutcome(cause, NOT_TAKEN_BACK, second) };
    }
  }

  private async setBack(
    context: Excel.RequestContext,
    { journal, date1904 }: Pick<Run, "journal" | "date1904">,
    why: "failure" | "wish",
  ): Promise<SetBack> {
    const done = await setBack(context, journal, { date1904, why });
    this.own.add([...done.added, ...done.removed]);
    this.own.delete(done.removed.map(({ id }) => id));
    return done;
  }

  /** Takes back the run of which the workbook still holds the journal. */
  private async takeBackJournaled(
    context: Excel.RequestContext,
    { journal, date1904 }: Surroundings,
  ): Promise<readonly string[] | undefined> {
    const unfinished = journal === undefined ? undefined : readJournal(journal);
    if (unfinished === undefined) return undefined;
    const run = { journal: unfinished, date1904 };
    const { sheets, finished } = await this.setBack(context, run, "failure");
    return finished ? undefined : sheets;
  }

  /** The workbook without what an unfinished run has left in it. */
  private async lookAroundCleanly(context: Excel.RequestContext): Promise<Surroundings> {
    const surroundings = await lookAround(context);
    if (surroundings.journal === undefined) return surroundings;
    await this.takeBackJournaled(context, surroundings);
    return lookAround(context);
  }
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
