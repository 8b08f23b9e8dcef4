import { type ChangedInput, type ReturnedWorkbook, shown } from "../analysis/returned-workbook";
import { RefusedError } from "../finding";
import type { Language } from "../language";
import { checkWritten } from "../run/mail-check";
import { openPackage } from "../workbook/package";
import { readBytes } from "./budget-file";
import { EXIT } from "./exit";
import { type Console, findingJson, findingLine } from "./messages";

export interface CheckRequest {
  readonly files: readonly string[];
  readonly json: boolean;
  readonly language: Language;
}

/** `koop check`: a written workbook before it is mailed, or after it came back. */
export async function checkCommand(request: CheckRequest, console: Console): Promise<number> {
  const { language } = request;
  const results = [];
  for (const file of request.files) results.push({ file, ...(await review(file)) });
  if (request.json) {
    const documents = results.map((result) => resultJson(result, language));
    console.out(JSON.stringify(documents.length === 1 ? documents[0] : documents, null, 2));
  } else {
    for (const result of results) console.out(resultText(result, language));
  }
  const open = results.some(
    ({ checks, changed, findings }) =>
      checks.some(({ ok }) => !ok) ||
      changed.length > 0 ||
      findings.some(({ severity }) => severity !== "note"),
  );
  return open ? EXIT.needsUser : EXIT.done;
}

async function review(file: string): Promise<ReturnedWorkbook> {
  const workbook = openPackage(await readBytes(file));
  const checked = await checkWritten(workbook);
  if (checked === undefined) {
    throw new RefusedError({
      de: `„${file}“ enthält keine Blätter des Kooperationsrechners. Geprüft werden Arbeitsmappen, die mit „koop write“ geschrieben wurden.`,
      en: `“${file}” holds no sheets of the Kooperationsrechner. Workbooks written by “koop write” can be checked.`,
    });
  }
  return checked;
}

type Result = ReturnedWorkbook & { readonly file: string };

function resultJson({ file, checks, changed, findings }: Result, language: Language) {
  return {
    file,
    checks: checks.map(({ id, ok, label }) => ({ id, ok, message: label })),
    changed: changed.map(({ cell, label, written, now }) => ({
      cell,
      label,
      written: plain(written),
      now: plain(now),
    })),
    findings: findings.map((finding) => findingJson(finding, language)),
  };
}

function plain(content: ChangedInput["now"]): number | string | boolean | null {
  return content !== null && typeof content === "object" ? shown(content) : content;
}

const WORDS = {
  de: { passed: "bestanden", open: "zu prüfen", changed: "geändert", was: "war", empty: "leer" },
  en: { passed: "passed", open: "to be checked", changed: "changed", was: "was", empty: "empty" },
} as const;

function resultText({ file, checks, changed, findings }: Result, language: Language): string {
  const words = WORDS[language];
  const value = (content: ChangedInput["now"]): string => shown(content) || words.empty;
  return [
    file,
    ...checks.map(({ label, ok }) => `  ${ok ? words.passed : words.open}: ${label}`),
    ...changed.map(
      ({ cell, label, written, now }) =>
        `  ${words.changed}: ${label} (${cell}): ${value(now)}, ${words.was} ${value(written)}`,
    ),
    ...findings.map((finding) => `  ${findingLine(finding, language)}`),
  ].join("\n");
}
