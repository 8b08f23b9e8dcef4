import type { WorkbookChange } from "../port";
import { inExcel } from "./session";

/** A sheet by its id, which stays, and its name. */
export interface KnownSheet {
  readonly id: string;
  readonly name: string;
}

/**
 * Sheets that this session adds or deletes, by their ids. What Excel tells of sheets carries no sign of who
 * did it, other than what it tells of cells; and while a run is under way its sheets are not known yet.
 */
export class OwnSheets {
  /** Names by ids. */
  private readonly added = new Map<string, string>();
  private readonly deleted = new Set<string>();
  private running = 0;
  private held: (() => void)[] = [];

  /** Holds back what is told of sheets until a run has said which are its own. */
  async during<T>(run: () => Promise<T>): Promise<T> {
    this.running++;
    try {
      return await run();
    } finally {
      this.running--;
      if (this.running === 0) {
        const { held } = this;
        this.held = [];
        for (const tell of held) tell();
      }
    }
  }

  add(sheets: readonly KnownSheet[]): void {
    for (const { id, name } of sheets) this.added.set(id, name);
  }

  /** The name under which a sheet was added. */
  nameOf(id: string): string | undefined {
    return this.added.get(id);
  }

  delete(ids: readonly string[]): void {
    for (const id of ids) this.deleted.add(id);
  }

  /** Tells of a sheet that came or went, unless it was this session. */
  tellOf(id: string, what: "added" | "deleted", tell: () => void): void {
    const ask = (): void => {
      if (!(what === "added" ? this.added : this.deleted).has(id)) tell();
    };
    if (this.running > 0) this.held.push(ask);
    else ask();
  }
}

interface Added {
  readonly context: Excel.RequestContext;
  readonly handlers: readonly { readonly remove: () => void }[];
}

/**
 * Tells of cells that others changed and of sheets that came or went, until the function it gives is
 * called. Names of sheets are asked for when something happened: one batch for each change.
 */
export async function watchWorkbook(
  own: OwnSheets,
  listener: (change: WorkbookChange) => void,
): Promise<() => Promise<void>> {
  const names = new Map<string, string>();
  const tell = async (id: string, change: Omit<WorkbookChange, "sheet">): Promise<void> => {
    const known = names.get(id) ?? own.nameOf(id) ?? "";
    // Excel may be busy or gone; that something changed is worth telling all the same.
    await readNames(names).catch(() => undefined);
    listener({ sheet: names.get(id) ?? known, ...change });
  };
  const tellOfSheet = (id: string, what: "added" | "deleted"): Promise<void> => {
    own.tellOf(id, what, () => void tell(id, { kind: "sheets" }));
    return Promise.resolve();
  };
  const added = await inExcel(async (context): Promise<Added> => {
    const { worksheets } = context.workbook;
    const handlers = [
      worksheets.onChanged.add(async ({ worksheetId, address, triggerSource }) => {
        if (triggerSource === Excel.EventTriggerSource.thisLocalAddin) return;
        await tell(worksheetId, { address, kind: "cells" });
      }),
      worksheets.onAdded.add(({ worksheetId }) => tellOfSheet(worksheetId, "added")),
      worksheets.onDeleted.add(({ worksheetId }) => tellOfSheet(worksheetId, "deleted")),
    ];
    await context.sync();
    return { context, handlers };
  });
  await readNames(names);
  return () => stop(added);
}

/** Names of sheets by their ids; those that are gone stay. */
function readNames(names: Map<string, string>): Promise<void> {
  return inExcel(async (context) => {
    const worksheets = context.workbook.worksheets.load("items/id,items/name");
    await context.sync();
    for (const { id, name } of worksheets.items) names.set(id, name);
  });
}

/** Handlers can be taken away only in the context in which they were added. */
function stop({ context, handlers }: Added): Promise<void> {
  return Excel.run(context, async () => {
    for (const handler of handlers) handler.remove();
    await context.sync();
  });
}
