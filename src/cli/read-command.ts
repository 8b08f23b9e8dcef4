import { columnLetters } from "../address";
import type { ColumnProposal, ReadingAnswers, SheetReading } from "../budget/line";
import { RefusedError } from "../finding";
import type { Language, Text } from "../language";
import { openBudget, readCorrections } from "./budget-file";
import { type Console, euros, findingJson, findingLine } from "./messages";
import { EXIT } from "./exit";

export interface ReadRequest {
  readonly files: readonly string[];
  readonly sheets?: readonly string[];
  readonly year?: number;
  /** File with the user's corrections. */
  readonly corrections?: string;
  readonly json: boolean;
  readonly language: Language;
}

/** `koop read`: what a budget file holds, sheet by sheet. */
export async function readCommand(request: ReadRequest, console: Console): Promise<number> {
  const { files, sheets, year, language } = request;
  const corrections = await readCorrections(request.corrections);
  const answers = {
    ...(sheets === undefined ? {} : { sheets }),
    ...(year === undefined ? {} : { budgetYear: year }),
    ...(corrections === undefined ? {} : { corrections }),
  };
  const results: FileReading[] = [];
  for (const file of files) results.push(await readFileOrRefuse(file, answers, request, console));
  if (request.json) {
    const documents = results.map((result) => fileJson(result, language));
    console.out(JSON.stringify(documents.length === 1 ? documents[0] : documents, null, 2));
  } else {
    for (const { file, readings, refused } of results) {
      console.out(refused === undefined ? file : `${file}: ${refused[language]}`);
      for (const reading of readings) console.out(sheetText(reading, language));
    }
  }
  if (results.every(({ refused }) => refused !== undefined)) return EXIT.refused;
  const all = results.flatMap(({ readings }) => readings);
  const asks = all.some(({ status }) => status === "question");
  const nothing = results.some(
    ({ readings }) => !readings.some(({ status }) => status === "budget"),
  );
  return asks || nothing ? EXIT.needsUser : EXIT.done;
}

/** What was read of a file; `refused` says why nothing could be. */
interface FileReading {
  readonly file: string;
  readonly readings: readonly SheetReading[];
  readonly refused?: Text;
}

/** One of several files that cannot be read does not keep the others from being read. */
async function readFileOrRefuse(
  file: string,
  answers: ReadingAnswers,
  { files }: ReadRequest,
  console: Console,
): Promise<FileReading> {
  try {
    const { readings } = await openBudget(file, answers, console);
    return { file, readings };
  } catch (error) {
    if (!(error instanceof RefusedError) || files.length === 1) throw error;
    return { file, readings: [], refused: error.text };
  }
}

function fileJson({ file, readings, refused }: FileReading, language: Language) {
  return {
    file,
    ...(refused === undefined ? {} : { refused: refused[language] }),
    sheets: readings.map((reading) => sheetJson(reading, language)),
  };
}

/** A sheet as `read --json` prints it; `interfaces.md` names the fields. */
export function sheetJson(reading: SheetReading, language: Language) {
  const findings = reading.findings.map((finding) => findingJson(finding, language));
  const proposal = reading.proposal?.map((column) => proposalJson(column, language));
  if (reading.status !== "budget") {
    const { name, status, reason } = reading;
    return { name, status, reason: reason[language], findings, proposal };
  }
  return {
    name: reading.name,
    status: reading.status,
    unit: reading.unit,
    orientation: reading.orientation,
    columns: reading.columns.map(({ year, kind, column, direction }) => ({
      year,
      kind,
      column: columnLetters(column),
      ...(direction === undefined ? {} : { direction }),
    })),
    lines: reading.lines.length,
    totals: reading.totals.map(({ year, kind, revenue, expense, undirected, lines }) => ({
      year,
      kind,
      revenue: cents(revenue),
      expense: cents(expense),
      undirected: cents(undirected),
      lines,
    })),
    findings,
    proposal,
  };
}

/** What a column was taken for, as the corrections file would say it, and why. */
function proposalJson(proposed: ColumnProposal, language: Language) {
  const { column, reason, ...rest } = proposed;
  return { column: columnLetters(column), ...rest, reason: reason[language] };
}

/** Sums of many amounts carry binary dust below the cent. */
function cents(amount: number): number {
  return Math.round(amount * 100) / 100;
}

const STATUS_WORDS = {
  de: { budget: "Haushalt", question: "Rückfrage", ignored: "kein Haushalt", refused: "abgelehnt" },
  en: { budget: "budget", question: "question", ignored: "no budget", refused: "refused" },
} as const;

function sheetText(reading: SheetReading, language: Language): string {
  const head = `  ${reading.name}: ${STATUS_WORDS[language][reading.status]}`;
  const findings = reading.findings.map((finding) => `    ${findingLine(finding, language)}`);
  if (reading.status !== "budget") {
    return [`${head}. ${reading.reason[language]}`, ...findings].join("\n");
  }
  const lineWord = language === "de" ? "Zeilen" : "lines";
  const totals = reading.totals.map(
    ({ year, kind, revenue, expense, undirected }) =>
      `    ${String(year)} ${kind}: ${TOTAL_WORDS[language].revenue} ${euros(revenue, language)}, ${TOTAL_WORDS[language].expense} ${euros(expense, language)}` +
      (undirected === 0
        ? ""
        : `, ${TOTAL_WORDS[language].undirected} ${euros(undirected, language)}`),
  );
  return [`${head}, ${String(reading.lines.length)} ${lineWord}`, ...totals, ...findings].join(
    "\n",
  );
}

const TOTAL_WORDS = {
  de: { revenue: "Erträge", expense: "Aufwendungen", undirected: "ohne Richtung" },
  en: { revenue: "revenue", expense: "expense", undirected: "undirected" },
} as const;
