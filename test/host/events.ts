import { addressOf } from "./ranges";
import type { Area, HostSheet, HostWorkbook } from "./state";

/** Events of the object model that the stand-in raises, by the numbers of their types (office.js, `eventType`). */
export const EVENT = { changed: 10, added: 13, deleted: 15 } as const;

export interface HostEvent {
  readonly type: number;
  readonly message: Readonly<Record<string, unknown>>;
}

interface Told {
  readonly registered: Set<number>;
  waiting: HostEvent[];
}

const TOLD = new WeakMap<HostWorkbook, Told>();

function toldOf(workbook: HostWorkbook): Told {
  const found = TOLD.get(workbook) ?? { registered: new Set(), waiting: [] };
  TOLD.set(workbook, found);
  return found;
}

/** Somebody listens to a type of event, or does no longer. */
export function register(workbook: HostWorkbook, type: number, wanted: boolean): void {
  const { registered } = toldOf(workbook);
  if (wanted) registered.add(type);
  else registered.delete(type);
}

/** Cells were written: by this add-in or by somebody else (Excel.WorksheetChangedEventArgs). */
export function tellChanged(
  workbook: HostWorkbook,
  sheet: HostSheet,
  area: Area,
  triggerSource: "ThisLocalAddin" | "Unknown",
): void {
  tell(workbook, EVENT.changed, {
    address: addressOf(area),
    changeType: "RangeEdited",
    source: "Local",
    triggerSource,
    worksheetId: sheet.id,
  });
}

/** A sheet came or went; of this Excel does not say who did it (Excel.WorksheetAddedEventArgs). */
export function tellSheet(
  workbook: HostWorkbook,
  type: typeof EVENT.added | typeof EVENT.deleted,
  sheet: HostSheet,
): void {
  tell(workbook, type, { source: "Local", worksheetId: sheet.id });
}

function tell(workbook: HostWorkbook, type: number, message: HostEvent["message"]): void {
  const { registered, waiting } = toldOf(workbook);
  // Nothing is raised that nobody has registered for.
  if (registered.has(type)) waiting.push({ type, message });
}

/** The events that have not been handed on yet. */
export function takeEvents(workbook: HostWorkbook): readonly HostEvent[] {
  const told = toldOf(workbook);
  const { waiting } = told;
  told.waiting = [];
  return waiting;
}
