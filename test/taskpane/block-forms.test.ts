import { blockSchema } from "../../src/model/document";
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
