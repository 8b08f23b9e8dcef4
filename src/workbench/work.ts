import type { Grid } from "../budget/grid";
import { RefusedError } from "../finding";
import type { Text } from "../language";
import type { ModelDocument } from "../model/document";
import type { PaneSession } from "../taskpane/session/session";
import { Store } from "../taskpane/session/store";
import type { PackageWorkbook, SheetView, TypedValue } from "../workbook/package";
import type { SheetArea, SheetEntry } from "../workbook/port";
import { cellAddress, quoteSheet } from "../address";
import { WORDS } from "./words";

/** A cell, counted from 0. */
export interface Cell {
  readonly row: number;
  readonly column: number;
}

/** What the page shows of the workbook. */
export interface WorkState {
  readonly sheets: readonly SheetEntry[];
  /** Name of the sheet in front; empty until the workbook has been looked into. */
  readonly sheet: string;
  /** Undefined while the sheet is read. */
  readonly view: SheetView | undefined;
  /** Why the sheet cannot be shown. */
  readonly failed: Text | undefined;
  readonly active: Cell;
  /** Cells that somebody asked to be shown; the active cell alone where nobody did. */
  readonly shown: SheetArea | undefined;
  /** Counts what was asked to be shown, so that the same place can be asked for twice. */
  readonly asked: number;
  /** Something changed since the file was opened or saved. */
  readonly unsaved: boolean;
  /** What became of the last input. */
  readonly refusal: Text | undefined;
}

const START: Cell = { row: 0, column: 0 };

