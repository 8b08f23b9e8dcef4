import type { BudgetLine } from "../budget/line";
import { type Text, verbatim } from "../language";
import type { BuiltModel } from "../model/build";
import { onlyBlock, type Scenario } from "../model/model";
import type { Row } from "../model/row";
import { ROW_TERMS } from "../model/terms";
import type { Charge, ScenarioSheet } from "../model/scenario-rows";

/** What the tax office may claim, as expense of the scenario: as a provision or when it is paid. */
export type TaxEffect = "provision" | "back-payment";

/** One position of the budget request: a product and an account of the budget. */
export interface RequestPosition {
  readonly product: string | undefined;
  readonly account: string | undefined;
  /** What the scenario costs under it. */
  readonly charges: readonly Charge[];
  /** Whether the invoiced VAT as a whole stands under it, because the VAT block names it. */
  readonly wholeVat: boolean;
  readonly taxEffect: TaxEffect | undefined;
  /** Plan rows of its budget lines, whatever their role is now. */
  readonly plans: readonly Row[];
  /** What the budget calls it, else the names of the blocks. */
  readonly name: Text | undefined;
}

interface OpenPosition extends Omit<RequestPosition, "name"> {
  readonly charges: Charge[];
  readonly plans: Row[];
  readonly lines: BudgetLine[];
  wholeVat: boolean;
  taxEffect: TaxEffect | undefined;
}

/** The positions of a scenario, and the plan rows of budget lines that belong to none. */
export interface RequestPositions {
  readonly positions: readonly RequestPosition[];
  readonly others: readonly Row[];
}

/**
 * Every product and account that a block of the scenario carries or that the budget holds for the
 * cooperation, in their order; amounts without either come last. None at all where nothing carries one.
 */
export function requestPositions(built: BuiltModel, own: ScenarioSheet): RequestPositions {
  const found = new Map<string, OpenPosition>();
  const position = (product: string | undefined, account: string | undefined): OpenPosition => {
    const key = JSON.stringify([product ?? null, account ?? null]);
    const known = found.get(key);
    if (known !== undefined) return known;
    const open: OpenPosition = {
      product,
      account,
      charges: [],
      wholeVat: false,
      taxEffect: undefined,
      plans: [],
      lines: [],
    };
    found.set(key, open);
    return open;
  };
  for (const charge of own.charges) {
    const { product, account } = charge.block.block;
    position(product, account).charges.push(charge);
  }
  const { scenario } = own;
  const vat = onlyBlock(scenario, "vat");
  if (vat !== undefined && (vat.product ?? vat.account) !== undefined) {
    position(vat.product, vat.account).wholeVat = true;
  }
  const effect = taxEffectOf(scenario);
  if (effect !== undefined) position(effect.product, effect.account).taxEffect = effect.kind;
  const placed = placedPlans(built);
  for (const { line } of placed.filter(({ role }) => role(scenario.id) === "budgeted")) {
    position(line.product, line.account);
  }
  const others: Row[] = [];
  for (const { line, plan } of placed) {
    const own = found.get(JSON.stringify([line.product ?? null, line.account ?? null]));
    own?.plans.push(plan);
    own?.lines.push(line);
    if (own === undefined) others.push(plan);
  }
  const positions = [...found.values()].sort(inOrder);
  const carries = positions.some(
    ({ product, account, plans }) => (product ?? account) !== undefined || plans.length > 0,
  );
  return carries ? { positions: positions.map(named), others } : { positions: [], others: [] };
}

/** The budget lines with their plan rows, in the order of the sheet. */
function placedPlans({ assignment, lines }: BuiltModel) {
  const roles = new Map(lines.map((assigned) => [assigned.line, assigned.roles] as const));
  return (assignment?.groups ?? [])
    .flatMap((group) => group.lines)
    .map(({ line }, index) => {
      const plan = assignment?.plans[index];
      if (plan === undefined) throw new Error(`no plan row for ${line.label}`);
      return { line, plan, role: (scenario: string) => roles.get(line)?.get(scenario)?.role };
    });
}

/** Under which product and account the effect of back tax stands; undefined where there can be none. */
function taxEffectOf(scenario: Scenario):
  | {
      readonly kind: TaxEffect;
      readonly product: string | undefined;
      readonly account: string | undefined;
    }
  | undefined {
  const provision = onlyBlock(scenario, "provision");
  const backTax = onlyBlock(scenario, "back-tax");
  const provides = provision?.method === "provision";
  const block = provides ? provision : backTax;
  if (block === undefined || onlyBlock(scenario, "vat") === undefined) return undefined;
  const carrier = [block, backTax].find((one) => (one?.product ?? one?.account) !== undefined);
  return {
    kind: provides ? "provision" : "back-payment",
    product: carrier?.product,
    account: carrier?.account,
  };
}

function inOrder(a: OpenPosition, b: OpenPosition): number {
  return compareKeys(a.product, b.product) || compareKeys(a.account, b.account);
}

/** Codes in their order; nothing comes last. */
function compareKeys(a: string | undefined, b: string | undefined): number {
  if (a === b) return 0;
  if (a === undefined || b === undefined) return a === undefined ? 1 : -1;
  return a < b ? -1 : 1;
}

function named({ lines, ...position }: OpenPosition): RequestPosition {
  const [line] = lines;
  return {
    ...position,
    name: line === undefined ? costNames(position) : verbatim(line.label),
  };
}

/** What costs something under a position: its blocks, and VAT or back tax that stands there whole. */
export function costNames({
  charges,
  wholeVat,
  taxEffect,
}: Pick<RequestPosition, "charges" | "wholeVat" | "taxEffect">): Text | undefined {
  const names = [
    ...new Map(charges.map(({ block }) => [block.id, block.label])).values(),
    ...(wholeVat ? [ROW_TERMS.vat] : []),
    ...(taxEffect === undefined ? [] : [TAX_EFFECT]),
  ];
  if (names.length === 0) return undefined;
  const all = (language: "de" | "en"): string =>
    [...new Set(names.map((name) => name[language]))].join(", ");
  return { de: all("de"), en: all("en") };
}

/** What back tax and provision are called together. */
export const TAX_EFFECT: Text = {
  de: "Nachzahlung und Rückstellung (Ergebnis)",
  en: "Back payment and provision (result)",
};
