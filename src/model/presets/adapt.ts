import type { BudgetSheet } from "../../budget/line";
import type { Finding } from "../../finding";
import { fill, type Language, type Text } from "../../language";
import type { LinePattern, LineRule, ModelDocument, ScenarioDocument } from "../document";
import { matches } from "../line-roles";
import { cashLines, type CountedLine, countedLines, sumIn } from "./counted-lines";
import { rulesFor } from "./exact-rules";
import { BASE, named } from "./preset";
import { shiftToBudget } from "./shift";
import { speaksOfIt } from "./words";

/** A preset that fits the budget it is used on, and what had to be changed for that. */
export interface AdaptedPreset {
  readonly document: ModelDocument;
  readonly findings: readonly Finding[];
}

export interface AdaptOptions {
  /** Language of names and notes of the preset; German unless said. */
  readonly language?: Language;
}

/**
 * Fits a preset to a budget: years that the budget does not plan are moved to its budget year, and
 * line rules that match nothing (or products that are something else in this town) are replaced by
 * rules for the lines that speak of information technology.
 * @throws RefusedError when the law has no rates for the years moved to.
 */
export function adaptPreset(
  document: ModelDocument,
  sheets: readonly BudgetSheet[],
  { language = "de" }: AdaptOptions = {},
): AdaptedPreset {
  if (sheets.length === 0) return { document, findings: [] };
  const shifted = shiftToBudget(document, sheets, language);
  const fitted = fitLines(shifted.document, sheets);
  return { document: fitted.document, findings: [...shifted.findings, ...fitted.findings] };
}

function fitLines(document: ModelDocument, sheets: readonly BudgetSheet[]): AdaptedPreset {
  const lines = countedLines(document, sheets);
  const patterns = allRules(document).map(({ where }) => where);
  const matched = lines.filter(({ line }) => patterns.some((where) => matches(where, line)));
  const products = productsOf(matched);
  const strange = products.filter((product) => !product.speaksOfIt);
  if (matched.length > 0 && strange.length < products.length) {
    return { document, findings: describeMatched(document, matched, strange) };
  }
  const adapted = takeByWords(document, sheets, lines);
  const found = strange.map((product) => strangeProduct(document, product, true));
  return { document: adapted.document, findings: [...found, ...adapted.findings] };
}

function allRules(document: ModelDocument): readonly LineRule[] {
  return [...(document.lines ?? []), ...document.scenarios.flatMap(({ lines = [] }) => lines)];
}

interface MatchedProduct {
  readonly number: string;
  readonly label: string | undefined;
  readonly lines: readonly CountedLine[];
  readonly speaksOfIt: boolean;
}

/** Product numbers mean something else in each town: the name of a product decides, else its lines. */
function productsOf(matched: readonly CountedLine[]): readonly MatchedProduct[] {
  const groups = new Map<string, CountedLine[]>();
  for (const counted of matched) {
    const number = counted.line.product ?? "";
    groups.set(number, [...(groups.get(number) ?? []), counted]);
  }
  return [...groups].map(([number, lines]) => {
    const label = lines.find(({ line }) => line.productLabel !== undefined)?.line.productLabel;
    const spoken = label === undefined ? lines.map(({ line }) => line.label) : [label];
    return { number, label, lines, speaksOfIt: spoken.some(speaksOfIt) };
  });
}

function describeMatched(
  document: ModelDocument,
  matched: readonly CountedLine[],
  strange: readonly MatchedProduct[],
): readonly Finding[] {
  const { first } = document.years;
  const numbers = productsOf(matched).map(({ number }) => number);
  return [
    {
      severity: "note",
      code: "preset-lines-matched",
      message: fill(
        {
          de: "Die Vorlage ordnet {0} {1} zu; Aufwand abzüglich Ertrag {2}: {3}.",
          en: "The preset assigns {0} {1}; expense less revenue in {2}: {3}.",
        },
        linesInWords(matched.length),
        fill(
          numbers.length === 1
            ? { de: "des Produkts {0}", en: "of the product {0}" }
            : { de: "der Produkte {0}", en: "of the products {0}" },
          numbers.join(", "),
        ),
        first,
        euros(sumIn(matched, first)),
      ),
    },
    ...strange.map((product) => strangeProduct(document, product, false)),
  ];
}