/** An opened workbook with its session: which sheet and cell are in front, what is typed, what is unsaved. */
export class Work {
  readonly session: PaneSession;
  readonly workbook: PackageWorkbook;
  readonly fileName: string;
  readonly #store = new Store<WorkState>({
    sheets: [],
    sheet: "",
    view: undefined,
    failed: undefined,
    active: START,
    shown: undefined,
    asked: 0,
    unsaved: false,
    refusal: undefined,
  });
  /** The active cell of each sheet that was in front. */
  readonly #active = new Map<string, Cell>();
  /** Models before and after inputs that were typed into the sheets. */
  readonly #typed: { readonly before: ModelDocument; readonly after: ModelDocument }[] = [];
  /** Sheets that hold the lists of inputs. */
  readonly #lists = new Map<string, Grid>();
  /** The model that the sheets show. */
  #sheetsShow: ModelDocument | undefined;
  #document: ModelDocument | undefined;
  #following = Promise.resolve();
  /** Called after every change of the workbook. */
  onChange: (() => void) | undefined;

  constructor(session: PaneSession, workbook: PackageWorkbook, fileName: string) {
    this.session = session;
    this.workbook = workbook;
    this.fileName = fileName;
    workbook.onChange = () => {
      this.markUnsaved();
      this.onChange?.();
      void this.refresh();
    };
    workbook.onSelect = (area) => void this.show(area);
    session.subscribe(() => this.#followUndo());
  }

  readonly getState = (): WorkState => this.#store.get();

  readonly subscribe = (listener: () => void): (() => void) => this.#store.subscribe(listener);

  /** There is something a file does not hold yet. */
  markUnsaved(): void {
    this.#store.set({ unsaved: true });
  }

  /** Looks at the workbook anew, after something changed. */
  async refresh(): Promise<void> {
    const sheets = await this.workbook.sheets();
    const { sheet } = this.getState();
    const still = sheets.some(({ name }) => name === sheet);
    const first = sheets.find(({ hidden }) => !hidden) ?? sheets[0];
    this.#store.set({ sheets });
    await this.#read(still ? sheet : (first?.name ?? ""));
  }

  /** Brings a sheet to the front, with the cell that was active there. */
  async open(sheet: string): Promise<void> {
    if (sheet === this.getState().sheet) return;
    this.#store.set({ shown: undefined, refusal: undefined });
    await this.#read(sheet);
  }

  /** Shows an area and makes its first cell the active one. */
  async show(area: SheetArea): Promise<void> {
    this.#active.set(area.sheet, { row: area.firstRow, column: area.firstColumn });
    await this.#read(area.sheet);
    const { asked } = this.getState();
    this.#store.set({ shown: area, asked: asked + 1, refusal: undefined });
  }

  /** Makes a cell of the sheet in front the active one, and gives it the focus. */
  pick(cell: Cell): void {
    const { sheet, asked } = this.getState();
    this.#active.set(sheet, cell);
    this.#store.set({ active: cell, asked: asked + 1, shown: undefined, refusal: undefined });
  }

  /** The active cell takes the focus of the page. */
  ask(): void {
    this.#store.set({ asked: this.getState().asked + 1 });
  }

  /** Texts of cells below one another, of a sheet that has been shown or read before. */
  readonly listValues = (
    sheet: string,
    column: number,
    firstRow: number,
    lastRow: number,
  ): readonly string[] =>
    (this.#lists.get(sheet)?.rows ?? [])
      .slice(firstRow, lastRow + 1)
      .map((row) => row[column] ?? null)
      .filter((content) => typeof content === "string" && content !== "")
      .map(String);

  /** Says why something cannot be done with the active cell. */
  refuse(refusal: Text): void {
    this.#store.set({ refusal });
  }

  /**
   * Types a value into an input of our sheets: the model takes it, and sheets, charts and pane follow.
   * When the model refuses it, everything is as before and the reason is said.
   */
  async type(cell: Cell, value: TypedValue): Promise<boolean> {
    const { sheet } = this.getState();
    const address = `${quoteSheet(sheet)}!${cellAddress(cell.row, cell.column)}`;
    const before = this.session.state.document;
    const setBack = this.workbook.type(sheet, cell.row, cell.column, value);
    try {
      await this.session.takeTyped(address, (plan) => this.workbook.follow(plan));
    } catch (cause) {
      setBack();
      if (!(cause instanceof RefusedError)) throw cause;
      this.refuse(cause.text);
      return false;
    }
    const after = this.session.state.document;
    if (before !== undefined && after !== undefined) this.#typed.push({ before, after });
    this.#sheetsShow = after;
    return true;
  }

  /** The workbook as a file; it counts as saved from here on. */
  saved(): Uint8Array<ArrayBuffer> {
    const bytes = new Uint8Array(this.workbook.save());
    this.#store.set({ unsaved: false });
    return bytes;
  }

  async close(): Promise<void> {
    await this.session.close();
    this.workbook.onChange = undefined;
    this.workbook.onSelect = undefined;
  }

  async #read(sheet: string): Promise<void> {
    const { workbook } = this;
    const changes = sheet !== this.getState().sheet;
    const active = this.#active.get(sheet) ?? START;
    this.#store.set({
      sheet,
      active,
      failed: undefined,
      ...(changes ? { view: undefined } : {}),
    });
    try {
      const view = await workbook.view(sheet);
      await this.#readLists(view);
      if (this.getState().sheet === sheet) this.#store.set({ view });
    } catch (cause) {
      const text = cause instanceof RefusedError ? cause.text : WORDS.notShown;
      if (this.getState().sheet === sheet) this.#store.set({ failed: text, view: undefined });
    }
  }

  /** Reads the other sheets that the lists of a sheet's inputs stand on. */
  async #readLists({ ours, validations, grid }: SheetView): Promise<void> {
    if (!ours) return;
    const names = validations
      .filter(({ type }) => type === "list")
      .map(({ formulas: [source = ""] }) => /^'((?:[^']|'')+)'!/.exec(source)?.[1])
      .map((name) => name?.replaceAll("''", "'") ?? grid.name);
    const present = (await this.workbook.sheets()).map(({ name }) => name);
    const wanted = [...new Set(names)].filter((name) => present.includes(name));
    const grids = await this.workbook.read(wanted);
    for (const list of grids) this.#lists.set(list.name, list);
  }

  /** Sheets follow when an input that was typed into them is undone or done again. */
  #followUndo(): void {
    const { document } = this.session.state;
    const before = this.#document;
    if (document === before) return;
    this.#document = document;
    if (before === undefined || before !== this.#sheetsShow) return;
    const step = this.#typed.find(
      (own) =>
        (own.before === document && own.after === before) ||
        (own.after === document && own.before === before),
    );
    if (step === undefined) return;
    this.#sheetsShow = document;
    this.#following = this.#following.then(() =>
      this.session.followModel((plan) => this.workbook.follow(plan)),
    );
  }
}
