import { fill, type Text } from "../language";
import { ASSIGNMENT } from "../model/assignment";
import { ASSUMPTIONS } from "../model/assumptions";
import { TAX_RISK } from "../model/back-tax";
import type { PlanSheet } from "../workbook/plan";
import { CHECKS } from "../analysis/checks";
import { COMPARISON } from "../analysis/comparison";
import { OVERVIEW } from "../analysis/overview";
import { REQUEST } from "../analysis/budget-request";

/** Title, back link, master check and column headers stand above the entries of every sheet. */
export const HEADER_ROWS = 4;
/** The row of the years, counted from 0. */
export const AXIS_ROW = 3;
export const MASTER_ROW = 2;
export const LINK_ROW = 1;

/** What a sheet is called and how wide its columns are. */
export interface SheetFrame {
  readonly name: string;
  readonly title: Text;
  readonly role: PlanSheet["role"];
  readonly hasAxis: boolean;
  /** Widths of columns A on, in characters; years follow where the sheet has them. */
  readonly widths: readonly number[];
  /** What stands in column C, where it is not the scenario. */
  readonly columnC?: Text;
  readonly orientation: "landscape" | "portrait";
  /** Whether the sheet is printed on one page. */
  readonly onePage: boolean;
}

/** Width of a year column: `12.345.678 €` with some air. */
export const YEAR_WIDTH = 13;

const AXIS_WIDTHS: readonly number[] = [16, 46, 20, 7, 15, 26, 7];

const FRAMES: Readonly<Record<string, SheetFrame>> = {
  [OVERVIEW]: {
    name: "KR Übersicht",
    title: {
      de: "IT-Kooperation: Entscheidungsübersicht",
      en: "IT cooperation: overview for a decision",
    },
    role: "result",
    hasAxis: false,
    widths: [9, 46, 20, 14, 14, 15, 16, 12, 15, 14, 12],
    orientation: "portrait",
    onePage: true,
  },
  [ASSUMPTIONS]: {
    name: "KR Annahmen",
    title: {
      de: "Annahmen: alle Eingaben mit Quelle",
      en: "Assumptions: all inputs with their source",
    },
    role: "input",
    hasAxis: true,
    widths: [16, 50, 22, 7, 15, 36, 7],
    orientation: "landscape",
    onePage: false,
  },
  [ASSIGNMENT]: {
    name: "KR Zuordnung",
    title: { de: "Zuordnung der Haushaltszeilen", en: "Assignment of the budget lines" },
    role: "input",
    hasAxis: true,
    widths: [16, 50, 14, 14, 15, 26, 12],
    orientation: "landscape",
    onePage: false,
  },
  [TAX_RISK]: {
    name: "KR Steuerrisiko",
    title: {
      de: "Steuerrisiko: Umsatzsteuer nach Steuerjahren mit Zinsen (§ 233a AO)",
      en: "Tax risk: VAT by tax year with interest (§ 233a AO)",
    },
    role: "calculation",
    hasAxis: true,
    widths: AXIS_WIDTHS,
    orientation: "landscape",
    onePage: false,
  },
  [REQUEST]: {
    name: "KR Anmeldung",
    title: { de: "Haushaltsanmeldung: {0}", en: "Budget request: {0}" },
    role: "result",
    hasAxis: true,
    widths: [11, 44, 28, 7, 15, 32, 7],
    orientation: "landscape",
    onePage: false,
  },
  [COMPARISON]: {
    name: "KR Vergleich",
    title: { de: "Vergleich der Szenarien", en: "Comparison of the scenarios" },
    role: "result",
    hasAxis: true,
    widths: [16, 46, 27, 7, 15, 19, 7],
    columnC: { de: "Steuerfall", en: "Tax case" },
    orientation: "landscape",
    onePage: false,
  },
  [CHECKS]: {
    name: "KR Prüfung",
    title: {
      de: "Prüfungen und zuletzt geschriebene Eingaben",
      en: "Checks and inputs as last written",
    },
    role: "control",
    hasAxis: true,
    widths: [16, 60, 20, 7, 15, 14, 10],
    orientation: "landscape",
    onePage: false,
  },
};

/** The frame of a sheet that is no scenario. */
export function frameOf(key: string): SheetFrame {
  const frame = FRAMES[key];
  if (frame === undefined) throw new Error(`no frame for ${key}`);
  return frame;
}

/** Keys of the sheets with fixed names, by name. */
export function frameKeys(): ReadonlyMap<string, string> {
  return new Map(Object.entries(FRAMES).map(([key, { name }]) => [name, key] as const));
}

/** The frame of the budget request; its title names the scenario. */
export function requestFrame(scenario: string): SheetFrame {
  const frame = frameOf(REQUEST);
  return { ...frame, title: fill(frame.title, scenario) };
}

/** The frame of a scenario sheet; its name is the scenario's as far as Excel allows. */
export function scenarioFrame(name: string, sheetName: string): SheetFrame {
  return {
    name: sheetName,
    title: { de: `Szenario: ${name}`, en: `Scenario: ${name}` },
    role: "calculation",
    hasAxis: true,
    widths: AXIS_WIDTHS,
    orientation: "landscape",
    onePage: false,
  };
}

/** Excel allows no more characters in a sheet name. */
const MAX_NAME = 31;

/**
 * Sheet names of scenarios: `KR ` and the name without the characters Excel forbids, at most 31
 * characters, no two alike (Excel compares without case), none of the fixed names.
 */
export function scenarioSheetNames(names: readonly string[]): readonly string[] {
  const taken = new Set(Object.values(FRAMES).map(({ name }) => name.toLowerCase()));
  return names.map((name) => {
    const plain = `KR ${name
      .replaceAll(/[[\]:*?/\\]/g, " ")
      .replaceAll(/\s+/g, " ")
      .trim()}`;
    for (let n = 1; ; n += 1) {
      const suffix = n === 1 ? "" : ` ${String(n)}`;
      const candidate = `${cutName(plain, MAX_NAME - suffix.length)}${suffix}`;
      if (taken.has(candidate.toLowerCase())) continue;
      taken.add(candidate.toLowerCase());
      return candidate;
    }
  });
}

/** Excel counts UTF-16 units; no name ends in an apostrophe or in half a character. */
function cutName(name: string, length: number): string {
  const cut = name.slice(0, length);
  const whole = /[\uD800-\uDBFF]$/.test(cut) ? cut.slice(0, -1) : cut;
  return whole.replace(/['\s]+$/, "");
}
