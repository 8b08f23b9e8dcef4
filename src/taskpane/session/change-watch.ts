import type { WorkbookChange } from "../../workbook/port";

/** So long after the last change the workbook is looked at, in milliseconds. */
const PAUSE = 800;

/** What changed in the workbook since it was last looked at. */
export interface Changes {
  /** Names of sheets whose cells changed. */
  readonly cells: ReadonlySet<string>;
  /** Sheets came, went or were renamed. */
  readonly sheets: boolean;
}

/** Gathers what others change in the workbook and tells of it once they pause. */
export class ChangeWatch {
  readonly #tell: (changes: Changes) => void;
  #cells = new Set<string>();
  #sheets = false;
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(tell: (changes: Changes) => void) {
    this.#tell = tell;
  }

  readonly add = ({ sheet, kind }: WorkbookChange): void => {
    if (kind === "cells") this.#cells.add(sheet);
    else this.#sheets = true;
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => {
      const changes = { cells: this.#cells, sheets: this.#sheets };
      this.#cells = new Set();
      this.#sheets = false;
      this.#tell(changes);
    }, PAUSE);
  };
}
