import { DEFAULT_PRESETS, PRESETS, SOURCES } from "../../src/model/presets";
import type { Row } from "../../src/model/row";
import { openBudgetFile, planPresets, SAMPLE } from "../end-to-end/planned";
import { laidOut } from "../analysis/laid-out";
import { modelOf } from "../model/computed";

/** A short name of a document, a norm, a circular of the ministry. */
const DOCUMENT = new RegExp(`^(${Object.keys(SOURCES).join("|")})(, [A-Z].+)?$`, "u");
const NORM = /§|Art\. \d+|^BMF, Rundschreiben|^Landkreis Lüneburg, Vorlage/u;
/** What a preset assumes says so. */
const ASSUMED = /^Annahme der Vorlage/u;
const USER = "vom Anwender erfasst";

function hasInput({ fixed, years }: Row): boolean {
  const contents = [...fixed.values(), ...(years?.kind === "each" ? years.contents : [])];
  return contents.some((content) => content?.kind === "input");
}

function unsourced(rows: readonly Row[]): readonly string[] {
  return rows
    .filter(hasInput)
    .filter(({ source }) => {
      if (source === undefined) return true;
      return !source.de
        .split("; ")
        .every((part, index) =>
          index === 0
            ? part === USER || [DOCUMENT, NORM, ASSUMED].some((known) => known.test(part))
            : part.trim() !== "",
        );
    })
    .map(({ id, source }) => `${id}: ${source?.de ?? "no source"}`);
}

describe("every input of KR Annahmen", () => {
  const groups = Array.from({ length: Math.ceil(PRESETS.length / 14) }, (_, group) =>
    PRESETS.slice(14 * group, 14 * group + 14).map(({ id }) => id),
  );

  it.each([DEFAULT_PRESETS, ...groups].map((ids) => [ids.join(", "), ids] as const))(
    "names a document, a norm, an assumption or the user: %s",
    async (_names, ids) => {
      const { built } = planPresets(await openBudgetFile(SAMPLE), ids);
      expect(unsourced(built.assumptions.sheet.rows)).toEqual([]);
    },
  );

  it("says of amounts without a source that the user entered them", () => {
    const { built } = laidOut(modelOf([{ kind: "base-fee", amount: 1 }]));
    expect(built.assumptions.sheet.find("base-fee.amount").source?.de).toBe(USER);
  });
});
