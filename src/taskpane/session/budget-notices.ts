import type { ReadingAnswers } from "../../budget/line";
import { fill, joined, type Text } from "../../language";
import type { AdaptedPreset } from "../../model/presets";
import type { ReadBudget } from "../../sheets/plan-model";
import type { Outcome } from "./jobs";

const WORDS = {
  nothing: {
    de: "Neu eingelesen: In dieser Arbeitsmappe ist kein Haushalt zu erkennen.",
    en: "Read again: no budget can be recognised in this workbook.",
  },
  lines: {
    de: "Neu eingelesen. Haushaltszeilen: {0}, Blätter: {1}.",
    en: "Read again. Budget lines: {0}, sheets: {1}.",
  },
  passed: {
    de: "„{0}“ zählt nicht als Haushalt; zurücknehmen lässt sich das unten bei den weiteren Blättern.",
    en: "“{0}” does not count as a budget; that can be taken back below, among the other sheets.",
  },
  begun: { de: "Neues Modell begonnen. Szenarien: {0}.", en: "New model begun. Scenarios: {0}." },
  adapted: {
    de: "Die Vorlagen sind an diesen Haushalt angepasst; was dabei zu beachten ist, steht unter „Ergebnis“ bei den Hinweisen.",
    en: "The presets are fitted to this budget; what to note about that stands under “Results”, among the findings.",
  },
  questions: { de: "Offene Rückfragen: {0}.", en: "Open questions: {0}." },
} as const satisfies Readonly<Record<string, Text>>;

/**
 * What is said after the budget was read again: how much of it there is, which sheets the user passed over
 * (nothing else tells where they are gone), and what is still open.
 */
export function budgetRead(
  { readings }: ReadBudget,
  { corrections = [] }: ReadingAnswers,
): Outcome {
  const sheets = readings.flatMap((reading) => (reading.status === "budget" ? [reading] : []));
  const open = readings.filter(({ status }) => status === "question").length;
  const passed = corrections.flatMap(({ sheet, notABudget }) =>
    notABudget === true ? [sheet] : [],
  );
  const lines = sheets.reduce((sum, sheet) => sum + sheet.lines.length, 0);
  const found = sheets.length > 0 || open > 0;
  const parts = [
    found ? fill(WORDS.lines, grouped(lines), sheets.length) : WORDS.nothing,
    ...passed.map((name) => fill(WORDS.passed, name)),
    ...(open === 0 ? [] : [fill(WORDS.questions, open)]),
  ];
  return { intent: open === 0 && found ? "success" : "info", text: joined(...parts) };
}

/** What is said when a model was begun from presets, and whether they had to be fitted to the budget. */
export function modelBegun({ document, findings }: AdaptedPreset): Outcome {
  const begun = fill(WORDS.begun, document.scenarios.length);
  const isAdapted = findings.some(({ severity }) => severity !== "note");
  return isAdapted
    ? { intent: "info", text: joined(begun, WORDS.adapted), offer: "undo" }
    : { intent: "success", text: begun, offer: "undo" };
}

function grouped(count: number): Text {
  return { de: count.toLocaleString("de-DE"), en: count.toLocaleString("en-GB") };
}
