import { openPackage } from "../../src/workbook/package";
import { renumbered, withDress } from "./dressed-cells";
import type { Dress } from "./dressed-cells";
import { BUDGET, edited, partOf, writtenInto } from "./edited-workbook";
import { refusalOf } from "./refusal-words";
import { scenarioPlan, TWO_SCENARIOS } from "./scenario-plan";
import { INPUT_PART, row, SCENARIO_PART, withCells } from "./user-additions";

const SCENARIO = "KR USt berechnet & bezahlt";
const NOTE = "<is><t>Rückfrage an das Amt</t></is>";

const ORDERS: readonly (readonly [string, (bytes: Uint8Array) => Uint8Array])[] = [
  ["as we wrote them", (bytes) => bytes],
  ["numbered anew", renumbered],
];

/** A written workbook in which a user typed a note into a cell and dressed it. */
async function noted(
  part: string,
  address: string,
  dress: Dress,
  plan = scenarioPlan(),
): Promise<Uint8Array> {
  const { bytes, format } = withDress(await writtenInto(BUDGET, plan), dress);
  const cell = `<c r="${address}" s="${format}" t="inlineStr">${NOTE}</c>`;
  return edited(bytes, { [part]: withCells(Number(address.replace(/\D/g, "")), cell) });
}

async function contentsOf(bytes: Uint8Array, name: string) {
  const [grid] = await openPackage(bytes).read([name]);
  return grid?.rows ?? [];
}

describe.each(ORDERS)("a note that a user typed and dressed, formats %s", (_order, saved) => {
  it.each<Dress>([{}, { fill: "FFFF00" }, { vertical: "top" }, { fill: "FFF7D6" }])(
    "stays as it stood where the plan has nothing: %j",
    async (dress) => {
      const file = saved(await noted(SCENARIO_PART, "C9", dress));
      const again = await writtenInto(file, scenarioPlan({ amount: 2000 }));
      const found = row(partOf(file, SCENARIO_PART), 9);
      expect(found).toContain(NOTE);
      expect(row(partOf(again, SCENARIO_PART), 9)).toBe(found);
      expect(await writtenInto(again, scenarioPlan({ amount: 2000 }))).toEqual(again);
    },
  );

  it("is refused by its place where the plan now wants it, and where nobody can say whose it is", async () => {
    const one = scenarioPlan({ scenarios: TWO_SCENARIOS.slice(0, 1) });
    const typed = await noted(INPUT_PART, "A8", {}, one);
    expect(await refusalOf(() => writtenInto(saved(typed), scenarioPlan({ inputs: 4 })))).toContain(
      "'KR Annahmen'!A8",
    );
    const coloured = saved(
      await noted(SCENARIO_PART, "C9", { fill: "FFFF00", vertical: "center" }),
    );
    expect(await refusalOf(() => writtenInto(coloured, scenarioPlan()))).toContain(
      `'${SCENARIO}'!C9`,
    );
  });

  it("is not lost with a scenario that goes", async () => {
    const plan = scenarioPlan({ scenarios: TWO_SCENARIOS.slice(1) });
    for (const dress of [{}, { fill: "FFFF00", vertical: "center" }]) {
      const file = saved(await noted(SCENARIO_PART, "C9", dress));
      expect(await refusalOf(() => writtenInto(file, plan))).toContain(
        `trägt aber Eigenes: '${SCENARIO}'!C9`,
      );
    }
  });

  it("does not hold cells of ours that the plan no longer has", async () => {
    const file = saved(await noted(SCENARIO_PART, "C9", {}));
    const shorter = await writtenInto(file, scenarioPlan({ years: 1 }));
    const rows = await contentsOf(shorter, SCENARIO);
    expect(rows.slice(3, 7).map((cells) => cells.length)).toEqual([2, 2, 2, 2]);
    expect(rows[8]?.[2]).toBe("Rückfrage an das Amt");
    const fewer = await writtenInto(
      saved(await writtenInto(BUDGET, scenarioPlan({ inputs: 5 }))),
      scenarioPlan({ inputs: 2 }),
    );
    expect((await contentsOf(fewer, "KR Annahmen")).slice(6)).toEqual([]);
  });
});

describe("a cell of ours that a user coloured", () => {
  it("is written as the plan has it", async () => {
    const { bytes, format } = withDress(await writtenInto(BUDGET, scenarioPlan()), {
      fill: "FFFF00",
      vertical: "center",
    });
    const file = edited(bytes, {
      [SCENARIO_PART]: (text) => text.replace(/<c r="B5" s="\d+"/, `<c r="B5" s="${format}"`),
    });
    const again = await writtenInto(file, scenarioPlan({ amount: 2000 }));
    expect((await contentsOf(again, SCENARIO))[4]?.[1]).toBe(2000);
  });
});
