import { readFileSync } from "node:fs";
import path from "node:path";
import { modelJsonSchema } from "../../schema/json-schema";

const published: unknown = JSON.parse(
  readFileSync(path.join(__dirname, "../../schema/model.schema.json"), "utf8"),
);

describe("the published JSON Schema", () => {
  it("is the schema that the program reads models with", () => {
    // After a change of the model file: npm run schema
    expect(published).toEqual(JSON.parse(JSON.stringify(modelJsonSchema())));
  });

  it("lets no field pass that the model file does not know", () => {
    const open: string[] = [];
    const visit = (value: unknown, place: string): void => {
      if (typeof value !== "object" || value === null) return;
      if ("properties" in value && !("additionalProperties" in value)) open.push(place);
      for (const [key, inner] of Object.entries(value)) visit(inner, `${place}/${key}`);
    };
    visit(published, "");
    expect(open).toEqual([]);
  });

  it("knows every kind of block and what it needs", () => {
    const kinds = blockSchemas().map(({ properties, required }) => [
      properties.kind?.const,
      required,
    ]);
    expect(kinds).toEqual([
      ["base-fee", ["kind"]],
      ["levy", ["kind"]],
      ["general-costs", ["kind"]],
      ["take-up", ["kind"]],
      ["services", ["kind", "unitPrice"]],
      ["one-off", ["kind", "byYear"]],
      ["settlement", ["kind", "byYear"]],
      ["staff", ["kind", "fte", "costPerFte"]],
      ["shared-service-centre", ["kind"]],
      ["provider", ["kind", "personDays", "dayRate"]],
      ["vat", ["kind", "rate"]],
      ["back-tax", ["kind"]],
      ["provision", ["kind", "method"]],
      ["exit", ["kind", "date"]],
    ]);
  });
});

interface BlockSchema {
  readonly properties: Readonly<Record<string, { readonly const?: string } | undefined>>;
  readonly required: readonly string[];
}

function blockSchemas(): readonly BlockSchema[] {
  const schema = published as {
    properties: {
      scenarios: { items: { properties: { blocks: { items: { oneOf: BlockSchema[] } } } } };
    };
  };
  return schema.properties.scenarios.items.properties.blocks.items.oneOf;
}
