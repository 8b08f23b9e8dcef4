import { fill, type Text, verbatim } from "../language";
import { type BlockKind, blockSchema } from "./document";
import { valueAt } from "./document-paths";
import { FIELD_LABELS, INDEX_TERMS } from "./field-labels";
import { blockTerm } from "./identified-blocks";

/** Labels of fields by their paths; those of a list's entries stand behind it, without their number. */
type Labels = Readonly<Record<string, Text>>;

const FRAME_FIELDS: Labels = {
  name: FIELD_LABELS.modelName,
  "years.first": FIELD_LABELS.firstYear,
  "years.last": FIELD_LABELS.lastYear,
  inhabitants: FIELD_LABELS.inhabitants,
  workplaces: FIELD_LABELS.workplaces,
  discountRate: FIELD_LABELS.discountRate,
  rounding: FIELD_LABELS.rounding,
  "indices.goods": INDEX_TERMS.goods,
  "indices.staff": INDEX_TERMS.staff,
  "indices.fees": INDEX_TERMS.fees,
  reference: FIELD_LABELS.reference,
  request: FIELD_LABELS.requestFrom,
  lines: FIELD_LABELS.lineRules,
};

const SCENARIO_FIELDS: Labels = {
  name: FIELD_LABELS.scenarioName,
  start: FIELD_LABELS.start,
  end: FIELD_LABELS.end,
  taxCase: FIELD_LABELS.taxCase,
  lines: FIELD_LABELS.lineRules,
};

/** Fields that are called the same in every block that has them. */
const BLOCK_FIELDS: Labels = {
  name: FIELD_LABELS.blockName,
  product: FIELD_LABELS.product,
  account: FIELD_LABELS.account,
  note: FIELD_LABELS.note,
  source: FIELD_LABELS.source,
  index: FIELD_LABELS.index,
  taxable: FIELD_LABELS.taxable,
  amount: FIELD_LABELS.amountAYear,
  byYear: FIELD_LABELS.amountByYear,
  shareOfTakeUp: FIELD_LABELS.shareOfTakeUp,
  percent: FIELD_LABELS.percent,
  pricePerInhabitant: FIELD_LABELS.pricePerInhabitant,
  cap: FIELD_LABELS.cap,
  products: FIELD_LABELS.products,
  "products.name": FIELD_LABELS.productName,
  "products.price": FIELD_LABELS.productPrice,
  "products.start": FIELD_LABELS.fromMonth,
  "products.oneOff": FIELD_LABELS.productOneOff,
  "products.replaces": FIELD_LABELS.replaces,
  "products.parallelUntil": FIELD_LABELS.parallelUntil,
  units: FIELD_LABELS.units,
  unitPrice: FIELD_LABELS.unitPrice,
  once: FIELD_LABELS.payment,
  to: FIELD_LABELS.toMonth,
  fte: FIELD_LABELS.fte,
  costPerFte: FIELD_LABELS.costPerFte,
  pricePerWorkplace: FIELD_LABELS.pricePerWorkplace,
  "staffing.usersPerTeam": FIELD_LABELS.usersPerTeam,
  "staffing.administratorCost": FIELD_LABELS.administratorCost,
  "staffing.technicianCost": FIELD_LABELS.technicianCost,
  "staffing.overhead": FIELD_LABELS.overhead,
  "staffing.users": FIELD_LABELS.users,
  "staffing.ownUsers": FIELD_LABELS.ownUsers,
  personDays: FIELD_LABELS.personDays,
  dayRate: FIELD_LABELS.dayRate,
  "rate.effective": FIELD_LABELS.effectiveRate,
  "rate.inputTaxShare": FIELD_LABELS.inputTaxShare,
  rate: FIELD_LABELS.vatRate,
  invoiced: FIELD_LABELS.invoicedFrom,
  deductible: FIELD_LABELS.deductible,
  assessed: FIELD_LABELS.assessed,
  interest: FIELD_LABELS.interestRate,
  limitation: FIELD_LABELS.limitation,
  probability: FIELD_LABELS.probability,
  method: FIELD_LABELS.method,
  date: FIELD_LABELS.exitDate,
  dataTransfer: FIELD_LABELS.dataTransfer,
  capitalise: FIELD_LABELS.capitalise,
  assets: FIELD_LABELS.assets,
  "assets.name": FIELD_LABELS.assetName,
  "assets.acquired": FIELD_LABELS.assetAcquired,
  "assets.cost": FIELD_LABELS.assetCost,
  "assets.lifeMonths": FIELD_LABELS.assetLife,
};

