import { fill, type Text, verbatim } from "../../../language";
import type { ModelDocument } from "../../../model/document";
import { FIELD_LABELS, INDEX_TERMS } from "../../../model/field-labels";
import { identifyBlocks } from "../../../model/identified-blocks";
import { BLOCK_FORMS, EVERY_BLOCK_FIELDS } from "./block-forms";
import type { FieldForm } from "./form-types";
import { SCENARIOS } from "./words";

/** Fields of the frame, by their paths. */
const FRAME_FIELDS: Readonly<Record<string, Text>> = {
  name: SCENARIOS.modelName,
  "years.first": FIELD_LABELS.firstYear,
  "years.last": FIELD_LABELS.lastYear,
  inhabitants: FIELD_LABELS.inhabitants,
  workplaces: FIELD_LABELS.workplaces,
  discountRate: FIELD_LABELS.discountRate,
  rounding: FIELD_LABELS.rounding,
  "indices.goods": INDEX_TERMS.goods,
  "indices.staff": INDEX_TERMS.staff,
  "indices.fees": INDEX_TERMS.fees,
  reference: SCENARIOS.reference,
  request: SCENARIOS.requestFrom,
};

const SCENARIO_FIELDS: Readonly<Record<string, Text>> = {
  name: SCENARIOS.name,
  start: FIELD_LABELS.start,
  end: FIELD_LABELS.end,
  taxCase: SCENARIOS.taxCase,
};

/** Where a field of the document stands, in the words of its scenario, block and label. */
export function pathInWords(document: ModelDocument, path: string): Text {
  const [, index, block, field = ""] =
    /^scenarios\[(\d+)\](?:\.blocks\[(\d+)\])?(?:\.(.+))?$/.exec(path) ?? [];
  const scenario = index === undefined ? undefined : document.scenarios[Number(index)];
  if (scenario === undefined) return labelled(FRAME_FIELDS, path);
  if (block === undefined) return joined(verbatim(scenario.name), labelled(SCENARIO_FIELDS, field));
  const own = identifyBlocks(scenario)[Number(block)];
  if (own === undefined) return verbatim(scenario.name);
  const label = formLabel([...BLOCK_FORMS[own.block.kind], ...EVERY_BLOCK_FIELDS], field);
  return joined(verbatim(scenario.name), own.label, label);
}

function joined(...parts: readonly (Text | undefined)[]): Text {
  return parts
    .filter((part) => part !== undefined)
    .reduce((all, part) => fill({ de: "{0} › {1}", en: "{0} › {1}" }, all, part));
}

/** The label of a field, or of the nearest one around it with what comes after, such as a year. */
function labelled(labels: Readonly<Record<string, Text>>, field: string): Text {
  const found = Object.entries(labels).find(
    ([path]) => field === path || field.startsWith(`${path}.`),
  );
  if (found === undefined) return verbatim(field);
  const [path, label] = found;
  return withRest(label, field.slice(path.length + 1));
}

function formLabel(forms: readonly FieldForm[], field: string): Text | undefined {
  for (const form of forms) {
    if (form.type === "ways") {
      const label = formLabel(
        form.ways.flatMap(({ fields }) => fields),
        field,
      );
      if (label !== undefined) return label;
    } else if (form.field === field) {
      return form.label;
    } else if (field.startsWith(`${form.field}.`) || field.startsWith(`${form.field}[`)) {
      const rest = field.slice(form.field.length).replace(/^\./, "");
      const [, entry, inner = ""] = /^\[(\d+)\]\.?(.*)$/.exec(rest) ?? [];
      if (entry === undefined) return withRest(form.label, rest);
      const label = form.type === "list" ? formLabel(form.fields, inner) : undefined;
      return joined(withRest(form.label, String(Number(entry) + 1)), label);
    }
  }
  return undefined;
}

function withRest(label: Text, rest: string): Text {
  return rest === "" ? label : fill({ de: "{0} {1}", en: "{0} {1}" }, label, rest);
}
