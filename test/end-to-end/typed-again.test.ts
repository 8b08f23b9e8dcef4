import { readFileSync, writeFileSync } from "node:fs";
import { strFromU8, strToU8, unzipSync, zipSync } from "fflate";
import * as v from "valibot";
import { cellAddress } from "../../src/address";
import { readStoredPart } from "../../src/sheets/stored-part";
import { openPackage } from "../../src/workbook/package";
import { SAMPLE } from "./planned";
import { folderForTests, run } from "./session";

const { file } = folderForTests();
const LEGAL_RATE = "vat-rate-2021-01-01";
const PRICE = "services_schul-it.unit-price";

jest.setTimeout(120_000);

function stored(name: string): ReturnType<typeof openPackage> {
  return openPackage(new Uint8Array(readFileSync(name)));
}

/** Types numbers into column E of rows of KR Annahmen, as Excel saves them. */
async function typeIn(
  from: string,
  to: string,
  values: Readonly<Record<string, number>>,
): Promise<void> {
  const [grid] = await stored(from).read(["KR Annahmen"]);
  const parts = unzipSync(new Uint8Array(readFileSync(from)));
  const [name, bytes] =
    Object.entries(parts).find(([, part]) => strFromU8(part).includes(`>${LEGAL_RATE}<`)) ?? [];
  if (name === undefined || bytes === undefined) throw new Error("no sheet of assumptions");
  const typed = Object.entries(values).reduce((sheet, [id, value]) => {
    const row = grid?.rows.findIndex((cells) => cells[0] === id) ?? -1;
    const cell = new RegExp(`(<c r="${cellAddress(row, 4)}"[^>]*>)<v>[^<]*</v>`);
    expect(sheet).toMatch(cell);
    return sheet.replace(cell, `$1<v>${String(value)}</v>`);
  }, strFromU8(bytes));
  writeFileSync(to, zipSync({ ...parts, [name]: strToU8(typed) }));
}

const written = v.object({
  scenarios: v.array(v.object({ id: v.string(), figures: v.object({ totalResult: v.number() }) })),
});

/** Writes again and tells what the scenario with VAT invoiced costs in all. */
async function write(from: string, to: string): Promise<number | undefined> {
  const { code, out } = await run("write", from, "-o", to, "--json");
  expect(code).toBe(0);
  const { scenarios } = v.parse(written, JSON.parse(out));
  return scenarios.find(({ id }) => id === "invoiced-19")?.figures.totalResult;
}

it("keeps what was typed, however often the sheets are written", async () => {
  const names = ["one", "typed", "two", "three", "restored", "four"];
  const [one = "", typed = "", two = "", three = "", restored = "", four = ""] = names.map((name) =>
    file(`${name}.xlsx`),
  );
  const before = await write(SAMPLE, one);
  await typeIn(one, typed, { [PRICE]: 100_000, [LEGAL_RATE]: 0.2 });
  const after = await write(typed, two);
  // School IT of 2022 to 2031 is dearer by 18,000 €, from 2023 on with 20 % instead of 19 % on all.
  expect(after).toBeCloseTo((before ?? 0) + 10 * 18_000 + 9 * (0.2 * 18_000 + 0.01 * 494_000), 2);
  expect(await write(two, three)).toBe(after);
  const part = readStoredPart(await stored(three).storedPart());
  expect(part?.typed.map(({ row, value }) => [row, value])).toEqual([[LEGAL_RATE, 0.2]]);
  expect(JSON.stringify(part?.model)).toContain('"unitPrice":100000');
  expect((await run("check", three)).code).toBe(0);
  await typeIn(three, restored, { [PRICE]: 94_000, [LEGAL_RATE]: 0.19 });
  expect(await write(restored, four)).toBe(before);
});

/** What stands as the source of a row of KR Annahmen. */
async function sourceOf(name: string, id: string): Promise<unknown> {
  const [grid] = await stored(name).read(["KR Annahmen"]);
  return grid?.rows.find(([own]) => own === id)?.[5];
}

it("names the town as the source of what was typed, and of nothing else", async () => {
  const [one = "", typed = "", two = ""] = ["first", "figures", "again"].map((name) =>
    file(`${name}.xlsx`),
  );
  await write(SAMPLE, one);
  const before = await Promise.all(
    ["take-up.by-year", "index.goods.input", "rounding"].map((id) => sourceOf(one, id)),
  );
  expect(await sourceOf(one, PRICE)).toBe("DB 2022");
  await typeIn(one, typed, { [PRICE]: 100_000, inhabitants: 104_000, "discount-rate": 0.02 });
  await write(typed, two);
  expect(await sourceOf(two, PRICE)).toBe("Eigene Angabe (zuvor: DB 2022)");
  expect(await sourceOf(two, "inhabitants")).toBe("Eigene Angabe (zuvor: Annahme der Vorlage)");
  expect(await sourceOf(two, "discount-rate")).toBe(
    "Eigene Angabe (zuvor: BMF, Rundschreiben vom 07.07.2023)",
  );
  expect(
    await Promise.all(
      ["take-up.by-year", "index.goods.input", "rounding"].map((id) => sourceOf(two, id)),
    ),
  ).toEqual(before);
  expect(before).toEqual([
    "DB 2022",
    "Annahme der Vorlage: keine Steigerung",
    "Annahme der Vorlage",
  ]);
});
