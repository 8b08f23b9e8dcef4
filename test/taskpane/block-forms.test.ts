import { blockSchema } from "../../src/model/document";
import { blockFieldLabel } from "../../src/model/field-places";
import { blockTerm } from "../../src/model/identified-blocks";
import { BLOCK_KINDS } from "../../src/taskpane/session/new-block";
import { BLOCK_FORMS, EVERY_BLOCK_FIELDS } from "../../src/taskpane/views/scenarios/block-forms";
import { BLOCK_ABOUT } from "../../src/taskpane/views/scenarios/block-words";
import type { FieldForm } from "../../src/taskpane/views/scenarios/form-types";

/** The fields a form asks for, with those that a choice of way sets; the entries of lists without their number. */
function fieldsOf(forms: readonly FieldForm[]): readonly string[] {
  return forms.flatMap((form) => {
    if (form.type === "ways") {
      return form.ways.flatMap(({ begin, fields }) => [...Object.keys(begin), ...fieldsOf(fields)]);
    }
    if (form.type !== "list") return [form.field];
    return [form.field, ...fieldsOf(form.fields).map((field) => `${form.field}.${field}`)];
  });
}

/** The names of the fields of every kind of block, as the model file has them. */
const schemas = new Map(
  blockSchema.options.map(({ entries }) => [
    entries.kind.literal,
    Object.keys(entries).filter((name) => name !== "kind"),
  ]),
);

describe("the forms of the blocks", () => {
  it("are there for every kind of block of the model file", () => {
    expect([...schemas.keys()].sort()).toEqual([...BLOCK_KINDS].sort());
    expect(Object.keys(BLOCK_FORMS).sort()).toEqual([...BLOCK_KINDS].sort());
  });

  it.each(BLOCK_KINDS)("ask for every field of %s and for no other", (kind) => {
    const asked = fieldsOf([...BLOCK_FORMS[kind], ...EVERY_BLOCK_FIELDS]).map(
      (field) => field.split(/[.[]/)[0] ?? "",
    );
    // The rate of VAT is chosen by the way it is given; two of the ways have no field of their own.
    expect([...new Set(asked)].sort()).toEqual([...(schemas.get(kind) ?? [])].sort());
  });

  it("say in both languages what each block computes", () => {
    for (const kind of BLOCK_KINDS) {
      expect(BLOCK_ABOUT[kind].de.length).toBeGreaterThan(20);
      expect(BLOCK_ABOUT[kind].en.length).toBeGreaterThan(20);
      expect(blockTerm(kind).de).not.toBe("");
    }
  });

  it("find the way a block is given, whatever it holds", () => {
    for (const kind of BLOCK_KINDS) {
      for (const form of BLOCK_FORMS[kind]) {
        if (form.type !== "ways") continue;
        for (const way of form.ways) {
          expect([kind, form.ways.find(({ is }) => is(way.begin))?.id]).toEqual([kind, way.id]);
        }
      }
    }
  });
});

interface Labelled {
  readonly field: string;
  readonly label: string;
  readonly once: boolean;
}

/** Fields of a form with what they are called there. */
function labelsOf(forms: readonly FieldForm[], once = false): readonly Labelled[] {
  return forms.flatMap((form): readonly Labelled[] => {
    if (form.type === "ways") {
      return form.ways.flatMap(({ fields, id }) => labelsOf(fields, id === "once"));
    }
    const own = { field: form.field, label: form.label.de, once };
    if (form.type !== "list") return [own];
    const inner = labelsOf(form.fields);
    return [own, ...inner.map((one) => ({ ...one, field: `${form.field}.${one.field}` }))];
  });
}

it.each(BLOCK_KINDS)("refusals call the fields of %s as its form does", (kind) => {
  for (const { field, label, once } of labelsOf([...BLOCK_FORMS[kind], ...EVERY_BLOCK_FIELDS])) {
    // A plain number there is an amount a year, which refusals do not tell from amounts by year.
    if (field === "byYear") continue;
    expect([field, blockFieldLabel(kind, field, once)?.de]).toEqual([field, label]);
  }
});
