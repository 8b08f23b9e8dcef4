import { calendarDate } from "../../src/law/calendar";
import { readModel } from "../../src/model/model";
import { draftPart, readStoredPart, storedPart } from "../../src/sheets/stored-part";
import { WITHOUT_BUDGET } from "../end-to-end/planned";

const { document } = readModel(WITHOUT_BUDGET);
const facts = { language: "de", today: calendarDate("2026-11-22"), version: "0.1.0" } as const;

describe("the stored part", () => {
  it("keeps the corrections to the budget sheets beside the model", () => {
    const corrections = [
      {
        print: "konto|ansatz #|<a & b>",
        firstYear: 2024,
        rows: [{ row: 11, text: "summe" }],
        correction: { sheet: "Haushalt & Plan", unit: "TEUR", leaveOut: [11] },
      },
    ] as const;
    const xml = storedPart(document, [], { ...facts, corrections });
    const read = readStoredPart(xml);
    expect(read?.corrections).toEqual(corrections);
    expect(read?.model).toEqual(JSON.parse(JSON.stringify(document)));
  });

  it("holds nothing of them where there are none", () => {
    const xml = storedPart(document, [], facts);
    expect(storedPart(document, [], { ...facts, corrections: [] })).toBe(xml);
    expect(xml).not.toContain("corrections");
    expect(readStoredPart(xml)?.corrections).toEqual([]);
  });

  it("gives its model even where its corrections cannot be understood", () => {
    const xml = storedPart(document, [], {
      ...facts,
      corrections: [{ print: "", correction: { sheet: "A", unit: "TEUR" } }],
    });
    const read = readStoredPart(xml.replace("TEUR", "Taler"));
    expect(read?.corrections).toBeUndefined();
    expect(read?.sheets).toEqual([]);
  });

  it("keeps a draft beside what is written, and the written as it was described", () => {
    const written = readStoredPart(storedPart(document, [], facts));
    const later = { ...facts, language: "en", today: calendarDate("2026-12-01") } as const;
    const model = { ...document, name: "Entwurf <1> & 2" };
    const draft = { model, seen: [{ cell: "'KR Annahmen'!E12", value: 0.02 }] };
    const read = readStoredPart(draftPart(draft, written, later));
    expect(read?.draft).toEqual(JSON.parse(JSON.stringify(draft)));
    expect(read).toMatchObject({ model: written?.model, run: "2026-11-22", language: "de" });
    expect(readStoredPart(draftPart(undefined, read, later))).toEqual(written);
  });

  it("keeps a draft where nothing is written yet", () => {
    const read = readStoredPart(draftPart({ model: document, seen: [] }, undefined, facts));
    expect(read?.model).toBeUndefined();
    expect(read?.draft?.model).toEqual(JSON.parse(JSON.stringify(document)));
  });
});