function strangeProduct(
  document: ModelDocument,
  { number, label, lines }: MatchedProduct,
  replaced: boolean,
): Finding {
  const { first } = document.years;
  const name = label ?? lines[0]?.line.label ?? "";
  return {
    severity: "warning",
    code: "preset-product-differs",
    message: fill(
      replaced
        ? {
            de: "Produkt {0} der Vorlage ist in diesem Haushalt „{1}“ und keine Informationstechnik; nicht zugeordnet: {2} ({3} im Jahr {4}).",
            en: "Product {0} of the preset is “{1}” in this budget and no information technology; not assigned: {2} ({3} in {4}).",
          }
        : {
            de: "Produkt {0} ist in diesem Haushalt „{1}“. Zugeordnet: {2} ({3} im Jahr {4}). Ob sie zur Informationstechnik gehören, bitte prüfen und die Zuordnung ändern, wenn nicht.",
            en: "Product {0} is “{1}” in this budget. Assigned: {2} ({3} in {4}). Please check whether they belong to information technology, and change the assignment if not.",
          },
      number,
      name,
      linesInWords(lines.length),
      euros(sumIn(lines, first)),
      first,
    ),
  };
}

function linesInWords(count: number): Text {
  return count === 1
    ? { de: "1 Haushaltszeile", en: "1 budget line" }
    : fill({ de: "{0} Haushaltszeilen", en: "{0} budget lines" }, count);
}

/** Replaces all line rules by rules for the lines whose names speak of information technology. */
function takeByWords(
  document: ModelDocument,
  sheets: readonly BudgetSheet[],
  lines: readonly CountedLine[],
): AdaptedPreset {
  const { first } = document.years;
  const spoken = lines.filter(({ line }) =>
    [line.productLabel, line.label].some((label) => label !== undefined && speaksOfIt(label)),
  );
  const cash = new Set(cashLines(sheets, spoken));
  const selected = spoken.filter((counted) => !cash.has(counted));
  const { patterns, taken, leftOut } = rulesFor(selected, lines);
  const findings: Finding[] = [
    taken.length > 0
      ? byWords(document, taken, patterns)
      : {
          severity: "warning",
          code: "preset-no-lines",
          message: {
            de: "Weder die Produkte der Vorlage noch Bezeichnungen wie Datenverarbeitung, Informationstechnik, EDV oder KRZN kommen im Haushalt als zuordenbare Zeilen vor. Das Modell rechnet ohne Haushaltszeilen; bitte die Zeilen selbst zuordnen.",
            en: "Neither the products of the preset nor names such as Datenverarbeitung, Informationstechnik, EDV or KRZN stand in the budget as lines that can be assigned. The model computes without budget lines; please assign the lines yourself.",
          },
        },
    ...leftOutFinding(
      first,
      "preset-lines-left-out",
      leftOut,
      leftOut.length === 1
        ? {
            de: "{0} Zeile der Informationstechnik ({1} im Jahr {2}, „{3}“) hat keine eigene Produkt- und Kontonummer und ist nicht zugeordnet; eine Regel würde fremde Zeilen mitnehmen.",
            en: "{0} line of information technology ({1} in {2}, “{3}”) has no product and account number of its own and is not assigned; a rule would take in other lines.",
          }
        : {
            de: "{0} Zeilen der Informationstechnik ({1} im Jahr {2}, zuerst „{3}“) haben keine eigene Produkt- und Kontonummer und sind nicht zugeordnet; eine Regel würde fremde Zeilen mitnehmen.",
            en: "{0} lines of information technology ({1} in {2}, first “{3}”) have no product and account number of their own and are not assigned; a rule would take in other lines.",
          },
    ),
    ...leftOutFinding(
      first,
      "preset-lines-cash",
      [...cash],
      cash.size === 1
        ? {
            de: "{0} Zeile mit Ein- oder Auszahlungskonto ({1} im Jahr {2}, „{3}“) ist nicht zugeordnet, weil der Haushalt auch die Aufwandskonten zeigt; sonst zählte sie doppelt.",
            en: "{0} line with a cash account ({1} in {2}, “{3}”) is not assigned, because the budget shows the expense accounts too; it would count twice.",
          }
        : {
            de: "{0} Zeilen mit Ein- und Auszahlungskonten ({1} im Jahr {2}, zuerst „{3}“) sind nicht zugeordnet, weil der Haushalt auch die Aufwandskonten zeigt; sonst zählten sie doppelt.",
            en: "{0} lines with cash accounts ({1} in {2}, first “{3}”) are not assigned, because the budget shows the expense accounts too; they would count twice.",
          },
    ),
  ];
  return {
    document: {
      ...document,
      lines: patterns.map((where): LineRule => ({ where, role: "stays" })),
      scenarios: document.scenarios.map(withoutNumbers),
    },
    findings,
  };
}

