import { RefusedError } from "../../finding";
import { fill } from "../../language";
import { STORED_PART_NAMESPACE } from "../plan";
import type { WorkbookPlan } from "../plan";
import type { SheetEntry } from "../port";
import { takeApart } from "./references";
import type { SheetReference } from "./references";

/** Defined names that mark our sheets begin with this. */
export const MARK = "KR_";
/** Sheet-scoped name of the cells we have written: Excel moves it when rows or columns come or go. */
export const AREA_NAME = "KR_Bereich";
/** Namespace of the part that says what a run is about to add. */
export const JOURNAL_NAMESPACE = "urn:kooperationsrechner:journal:1";

/** A name that marks a sheet of ours. */
export interface Mark {
  readonly name: string;
  readonly sheet: string;
  readonly comment: string;
}

/** What a run has to know of the workbook before it writes. */
export interface Surroundings {
  readonly sheets: readonly SheetEntry[];
  /** Names that mark our sheets, with the sheets they mark. */
  readonly marks: readonly Mark[];
  /** All other names of the workbook, with what they stand for. */
  readonly otherNames: readonly { readonly name: string; readonly value: string }[];
  /** Names of ours whose sheet is gone. */
  readonly strayNames: readonly string[];
  /** Our stored part as it stands. */
  readonly storedPart: string | undefined;
  /** Text of the journal of a run that was not finished. */
  readonly journal: string | undefined;
  readonly structureLocked: boolean;
  readonly date1904: boolean;
  readonly manualCalculation: boolean;
  readonly precisionAsDisplayed: boolean;
}

/** Looks at the workbook in one batch. */
export async function lookAround(context: Excel.RequestContext): Promise<Surroundings> {
  const { workbook } = context;
  const { worksheets, names, customXmlParts, protection, application } = workbook;
  worksheets.load("items/name,items/visibility");
  names.load("items/name,items/value,items/comment");
  protection.load("protected");
  application.load("calculationMode");
  workbook.load("usePrecisionAsDisplayed");
  const probe = askDateSystem(workbook);
  const stored = customXmlParts
    .getByNamespace(STORED_PART_NAMESPACE)
    .getOnlyItemOrNullObject()
    .load("id");
  const storedXml = stored.getXml();
  const journal = customXmlParts
    .getByNamespace(JOURNAL_NAMESPACE)
    .getOnlyItemOrNullObject()
    .load("id");
  const journalXml = journal.getXml();
  await context.sync();

  const named = names.items.filter(({ name }) => name.startsWith(MARK));
  // `formula` would come in the language of Excel (office-js issue 2834); the value of a name is its address.
  const marked = named.map(({ name, value, comment }) => {
    return { name, comment, at: takeApart(String(value)) };
  });
  const marks = marked.flatMap(({ name, comment, at }, index) => {
    if (at?.address !== "A1") return [];
    // A second name for the same cell is somebody else's.
    const isFirst = marked.findIndex((other) => sameSheet(other.at, at.sheet)) === index;
    return isFirst ? [{ name, sheet: at.sheet, comment }] : [];
  });
  const ours = new Set(marks.map(({ sheet }) => sheet.toLowerCase()));
  return {
    sheets: worksheets.items.map(({ name, visibility }) => ({
      name,
      hidden: visibility !== Excel.SheetVisibility.visible,
      ours: ours.has(name.toLowerCase()),
    })),
    marks,
    otherNames: names.items
      .filter(({ name }) => !marks.some((mark) => mark.name === name))
      .map(({ name, value }) => ({ name, value: String(value) })),
    strayNames: marked.filter(({ at }) => at === undefined).map(({ name }) => name),
    storedPart: stored.isNullObject ? undefined : textOf(storedXml),
    journal: journal.isNullObject ? undefined : textOf(journalXml),
    structureLocked: protection.protected,
    date1904: isDate1904(probe),
    manualCalculation: application.calculationMode === Excel.CalculationMode.manual,
    precisionAsDisplayed: workbook.usePrecisionAsDisplayed,
  };
}

function sameSheet(at: SheetReference | undefined, sheet: string): boolean {
  return at?.address === "A1" && at.sheet.toLowerCase() === sheet.toLowerCase();
}

/** What a call gave, once the batch has come back. */
export function textOf({ value }: OfficeExtension.ClientResult<string>): string {
  return value;
}

/** No property says from when a workbook counts its days, so Excel is asked for the number of a day. */
export function askDateSystem(workbook: Excel.Workbook): Excel.FunctionResult<number> {
  return workbook.functions.date(1904, 1, 2).load("value");
}

/** 2 January 1904 is day 1 where days count from 1904, and day 1463 otherwise. */
export function isDate1904({ value }: Excel.FunctionResult<number>): boolean {
  return value === 1;
}

/**
 * Refuses a plan that this workbook must not or cannot take.
 * @throws RefusedError with what stands against it
 */
export function refuseForbiddenPlan(surroundings: Surroundings, plan: WorkbookPlan): void {
  if (surroundings.structureLocked) {
    throw new RefusedError({
      de: "Die Struktur der Arbeitsmappe ist geschützt; es dürfen keine Blätter hinzukommen oder wegfallen. Bitte unter Überprüfen > Arbeitsmappe schützen den Schutz aufheben.",
      en: "The structure of the workbook is protected; no sheets may be added or removed. Please take off the protection under Review > Protect Workbook.",
    });
  }
  const theirs = surroundings.sheets.filter(({ ours }) => !ours);
  const taken = new Map(theirs.map(({ name }) => [name.toLowerCase(), name]));
  for (const { name } of plan.sheets) {
    const other = taken.get(name.toLowerCase());
    if (other !== undefined) {
      throw new RefusedError(
        fill(
          {
            de: "Die Arbeitsmappe hat schon ein Blatt „{0}“, das nicht vom Kooperationsrechner stammt. Es wird nicht überschrieben. Bitte das Blatt umbenennen und dann schreiben.",
            en: "The workbook already has a sheet “{0}” that does not come from Kooperationsrechner. It is not overwritten. Please rename the sheet, then write.",
          },
          other,
        ),
      );
    }
    taken.set(name.toLowerCase(), name);
    if (isSheetName(name)) continue;
    throw new RefusedError(
      fill(
        {
          de: "Ein Blatt kann nicht „{0}“ heißen: Excel erlaubt 1 bis 31 Zeichen, keines davon aus [ ] : * ? / \\ und kein Hochkomma am Rand. Bitte das Szenario umbenennen.",
          en: "A sheet cannot be called “{0}”: Excel allows 1 to 31 characters, none of [ ] : * ? / \\ and no apostrophe at either end. Please rename the scenario.",
        },
        name,
      ),
    );
  }
}

function isSheetName(name: string): boolean {
  return name !== "" && name.length <= 31 && !/[[\]:*?/\\]|\p{Cc}|^'|'$/u.test(name);
}
