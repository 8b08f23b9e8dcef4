import type { RememberedCorrection } from "../budget/line";
import type { Finding } from "../finding";
import { RefusedError } from "../finding";
import { jsonData, namedFile } from "../field-problems";
import type { Language } from "../language";
import type { CalendarDate } from "../law/calendar";
import { requestFigures } from "../analysis/request-figures";
import { explain } from "../model/explain";
import { figuresOf, rowByYear } from "../model/figures";
import { readModel } from "../model/model";
import { MODEL_FILE } from "../model/parse";
import type { TypedInput } from "../model/typed-inputs";
import { adaptPreset, DEFAULT_PRESETS, presetModel } from "../model/presets";
import { UNIT_WORDS } from "../sheets/unit-words";
import { ROW_IDS } from "../model/terms";
import { budgetSheets, planModel, type PlannedModel } from "../sheets/plan-model";
import {
  type BudgetFile,
  openBudget,
  openWorkbook,
  readCorrections,
  readText,
} from "./budget-file";
import { EXIT } from "./exit";
import { type Console, euros, findingJson, findingLine } from "./messages";
import { refuseOutput } from "./output-file";
import { sheetJson } from "./read-command";
import { readEarlierRun } from "../run/earlier-run";
import { isTextFile } from "../run/open-file";
import { settingsFindings } from "../run/workbook-settings";
import { usesLines } from "../run/write-again";
import { writeWhole } from "./write-file";

export interface WriteRequest {
  readonly file: string;
  readonly out: string;
  readonly presets: readonly string[];
  /** Figures the documents do not disclose, for presets that need them. */
  readonly given: Readonly<Record<string, number>>;
  readonly model?: string;
  readonly sheets?: readonly string[];
  readonly year?: number;
  /** File with the user's corrections to the budget sheets. */
  readonly corrections?: string;
  readonly json: boolean;
  readonly language: Language;
  readonly today: CalendarDate;
  readonly version: string;
}

/** `koop write`: computes a model on a budget and writes the sheets into a copy of the workbook. */
export async function writeCommand(request: WriteRequest, console: Console): Promise<number> {
  const { language, today, version } = request;
  await refuseOutput(request.file, request.out);
  const words = PROGRESS[language];
  console.message(words.read);
  const earlier = await earlierRun(request);
  const own =
    request.model !== undefined
      ? await ownModel(request.model)
      : request.presets.length === 0
        ? earlier.model
        : undefined;
  const corrections = await readCorrections(request.corrections);
  const needsBudget = own === undefined || corrections !== undefined || usesLines(own);
  const budget = needsBudget
    ? await openBudget(
        request.file,
        {
          ...(request.sheets === undefined ? {} : { sheets: request.sheets }),
          ...(request.year === undefined ? {} : { budgetYear: request.year }),
          ...(corrections === undefined ? {} : { corrections }),
        },
        console,
      )
    : {
        workbook: await openWorkbook(request.file),
        grids: [],
        readings: [],
        corrections: earlier.corrections,
      };
  const unread = unanswered(budget, needsBudget);
  if (unread !== undefined) return ask(budget, request, console);
  const adapted =
    own === undefined
      ? adaptPreset(
          presetModel(request.presets.length === 0 ? DEFAULT_PRESETS : request.presets, {
            language,
            given: request.given,
          }),
          budgetSheets(budget.readings),
          { language },
        )
      : { document: own, findings: [] };
  console.message(words.compute);
  const planned = planModel(readModel(adapted.document), budget, adapted.findings, {
    language,
    today,
    version,
    typed: earlier.typed,
    ...(earlier.language === undefined ? {} : { typedLanguage: earlier.language }),
    corrections: budget.corrections,
  });
  console.message(words.write);
  await budget.workbook.apply(planned.plan);
  await writeWhole(request.out, budget.workbook.save());
  const findings = [
    ...settingsFindings(await budget.workbook.settings()),
    ...budget.readings
      .filter(({ status }) => status === "budget" || status === "question")
      .flatMap((reading) => reading.findings),
    ...planned.findings,
  ];
  report(planned, findings, request, console);
  const red = planned.checks.checks.some(({ row }) => planned.evaluation.constant(row) !== 1);
  return red || findings.some(({ severity }) => severity === "error") ? EXIT.needsUser : EXIT.done;
}

const PROGRESS = {
  de: {
    read: "Haushalt wird eingelesen …",
    compute: "Szenarien werden berechnet …",
    write: "Arbeitsmappe wird geschrieben …",
  },
  en: {
    read: "Reading the budget …",
    compute: "Computing the scenarios …",
    write: "Writing the workbook …",
  },
} as const;

/** What an earlier run left in the workbook: its model, and what users typed since. */
interface EarlierRun {
  readonly model?: unknown;
  readonly typed: readonly TypedInput[];
  /** In which its sheets were written. */
  readonly language?: Language;
  /** Corrections to the budget sheets that are stored in it. */
  readonly corrections: readonly RememberedCorrection[];
}

