import type { RememberedCorrection } from "../budget/line";
import type { Finding } from "../finding";
import { RefusedError } from "../finding";
import type { Language } from "../language";
import { type CalendarDate, calendarDate, isCalendarDate } from "../law/calendar";
import type { ModelDocument } from "../model/document";
import { readModel } from "../model/model";
import { planModel, type PlannedModel, type ReadBudget } from "../sheets/plan-model";
import type { StoredContent } from "../sheets/stored-part";
import type { WorkbookPlan } from "../workbook/plan";
import type { ApplyReport, JobOptions, WorkbookPort } from "../workbook/port";
import { readBudgetSheets } from "./budget-sheets";
import { type EarlierRun, readEarlierRun } from "./earlier-run";
import { adoptTyping, takeUp, type TakenUp } from "./take-up";
import { settingsFindings } from "./workbook-settings";

export interface AgainOptions extends JobOptions {
  readonly today: CalendarDate;
  /** Version of the product. */
  readonly version: string;
  /** Name of the file, which may tell the budget year. */
  readonly fileName?: string;
}

/** What writing again gave. */
export interface WrittenAgain {
  readonly planned: PlannedModel;
  readonly report: ApplyReport;
  readonly language: Language;
  /** Everything the user should know, settings of the workbook first. */
  readonly findings: readonly Finding[];
}

/**
 * Writes the sheets of an earlier run again, from what the workbook itself says: the stored model or the
 * draft that is newer, what was typed into the sheets, the budget as it stands now.
 * @throws RefusedError when nothing was written yet, the model is missing or the budget is not understood
 */
export async function writeAgain(
  workbook: WorkbookPort,
  options: AgainOptions,
): Promise<WrittenAgain> {
  const { signal } = options;
  const earlier = await readEarlierRun(workbook);
  const stored = storedRun(earlier);
  const left = leftModel(earlier);
  const budget = usesLines(left.document)
    ? await readBudgetSheets(workbook, { remembered: stored.corrections ?? [] }, options)
    : { grids: [], readings: [] };
  refuseUnread(budget, left.document);
  const facts = { ...options, language: stored.language, typed: earlier.typed };
  const adopted = adoptTyping(left.document, budget, earlier.typed, left.seen, facts);
  const planned = planModel(readModel(adopted.document), budget, [], {
    ...facts,
    typed: adopted.typed,
    ...correctionsOf(stored.corrections),
  });
  const previous = previousPlan(stored, budget, facts);
  signal?.throwIfAborted();
  const report = await workbook.apply(planned.plan, {
    ...(signal === undefined ? {} : { signal }),
    ...(previous === undefined ? {} : { previous }),
  });
  const findings = [
    ...settingsFindings(await workbook.settings()),
    ...budget.readings
      .filter(({ status }) => status === "question")
      .flatMap((reading) => reading.findings),
    ...planned.findings,
  ];
  return { planned, report, language: stored.language, findings };
}

function storedRun({ sheets, stored }: EarlierRun): StoredContent {
  if (sheets.length === 0) {
    throw new RefusedError({
      de: "In dieser Arbeitsmappe ist noch nichts geschrieben. Bitte mit „Kooperation berechnen“ den Aufgabenbereich öffnen, Szenarien anlegen und dort schreiben.",
      en: "Nothing has been written into this workbook yet. Please open the pane with “Cost a cooperation”, add scenarios and write there.",
    });
  }
  if (stored === undefined) throw modelMissing();
  return stored;
}

/** The draft, else the model as written, with what it knows of typed inputs. */
function leftModel(earlier: EarlierRun): TakenUp & { readonly document: ModelDocument } {
  const { document, seen, refused } = takeUp(earlier);
  if (refused !== undefined) throw new RefusedError(refused);
  if (document === undefined) throw modelMissing();
  return { document, seen };
}

function modelMissing(): RefusedError {
  return new RefusedError({
    de: "Die Arbeitsmappe enthält Blätter des Kooperationsrechners, aber das Modell dazu fehlt; ein anderes Programm hat es beim Speichern entfernt. Bitte im Aufgabenbereich die Szenarien neu anlegen und dort schreiben; Ihre Eingaben auf KR Annahmen bleiben erhalten.",
    en: "The workbook holds sheets of Kooperationsrechner, but their model is missing; another program removed it when saving. Please add the scenarios in the pane again and write there; your inputs on KR Annahmen are kept.",
  });
}

/** A model without budget lines needs no budget sheet. */
export function usesLines(document: unknown): boolean {
  const model = readModel(document);
  return model.lines.length > 0 || model.scenarios.some(({ lines = [] }) => lines.length > 0);
}

function refuseUnread({ readings }: ReadBudget, document: unknown): void {
  if (!usesLines(document) || readings.some(({ status }) => status === "budget")) return;
  const [open] = readings.flatMap((sheet) => (sheet.status === "question" ? [sheet] : []));
  const reason = (language: Language): string =>
    open === undefined ? "" : ` ${open.name}: ${open.reason[language]}`;
  throw new RefusedError({
    de: `Es wurde nichts geschrieben, weil kein Haushaltsblatt sicher gelesen werden konnte.${reason("de")} Bitte den Aufgabenbereich öffnen und die offenen Fragen dort beantworten.`,
    en: `Nothing was written because no budget sheet could be read for certain.${reason("en")} Please open the pane and answer the open questions there.`,
  });
}

function correctionsOf(corrections: readonly RememberedCorrection[] | undefined) {
  return corrections === undefined ? {} : { corrections };
}

/** The sheets as they were laid out when they were written, so that a failure can set them back. */
function previousPlan(
  stored: StoredContent,
  budget: ReadBudget,
  facts: Parameters<typeof planModel>[3],
): WorkbookPlan | undefined {
  const { model, run, version } = stored;
  if (model === undefined || run === undefined || !isCalendarDate(run)) return undefined;
  try {
    const written = { ...facts, today: calendarDate(run), version: version ?? facts.version };
    return planModel(readModel(model), budget, [], written).plan;
  } catch (cause) {
    // A model of another version: what stands there is set back without its looks.
    if (cause instanceof RefusedError) return undefined;
    throw cause;
  }
}
