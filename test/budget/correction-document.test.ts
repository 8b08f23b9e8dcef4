import { readFileSync } from "node:fs";
import path from "node:path";
import { correctionsJsonSchema } from "../../schema/json-schema";
import {
  correctionsDocument,
  parseCorrections,
  parseRemembered,
  rememberedDocument,
} from "../../src/budget/correction-document";
import type { RememberedCorrection, SheetCorrection } from "../../src/budget/line";
import { RefusedError } from "../../src/finding";

const DOCUMENT = {
  version: 1,
  sheets: [
    { sheet: "Deckblatt", notABudget: true },
    {
      sheet: "Haushalt",
      headerRows: [4, 6],
      budgetYear: 2027,
      unit: "TEUR",
      notation: "german",
      signs: { expense: "negative" },
      columns: [
        { column: "F", means: "amount", year: 2025, kind: "planung", direction: "expense" },
        { column: "AA", means: "ignore" },
      ],
      leaveOut: [12],
      takeIn: [40],
    },
  ],
};

const CORRECTIONS: readonly SheetCorrection[] = [
  { sheet: "Deckblatt", notABudget: true },
  {
    sheet: "Haushalt",
    headerRows: [3, 5],
    budgetYear: 2027,
    unit: "TEUR",
    notation: "german",
    signs: { expense: "negative" },
    columns: [
      { column: 5, means: "amount", year: 2025, kind: "planung", direction: "expense" },
      { column: 26, means: "ignore" },
    ],
    leaveOut: [11],
    takeIn: [39],
  },
];

it("names rows one by one or as ranges, and writes neighbours as a range", () => {
  const named = { leaveOut: [12, "15-17", "20:21", 17], takeIn: ["3 – 4"] };
  const corrections = parseCorrections({ version: 1, sheets: [{ sheet: "Haushalt", ...named }] });
  expect(corrections).toEqual([
    { sheet: "Haushalt", leaveOut: [11, 14, 15, 16, 19, 20], takeIn: [2, 3] },
  ]);
  expect(correctionsDocument(corrections).sheets).toEqual([
    { sheet: "Haushalt", leaveOut: [12, "15-17", "20-21"], takeIn: ["3-4"] },
  ]);
});

function refusal(source: unknown, file?: string): string {
  try {
    parseCorrections(source, file);
  } catch (problem) {
    if (problem instanceof RefusedError) return problem.text.de;
    throw problem;
  }
  return "";
}

const withSheet = (sheet: object): object => ({
  version: 1,
  sheets: [{ sheet: "Haushalt", ...sheet }],
});

