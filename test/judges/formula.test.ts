import { callArguments, inR1C1, parseReference, references, tokenize } from "./formula";

const kinds = (formula: string): string =>
  tokenize(formula)
    .map((token) => token.kind)
    .join(" ");

describe("tokenize", () => {
  it("tells references, functions, names and constants apart", () => {
    expect(kinds(`=IF('KR Übersicht'!$A$1="",12,ROUND(H$4,2))`)).toBe(
      "function open reference operator text comma number comma function open reference comma number close close",
    );
    expect(kinds("=Steuersatz*LOG10(A1)+TRUE")).toBe(
      "name operator function open reference close operator truth",
    );
  });

  it("takes quotes inside quotes as part of the text or sheet", () => {
    const [text, , reference] = tokenize(`="a ""b"" A1"&'It''s'!B2`);
    expect(text).toMatchObject({ kind: "text", value: 'a "b" A1' });
    expect(reference).toMatchObject({ reference: { sheet: "It's", first: { row: 1, column: 1 } } });
  });

  it.each([
    "={1,2}",
    "=Tabelle[Betrag]",
    "=[Mappe.xlsx]Blatt!A1",
    "=SUM(A:A)",
    "=A1#",
    "=@A1",
    "=1;2",
  ])("marks what is not classic notation in %s", (formula) =>
    expect(kinds(formula)).toContain("foreign"),
  );

  it("sees an error inside a formula", () => {
    expect(kinds("=#REF!+A1")).toBe("error operator reference");
  });
});

describe("references", () => {
  it("gives areas with both corners", () => {
    expect(references(tokenize("=SUM($H5:J7)"))).toEqual([
      {
        first: { row: 4, column: 7, rowFixed: false, columnFixed: true },
        last: { row: 6, column: 9, rowFixed: false, columnFixed: false },
      },
    ]);
  });

  it("refuses what is no reference", () => {
    expect(() => parseReference("'KR Annahmen'!Zins")).toThrow("not a cell");
  });
});

describe("inR1C1", () => {
  it("is equal where a formula was filled to the right, and only there", () => {
    const at = (formula: string, column: number): string => inR1C1(tokenize(formula), 9, column);
    expect(at("=G10*(1+H$4)+$E9", 7)).toBe("R[0]C[-1]*(1+R4C[0])+R[-1]C5");
    expect(at("=H10 * (1+I$4)+$E9", 8)).toBe(at("=G10*(1+H$4)+$E9", 7));
    expect(at("=G10*(1+I$4)+$E9", 8)).not.toBe(at("=G10*(1+H$4)+$E9", 7));
  });
});

describe("callArguments", () => {
  it("splits at the commas of this call only", () => {
    const tokens = tokenize("=1+ROUND(MAX(A1,B1),-2)");
    const index = tokens.findIndex((token) => token.text === "ROUND");
    const parts = callArguments(tokens, index).map((part) =>
      part.map((token) => token.text).join(""),
    );
    expect(parts).toEqual(["MAX(A1,B1)", "-2"]);
  });
});
