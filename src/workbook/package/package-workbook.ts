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
import { openArchive } from "./opened-package";
import type { OpenedPackage, PackageSheet } from "./opened-package";
import { changesOfPlan, changesOfRemoval, changesOfStoredPart } from "./plan-changes";
import { readSheetContext } from "./sheet-context";
import { SheetReader } from "./sheet-reader";
import type { SheetContext } from "./sheet-reader";
import { asUtf8 } from "./xml-text";

/** Rows read between two looks at the clock of the page: some 30 ms of work. */
const ROWS_AT_A_TIME = 2000;

/** A workbook in a file: reads budget sheets, takes in a plan, keeps every other part as it was. */
export class PackageWorkbook implements WorkbookPort {
  private opened: OpenedPackage;
  private context: SheetContext | undefined;
  /** What stood before each writing of this session, the last one behind the others. */
  private readonly before: OpenedPackage[] = [];
  /** Called when an area is to be shown; a file has no window of its own. */
  onSelect: ((area: SheetArea) => void) | undefined;

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
      const context = this.sheetContext();
      const bytes = asUtf8(archive.read(sheet.part), sheet.part);
      const { name, hidden, part } = sheet;
      const reader = new SheetReader({ name, hidden, part, bytes }, context);
      while (reader.readRows(ROWS_AT_A_TIME)) {
        options.progress?.(done + reader.position(), total);
        await nextTurn();
        options.signal?.throwIfAborted();
      }
      done += archive.sizeOf(sheet.part);
      options.progress?.(done, total);
      grids.push(reader.grid());
    }
    return grids;
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