describe("the corrections file", () => {
  it("names rows and columns as they stand at the edge of the sheet", () => {
    expect(parseCorrections(DOCUMENT)).toEqual(CORRECTIONS);
    expect(parseCorrections(`\uFEFF${JSON.stringify(DOCUMENT)}`)).toEqual(CORRECTIONS);
    expect(correctionsDocument(CORRECTIONS)).toEqual(DOCUMENT);
  });

  it.each([
    [{ version: 1 }, "sheets: fehlt; bitte ergänzen"],
    [{ version: 2, sheets: [] }, "version: die Zahl 1, nicht 2"],
    [[], "Korrekturdatei: ein Objekt {…}, nicht eine Liste […]"],
    [
      withSheet({ unit: "T€" }),
      'sheets[0].unit: eine der Angaben "EUR", "TEUR", "MEUR", nicht "T€"',
    ],
    [
      withSheet({ year: 2027 }),
      "sheets[0].year: dieses Feld gibt es hier nicht; bitte die Schreibweise prüfen",
    ],
    [
      withSheet({ leaveOut: [0] }),
      "sheets[0].leaveOut[0]: eine Zeilennummer von 1 bis 1048576, wie sie am Blattrand steht, nicht 0",
    ],
    ...["40-12", "0-3", "1-3000", "12", "zwölf"].map((range): [object, string] => [
      withSheet({ leaveOut: [3, range] }),
      `sheets[0].leaveOut[1]: eine Zeilennummer von 1 bis 1048576, wie sie am Blattrand steht, oder ein Bereich von höchstens 2000 Zeilen, etwa "12-40", nicht "${range}"`,
    ]),
    [
      withSheet({ leaveOut: ["3:9"], takeIn: [12, "9-11"] }),
      "sheets[0].takeIn[1]: Zeilen daraus stehen auch unter leaveOut",
    ],
    [
      withSheet({ columns: [{ column: 5, means: "ignore" }] }),
      'sheets[0].columns[0].column: eine Spalte mit ihren Buchstaben, etwa "F", nicht 5',
    ],
    [
      withSheet({ columns: [{ column: "XFE", means: "ignore" }] }),
      'sheets[0].columns[0].column: eine Spalte mit ihren Buchstaben, etwa "F", nicht "XFE"',
    ],
    [
      withSheet({ headerRows: [6] }),
      "sheets[0].headerRows: erste und letzte Kopfzeile, etwa [4, 6], nicht [6]",
    ],
    [
      withSheet({ headerRows: [6, 4] }),
      "sheets[0].headerRows: erste und letzte Kopfzeile, etwa [4, 6], nicht [6,4]",
    ],
    [
      withSheet({ budgetYear: "2027" }),
      'sheets[0].budgetYear: ein Jahr von 1990 bis 2099, nicht "2027"',
    ],
    [
      withSheet({ columns: [{ column: "F", means: "label", year: 2027 }] }),
      'sheets[0].columns[0].year: gehört nur zu einer Spalte mit "means": "amount" oder "balance"',
    ],
    [
      withSheet({
        columns: [
          { column: "F", means: "label" },
          { column: "F", means: "key" },
        ],
      }),
      "sheets[0].columns[1].column: die Spalte kommt schon vor",
    ],
    [
      withSheet({ leaveOut: [7], takeIn: [7] }),
      "sheets[0].takeIn[0]: die Zeile steht auch unter leaveOut",
    ],
    [
      { version: 1, sheets: [{ sheet: "A" }, { sheet: "A" }] },
      "sheets[1].sheet: das Blatt kommt schon vor",
    ],
  ])("%j is refused: %s", (document, words) => {
    expect(refusal(document)).toBe(words);
  });

  it("that is no JSON is refused by name", () => {
    expect(refusal("{", "korrektur.json")).toContain(
      "Die Korrekturdatei „korrektur.json“ ist kein gültiges JSON (Zeile 1, Spalte 2).",
    );
  });

  it("has the published JSON Schema", () => {
    // After a change of the file: npm run schema
    const file = path.join(__dirname, "../../schema/corrections.schema.json");
    const published: unknown = JSON.parse(readFileSync(file, "utf8"));
    expect(published).toEqual(JSON.parse(JSON.stringify(correctionsJsonSchema())));
  });
});

describe("stored corrections", () => {
  const remembered: readonly RememberedCorrection[] = CORRECTIONS.map((correction) => ({
    print: "konto|ansatz #",
    firstYear: 2024,
    rows: [{ row: 11, text: "summe" }],
    correction,
  }));

  it("are read back as they were", () => {
    const stored: unknown = JSON.parse(JSON.stringify(rememberedDocument(remembered)));
    expect(parseRemembered(stored)).toEqual(remembered);
  });

  it("may hold more than this version knows, beside the corrections themselves", () => {
    const stored = [{ print: "", by: "pane", correction: { sheet: "A" } }];
    expect(parseRemembered(stored)).toEqual([{ print: "", correction: { sheet: "A" } }]);
  });

  it.each([
    ["no list", {}],
    ["a field that is none", [{ print: "", correction: { sheet: "A", unit: "T€" } }]],
    ["a contradiction", [{ print: "", correction: { sheet: "A", leaveOut: [1], takeIn: [1] } }]],
  ])("are not guessed at: %s", (_, stored) => {
    expect(parseRemembered(stored)).toBeUndefined();
  });
});
