import type { Grid } from "../../budget/grid";
import { RefusedError } from "../../finding";
import { fill } from "../../language";
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
import { findStoredPart } from "./custom-part";
import { drawnCharts } from "./drawn-charts";
import { changesOfGrid } from "./grid-part";
import { openArchive } from "./opened-package";
import type { OpenedPackage, PackageSheet } from "./opened-package";
import { changesOfPlan, changesOfRemoval, changesOfStoredPart } from "./plan-changes";
import { readSheetContext, readWorkbookLooks } from "./sheet-context";
import { SheetReader } from "./sheet-reader";
import type { ReadSheet, SheetContext } from "./sheet-reader";
import { sheetView } from "./sheet-view";
import type { SheetView } from "./sheet-view";
import { withTypedValue } from "./typed-cell";
import type { TypedValue } from "./typed-cell";
import { asUtf8 } from "./xml-text";

/** Rows read between two looks at the clock of the page: some 30 ms of work. */
const ROWS_AT_A_TIME = 2000;

/** A sheet with the state of the file it was read from. */
interface SheetAsRead {
  readonly opened: OpenedPackage;
  readonly sheet: ReadSheet;
}

/** A workbook in a file: reads budget sheets, takes in a plan, keeps every other part as it was. */
export class PackageWorkbook implements WorkbookPort {
  private opened: OpenedPackage;
  private context: SheetContext | undefined;
  /** What stood before each writing of this session, the last one behind the others. */
  private readonly before: OpenedPackage[] = [];
  /** Sheets that have been read, as long as their parts stay the same. */
  private readonly sheetsRead = new Map<string, SheetAsRead>();
  /** Called when an area is to be shown; a file has no window of its own. */
  onSelect: ((area: SheetArea) => void) | undefined;
  /** Called after every change of the workbook, whoever made it. */
  onChange: (() => void) | undefined;

  constructor(opened: OpenedPackage) {
    this.opened = opened;
  }

  /** The worksheets in the order of their tabs; chart and macro sheets hold no cells and are left out. */
  sheets(): Promise<readonly SheetEntry[]> {
    const worksheets = this.opened.sheets.filter(({ kind }) => kind === "worksheet");
    return Promise.resolve(
      worksheets.map(({ name, hidden, mark }) => ({ name, hidden, ours: mark !== undefined })),
    );
  }

  /**
   * Cells of the named sheets. Progress counts the bytes of their parts.
   * @throws RefusedError when a sheet is missing or damaged
   */
  async read(names: readonly string[], options: JobOptions = {}): Promise<readonly Grid[]> {
    const { archive } = this.opened;
    const sheets = names.map((name) => this.find(name));
    const total = sheets.reduce((sum, sheet) => sum + archive.sizeOf(sheet.part), 0);
    const grids: Grid[] = [];
    let done = 0;
    for (const sheet of sheets) {
      options.signal?.throwIfAborted();
      const { signal } = options;
      const read = await this.readSheet(sheet, {
        ...(signal === undefined ? {} : { signal }),
        progress: (bytes) => options.progress?.(done + bytes, total),
      });
      done += archive.sizeOf(sheet.part);
      options.progress?.(done, total);
      grids.push(read.grid);
    }
    return grids;
  }

  /**
   * A sheet as it is shown. What has been read before is not read again.
   * @throws RefusedError when the sheet is missing or damaged
   */
  async view(name: string, options: JobOptions = {}): Promise<SheetView> {
    const sheet = this.find(name);
    const { signal, progress } = options;
    const read = await this.readSheet(sheet, {
      ...(signal === undefined ? {} : { signal }),
      progress: (bytes) => progress?.(bytes, this.opened.archive.sizeOf(sheet.part)),
    });
    const { opened } = this;
    const { colours, looks } = readWorkbookLooks(opened);
    return sheetView(read, {
      colours,
      looks,
      ours: sheet.mark !== undefined,
      date1904: opened.description.date1904,
      charts: drawnCharts(opened, sheet, colours),
    });
  }

  /** Settings of the workbook that change what our formulas give. */
  settings(): Promise<WorkbookSettings> {
    const { date1904, manualCalculation, precisionAsDisplayed } = this.opened.description;
    return Promise.resolve({ date1904, manualCalculation, precisionAsDisplayed });
  }

  storedPart(): Promise<string | undefined> {
    return Promise.resolve(findStoredPart(this.opened)?.text);
  }

  /**
   * Writes the sheets of the plan: behind the existing ones, or in place of those of an earlier run, of
   * which only what users added stays. Nothing changes when it is refused or aborted.
   * @throws RefusedError when a sheet name is taken, the workbook must not be changed, or something of
   * the user's would be lost or would refer to a sheet that goes
   */
  async apply(plan: WorkbookPlan, options: ApplyOptions = {}): Promise<ApplyReport> {
    await nextTurn();
    options.signal?.throwIfAborted();
    const changed = openArchive(this.opened.archive.with(changesOfPlan(this.opened, plan)));
    this.before.push(this.opened);
    this.show(changed);
    options.progress?.(1, 1);
    return { sheets: plan.sheets.length, refused: [] };
  }