/**
 * A scenario without the product and account numbers of the preset, which mean nothing in this budget,
 * and without the note on the lines that its own rules would have ended.
 */
function withoutNumbers({ lines: _lines, note, ...scenario }: ScenarioDocument): ScenarioDocument {
  const { de, en } = named(BASE.notes, "migrated");
  const lines = note?.split("\n").filter((line) => line !== de && line !== en);
  return {
    ...scenario,
    ...(lines === undefined ? {} : { note: lines.join("\n") }),
    blocks: scenario.blocks.map(({ product: _product, account: _account, ...block }) => block),
  };
}

function byWords(
  document: ModelDocument,
  taken: readonly CountedLine[],
  patterns: readonly LinePattern[],
): Finding {
  const { first } = document.years;
  const labels = [...new Set(taken.map(spokenLabel))];
  const examples = labels.slice(0, NAMED_EXAMPLES);
  const listed = (open: string, close: string): string =>
    `${examples.map((label) => `${open}${label}${close}`).join(", ")}${labels.length > examples.length ? " …" : ""}`;
  return {
    severity: "warning",
    code: "preset-lines-by-words",
    message: fill(
      {
        de: "Die Produkte der Vorlage kommen in diesem Haushalt nicht als Informationstechnik vor. Zugeordnet sind stattdessen Zeilen, deren Bezeichnung danach klingt ({2}). Zeilen: {0}, Bezeichnungen: {1}, Regeln: {3}, Rolle: „bleibt“; Aufwand abzüglich Ertrag {4}: {5}. Die Bausteine tragen deshalb keine Produkt- und Kontonummern. Bitte die Zuordnung prüfen.",
        en: "The products of the preset do not stand in this budget as information technology. Assigned instead are lines whose name speaks of it ({2}). Lines: {0}, names: {1}, rules: {3}, role: “stays”; expense less revenue in {4}: {5}. The blocks therefore carry no product and account numbers. Please check the assignment.",
      },
      taken.length,
      labels.length,
      { de: listed("„", "“"), en: listed("“", "”") },
      patterns.length,
      first,
      euros(sumIn(taken, first)),
    ),
  };
}

/** So many names are given as examples. */
const NAMED_EXAMPLES = 3;

/** The name by which a line was taken: its own, else that of its product. */
function spokenLabel({ line }: CountedLine): string {
  return speaksOfIt(line.label) ? line.label : (line.productLabel ?? line.label);
}

function leftOutFinding(
  year: number,
  code: string,
  lines: readonly CountedLine[],
  words: Text,
): readonly Finding[] {
  const [first] = lines;
  if (first === undefined) return [];
  return [
    {
      severity: "warning",
      code,
      cell: first.cell,
      message: fill(words, lines.length, euros(sumIn(lines, year)), year, first.line.label),
    },
  ];
}

/** Whole euros with the thousands sign of the language. */
function euros(amount: number): Text {
  const digits = String(Math.round(Math.abs(amount)));
  const sign = Math.round(amount) < 0 ? "−" : "";
  const grouped = (mark: string): string => digits.replace(/\B(?=(?:\d{3})+$)/g, mark);
  return { de: `${sign}${grouped(".")} €`, en: `${sign}${grouped(",")} €` };
}
