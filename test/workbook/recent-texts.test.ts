import { RecentTexts } from "../../src/workbook/package/recent-texts";

/** Texts one behind the other, each with its place. */
function laidOut(texts: readonly string[]) {
  const encoded = texts.map((text) => new TextEncoder().encode(text));
  const bytes = new Uint8Array(encoded.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  const places = encoded.map((piece) => {
    bytes.set(piece, at);
    at += piece.length;
    return [at - piece.length, at] as const;
  });
  return { bytes, places };
}

it("gives each text as it stands, however many share a place", () => {
  const texts = Array.from({ length: 30_000 }, (_, n) =>
    n % 3 === 0 ? `Erträge ${n % 7000}` : n % 3 === 1 ? `${n % 11}` : `Gebühr ${(n * 31) % 9973} ß`,
  );
  const { bytes, places } = laidOut(texts);
  const recent = new RecentTexts(bytes, "sheet1.xml");
  expect(places.map(([start, end]) => recent.at(start, end))).toEqual(texts);
});

it("resolves entities in a text that comes again", () => {
  const { bytes, places } = laidOut(["A &amp; B", "A &amp; B", "", "A &lt; B"]);
  const recent = new RecentTexts(bytes, "sheet1.xml");
  expect(places.map(([start, end]) => recent.at(start, end))).toEqual([
    "A & B",
    "A & B",
    "",
    "A < B",
  ]);
});
