import type { Text } from "../language";
import type { Assignment } from "./assignment";
import type { Assumptions } from "./assumptions";
import type { BlockAmount } from "./blocks/block";
import type { Scenario } from "./model";
import type { Row } from "./row";
import type { IdentifiedBlock } from "./identified-blocks";
import { CalculationSheet } from "./sheet";
import { ROW_IDS, ROW_TERMS, type RowId } from "./terms";
import type { VatBases } from "./vat";

/** A scenario's sheet: the rows everybody relies on, and the workings below them. */
export interface ScenarioSheet {
  readonly scenario: Scenario;
  readonly sheet: CalculationSheet;
  readonly row: (id: RowId) => Row;
  /** Month index of the last month of the cooperation, column E. */
  lastMonth: Row | undefined;
  /** What the blocks cost in the result view, block by block; VAT apart. */
  charges: readonly Charge[];
  /** What invoiced VAT is computed from; undefined without VAT. */
  vatBases: VatBases | undefined;
}

/** An amount of a block as expense of the year. */
export interface Charge {
  readonly block: IdentifiedBlock;
  readonly row: Row;
  /** The amount that VAT is computed from: for an exit the outlay, not its depreciation. */
  readonly amount: BlockAmount;
}

export function scenarioKey(id: string): string {
  return `scenario:${id}`;
}

const TOTALS: ReadonlySet<RowId> = new Set(["result-cost", "cash-cost"]);
const SIGNED: ReadonlySet<RowId> = new Set(["difference", "cumulative-difference", "cover"]);

/** What the sections of the row-id rows are called, by the row they begin with. */
const SECTIONS: ReadonlyMap<RowId, Text> = new Map([
  ["baseline", { de: "Eigenaufwand und Kostenbausteine", en: "In-house expense and cost blocks" }],
  ["net-taxable", { de: "Umsatzsteuer", en: "VAT" }],
  ["provision-allocation", { de: "Rückstellung", en: "Provision" }],
  ["result-cost", { de: "Ergebnis", en: "Results" }],
]);

/** The sheet with its named rows in their order, still without formulas. */
export function openScenarioSheet(scenario: Scenario): ScenarioSheet {
  const sheet = new CalculationSheet(scenarioKey(scenario.id));
  const rows = new Map<RowId, Row>();
  for (const id of ROW_IDS) {
    const section = SECTIONS.get(id);
    if (section !== undefined) sheet.heading(section);
    const emphasis = TOTALS.has(id) ? "total" : SIGNED.has(id) ? "signed" : undefined;
    rows.set(
      id,
      sheet.row({
        id,
        label: ROW_TERMS[id],
        unit: "EUR",
        ...(emphasis === undefined ? {} : { emphasis }),
      }),
    );
  }
  sheet.space();
  sheet.heading({ de: "Nebenrechnungen", en: "Workings" });
  return {
    scenario,
    sheet,
    lastMonth: undefined,
    charges: [],
    vatBases: undefined,
    row: (id) => {
      const row = rows.get(id);
      if (row === undefined) throw new Error(`no row ${id}`);
      return row;
    },
  };
}

export interface ScenarioParts {
  readonly own: ScenarioSheet;
  readonly all: readonly ScenarioSheet[];
  readonly reference: string;
  readonly assumptions: Assumptions;
  readonly assignment: Assignment | undefined;
  /** The tax-risk sheet; filled only by scenarios with VAT that is not invoiced. */
  readonly taxRisk: CalculationSheet;
}