/** Fields that some kinds of blocks call otherwise. */
const OWN_FIELDS: Readonly<Partial<Record<BlockKind, Labels>>> = {
  "base-fee": { perInhabitant: FIELD_LABELS.amountPerInhabitant },
  levy: { perInhabitant: FIELD_LABELS.levyPerInhabitant },
  services: { from: FIELD_LABELS.fromMonth },
  vat: { from: FIELD_LABELS.vatFrom },
};

/** Fields of services that are paid once. */
const ONCE_FIELDS: Labels = {
  unitPrice: FIELD_LABELS.unitPriceOnce,
  from: FIELD_LABELS.paidIn,
};

/** The label of a field of a block, the entries of lists without their number; undefined for none. */
export function blockFieldLabel(kind: BlockKind, field: string, once: boolean): Text | undefined {
  const own = once ? ONCE_FIELDS[field] : undefined;
  return own ?? OWN_FIELDS[kind]?.[field] ?? BLOCK_FIELDS[field];
}

/**
 * Where a field of a model stands, in the words of its scenario, block and label; undefined where
 * there are none. The document may be one that is refused.
 */
export function placeInWords(document: unknown, path: string): Text | undefined {
  const [, index, position, field = ""] =
    /^scenarios\[(\d+)\](?:\.blocks\[(\d+)\])?(?:\.(.+))?$/.exec(path) ?? [];
  if (index === undefined) return labelled((name) => FRAME_FIELDS[name], path);
  const scenario = `scenarios[${index}]`;
  const own = nameAt(document, `${scenario}.name`) ?? numbered(SCENARIO, index);
  if (position === undefined)
    return behind(
      own,
      labelled((name) => SCENARIO_FIELDS[name], field),
    );
  const block = `${scenario}.blocks[${position}]`;
  const kind = blockKind(valueAt(document, `${block}.kind`));
  const term = kind === undefined ? numbered(BLOCK, position) : blockTerm(kind);
  const within = behind(own, nameAt(document, `${block}.name`) ?? term);
  if (kind === undefined) return within;
  const once = kind === "services" && valueAt(document, `${block}.once`) === true;
  return behind(
    within,
    labelled((name) => blockFieldLabel(kind, name, once), field),
  );
}

const SCENARIO: Text = { de: "Szenario {0}", en: "scenario {0}" };
const BLOCK: Text = { de: "Baustein {0}", en: "block {0}" };

function numbered(words: Text, index: string): Text {
  return fill(words, Number(index) + 1);
}

function nameAt(document: unknown, path: string): Text | undefined {
  const name = valueAt(document, path);
  return typeof name === "string" && name !== "" ? verbatim(name) : undefined;
}

function blockKind(kind: unknown): BlockKind | undefined {
  return blockSchema.options.map(({ entries }) => entries.kind.literal).find((one) => one === kind);
}

function behind(place: Text, part: Text | undefined): Text {
  return part === undefined ? place : fill({ de: "{0} › {1}", en: "{0} › {1}" }, place, part);
}

/** The label of a field, or of the nearest one around it; with it the entry of a list, or the year. */
function labelled(labelOf: (name: string) => Text | undefined, field: string): Text | undefined {
  const [, list, entry, inner = ""] = /^(\w+)\[(\d+)\]\.?(.*)$/.exec(field) ?? [];
  const label = list === undefined ? undefined : labelOf(list);
  if (list !== undefined && entry !== undefined && label !== undefined) {
    const own = fill(ENTRY, label, Number(entry) + 1);
    return inner === ""
      ? own
      : behind(
          own,
          labelled((name) => labelOf(`${list}.${name}`), inner.replace(/\[.*$/, "")),
        );
  }
  const year = /\.(\d{4})$/.exec(field)?.[1];
  if (year === undefined) return labelOf(field);
  const around = labelOf(field.slice(0, -year.length - 1));
  return around === undefined ? undefined : fill(ENTRY, around, year);
}

const ENTRY: Text = { de: "{0} {1}", en: "{0} {1}" };