  /**
   * Takes the last writing of this session back, and at the next call the one before it: the workbook is
   * byte for byte what it was. Gives the names of our sheets that went, came back or changed.
   */
  async takeBack(options: JobOptions = {}): Promise<readonly string[] | undefined> {
    await nextTurn();
    options.signal?.throwIfAborted();
    const before = this.before.pop();
    if (before === undefined) return undefined;
    const names = [...ownNames(this.opened), ...ownNames(before)];
    this.show(before);
    options.progress?.(1, 1);
    return [...new Set(names)];
  }

  /**
   * Puts a text in place of our custom XML part. Only that part changes; where there is none, it is added
   * with what leads to it.
   * @throws RefusedError when the workbook is signed
   */
  async keep(storedPart: string): Promise<void> {
    await nextTurn();
    this.show(openArchive(this.opened.archive.with(changesOfStoredPart(this.opened, storedPart))));
  }

  /** Hands the area to {@link onSelect}. */
  select(area: SheetArea): Promise<void> {
    this.onSelect?.(area);
    return Promise.resolve();
  }

  /** Nobody but this session changes a file that is open here, so there is nothing to tell of. */
  watch(_listener: (change: WorkbookChange) => void): Promise<() => Promise<void>> {
    return Promise.resolve(() => Promise.resolve());
  }

  /**
   * Types a value into a cell, as a user does in Excel; formulas are not calculated anew.
   * @returns a function that sets the workbook back to what it was before
   * @throws RefusedError when there is no such cell
   */
  type(sheet: string, row: number, column: number, value: TypedValue): () => void {
    const before = this.opened;
    const { part } = this.find(sheet);
    const { archive } = before;
    const bytes = asUtf8(archive.read(part), part);
    const typed = withTypedValue(bytes, part, { row, column }, value);
    this.show(openArchive(archive.with(new Map([[part, typed]]))));
    return () => this.show(before);
  }

  /**
   * Puts a grid in place of everything on the sheet of its name, which was made of a grid: a text file
   * whose amounts are understood later becomes one with numbers.
   * @throws RefusedError when there is no such sheet or the grid is larger than one
   */
  replaceGrid(grid: Grid): void {
    const { part } = this.find(grid.name);
    this.show(openArchive(this.opened.archive.with(changesOfGrid(this.opened, part, grid))));
  }

  /**
   * Brings the sheets of the last writing up to date with what was typed since; it belongs to that writing
   * and is taken back with it.
   */
  async follow(plan: WorkbookPlan): Promise<void> {
    await nextTurn();
    this.show(openArchive(this.opened.archive.with(changesOfPlan(this.opened, plan))));
  }

  /**
   * A copy without our sheets, names and stored part, to be passed on. What users wrote on our sheets
   * goes with them; this workbook keeps it. Cell styles stay.
   * @throws RefusedError when nothing visible would be left, the workbook must not be changed, or
   * something of the user's refers to our sheets
   */
  withoutOurSheets(): PackageWorkbook {
    const changes = changesOfRemoval(this.opened);
    return new PackageWorkbook(openArchive(this.opened.archive.with(changes)));
  }

  /** The workbook as a file; the same workbook and plan give the same bytes. */
  save(): Uint8Array {
    return this.opened.archive.save();
  }

  private show(opened: OpenedPackage): void {
    this.opened = opened;
    this.context = undefined;
    this.onChange?.();
  }

  private async readSheet(
    { name, hidden, part }: PackageSheet,
    options: { readonly signal?: AbortSignal; readonly progress?: (bytes: number) => void },
  ): Promise<ReadSheet> {
    const { opened } = this;
    const known = this.sheetsRead.get(part);
    const same = known?.opened.archive.shares(opened.archive, part) === true;
    if (known !== undefined && same && known.sheet.grid.name === name) return known.sheet;
    const bytes = asUtf8(opened.archive.read(part), part);
    const reader = new SheetReader({ name, hidden, part, bytes }, this.sheetContext());
    while (reader.readRows(ROWS_AT_A_TIME)) {
      options.progress?.(reader.position());
      await nextTurn();
      options.signal?.throwIfAborted();
    }
    const sheet = reader.sheet();
    this.sheetsRead.set(part, { opened, sheet });
    return sheet;
  }

  private find(name: string): PackageSheet {
    const sheet = this.opened.sheets.find((candidate) => candidate.name === name);
    if (sheet?.kind === "worksheet") return sheet;
    throw new RefusedError(
      fill(
        {
          de: "In der Arbeitsmappe gibt es kein Tabellenblatt „{0}“. Bitte den Namen so angeben, wie er auf dem Blattregister steht.",
          en: "The workbook has no worksheet “{0}”. Please give the name as it stands on the sheet tab.",
        },
        name,
      ),
    );
  }

  private sheetContext(): SheetContext {
    this.context ??= readSheetContext(this.opened);
    return this.context;
  }
}

function ownNames({ sheets }: OpenedPackage): readonly string[] {
  return sheets.flatMap(({ name, mark }) => (mark === undefined ? [] : [name]));
}

/** Lets the page breathe, and an abort arrive, between two steps of a long job. */
function nextTurn(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, 0));
}