/** Sheets of an earlier run are written again: typed inputs are kept, the model too unless another is given. */
async function earlierRun({ file, model, presets }: WriteRequest): Promise<EarlierRun> {
  const none: EarlierRun = { typed: [], corrections: [] };
  if (isTextFile(file)) return none;
  const { sheets, stored, typed } = await readEarlierRun(await openWorkbook(file));
  const { corrections = [] } = stored ?? {};
  if (sheets.length === 0) return { ...none, corrections };
  if (stored?.model !== undefined) {
    return { model: stored.model, typed, language: stored.language, corrections };
  }
  if (model !== undefined || presets.length > 0) return { ...none, typed };
  throw new RefusedError({
    de: "Die Arbeitsmappe enthält schon Blätter des Kooperationsrechners, aber das Modell dazu fehlt; ein anderes Programm hat es beim Speichern entfernt. Bitte --preset oder --model angeben; Ihre Eingaben auf KR Annahmen bleiben erhalten.",
    en: "The workbook already holds sheets of the Kooperationsrechner, but their model is missing; another program removed it when saving. Please give --preset or --model; your inputs on KR Annahmen are kept.",
  });
}

async function ownModel(file: string): Promise<unknown> {
  return jsonData(await readText(file), namedFile(MODEL_FILE, file));
}

/** A model of budget lines needs a sheet that was understood, and an answer to every question. */
function unanswered(budget: BudgetFile, needsBudget: boolean): true | undefined {
  if (!needsBudget) return undefined;
  const understood = budget.readings.some(({ status }) => status === "budget");
  return understood ? undefined : true;
}

/** Nothing is written while no sheet is understood: the questions are put instead. */
function ask(budget: BudgetFile, request: WriteRequest, console: Console): number {
  const { language, json, file } = request;
  const isQuestion = budget.readings.some(({ status }) => status === "question");
  if (json) {
    console.out(
      JSON.stringify(
        { out: null, file, sheets: budget.readings.map((reading) => sheetJson(reading, language)) },
        null,
        2,
      ),
    );
  }
  console.message(
    language === "de"
      ? "Es wurde nichts geschrieben, weil kein Haushaltsblatt sicher gelesen werden konnte:"
      : "Nothing was written, because no budget sheet could be read for certain:",
  );
  for (const reading of budget.readings) {
    if (reading.status === "budget") continue;
    console.message(`  ${reading.name}: ${reading.reason[language]}`);
    for (const finding of reading.findings)
      console.message(`    ${findingLine(finding, language)}`);
  }
  return isQuestion ? EXIT.needsUser : EXIT.refused;
}

function report(
  planned: PlannedModel,
  findings: readonly Finding[],
  request: WriteRequest,
  console: Console,
): void {
  const { language, out } = request;
  if (request.json) {
    console.out(JSON.stringify(writtenJson(planned, findings, request), null, 2));
    return;
  }
  const { built, evaluation } = planned;
  console.out(language === "de" ? `Geschrieben: ${out}` : `Written: ${out}`);
  for (const own of built.scenarios) {
    const { totalResult, presentValue } = figuresOf(built, evaluation, own);
    console.out(
      language === "de"
        ? `  ${own.scenario.name}: Ergebnisplan ${String(built.model.years.first)}–${String(built.model.years.last)} ${euros(totalResult, language)}, Barwert ${euros(presentValue, language)}`
        : `  ${own.scenario.name}: result plan ${String(built.model.years.first)}–${String(built.model.years.last)} ${euros(totalResult, language)}, present value ${euros(presentValue, language)}`,
    );
  }
  for (const { row, advice } of planned.checks.checks) {
    if (evaluation.constant(row) !== 1) {
      console.message(`${row.label[language]}: ${advice[language]}`);
    }
  }
  for (const finding of findings) console.message(findingLine(finding, language));
}

/** What `write --json` prints; `interfaces.md` names the fields. */
export function writtenJson(
  planned: PlannedModel,
  findings: readonly Finding[],
  { language, out }: Pick<WriteRequest, "language" | "out">,
) {
  const { built, evaluation, checks } = planned;
  return {
    out,
    scenarios: built.scenarios.map((own) => ({
      id: own.scenario.id,
      name: own.scenario.name,
      rows: ROW_IDS.map((id) => {
        const row = own.row(id);
        return {
          id,
          label: row.label[language],
          unit: UNIT_WORDS[row.unit][language],
          values: rowByYear(built, evaluation, own, id),
          ...(row.years?.kind === "formula"
            ? { explanation: explain(row.years.expression, language) }
            : {}),
        };
      }),
      figures: figuresOf(built, evaluation, own),
    })),
    request: requestFigures(planned.request, evaluation, built.model.years),
    checks: checks.checks.map(({ id, row, advice }) => {
      const ok = evaluation.constant(row) === 1;
      return {
        id,
        ok,
        message: ok ? row.label[language] : `${row.label[language]}: ${advice[language]}`,
      };
    }),
    findings: findings.map((finding) => findingJson(finding, language)),
  };
}
