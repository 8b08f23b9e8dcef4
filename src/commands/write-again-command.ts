import { RefusedError } from "../finding";
import { fill } from "../language";
import type { Text } from "../language";
import { writeAgain } from "../run/write-again";
import type { AgainOptions, WrittenAgain } from "../run/write-again";
import type { ExcelWorkbook } from "../workbook/excel";

/** What a command of the ribbon has to say: a heading and sentences. */
export interface CommandWords {
  readonly success: boolean;
  readonly heading: Text;
  readonly sentences: readonly Text[];
}

/** Findings that are told in a window; the pane shows them all. */
const MOST_TOLD = 5;

/** The button “Write again”: does the job and says in words what came of it, whatever that is. */
export async function writeAgainCommand(
  workbook: ExcelWorkbook,
  options: AgainOptions,
): Promise<CommandWords> {
  try {
    const unfinished = await workbook.takeBackUnfinished();
    const written = await writeAgain(workbook, options);
    const check = await workbook.readBack(written.planned.plan);
    const before = unfinished === undefined ? [] : [UNFINISHED];
    return {
      success: check.agrees,
      heading: check.agrees ? WRITTEN : DIFFERS,
      sentences: [...before, ...check.words, ...wordsOf(written)],
    };
  } catch (cause) {
    return { success: false, heading: NOT_WRITTEN, sentences: [reasonOf(cause)] };
  }
}

const WRITTEN: Text = {
  de: "Die Blätter sind neu geschrieben.",
  en: "The sheets are written again.",
};

const DIFFERS: Text = {
  de: "Die Blätter sind geschrieben, zeigen aber nicht überall, was gerechnet wurde.",
  en: "The sheets are written but do not show everywhere what was computed.",
};

const NOT_WRITTEN: Text = {
  de: "Es wurde nicht neu geschrieben.",
  en: "Nothing was written again.",
};

const UNFINISHED: Text = {
  de: "Zuvor wurde ein abgebrochener Lauf zurückgenommen.",
  en: "Before that, a run that had been broken off was taken back.",
};

/** Checks that fail, looks that were refused, and what else the user should know. */
function wordsOf({ planned, report, findings }: WrittenAgain): readonly Text[] {
  const red = planned.checks.checks
    .filter(({ row }) => planned.evaluation.constant(row) !== 1)
    .map(({ row, advice }) => ({
      de: `${row.label.de}: ${advice.de}`,
      en: `${row.label.en}: ${advice.en}`,
    }));
  const told = findings
    .filter(({ severity }) => severity !== "note")
    .map(({ cell, message }) =>
      cell === undefined ? message : { de: `${cell}: ${message.de}`, en: `${cell}: ${message.en}` },
    );
  const all = [...red, ...report.refused, ...told];
  if (all.length <= MOST_TOLD) return all;
  const more = {
    de: "Weitere Hinweise ({0}) zeigt der Aufgabenbereich.",
    en: "The pane shows more remarks ({0}).",
  };
  return [...all.slice(0, MOST_TOLD), fill(more, all.length - MOST_TOLD)];
}

function reasonOf(cause: unknown): Text {
  if (cause instanceof RefusedError) return cause.text;
  return fill(
    {
      de: "Dabei ist ein Fehler im Programm aufgetreten ({0}). Bitte die Arbeitsmappe speichern, Excel neu starten und es noch einmal versuchen; hilft das nicht, diesen Wortlaut weitergeben.",
      en: "An error in the program occurred ({0}). Please save the workbook, restart Excel and try again; if that does not help, pass on these words.",
    },
    cause instanceof Error ? cause.message : String(cause),
  );
}
