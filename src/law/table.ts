import * as v from "valibot";
import { RefusedError } from "../finding";
import { fill, type Text } from "../language";
import { calendarDate, dateInWords, isCalendarDate, type CalendarDate } from "./calendar";

/** A legal data file that breaks its schema: a fault of the data, never of the user. */
export class LegalTableError extends Error {
  constructor(table: string, faults: readonly string[]) {
    super(
      `The legal table "${table}" cannot be used: ${faults.join("; ")}. ` +
        `Correct src/law/data/${table}.json against the law it cites.`,
    );
    this.name = "LegalTableError";
  }
}

/** Where a value comes from and how far it can be relied on. */
export interface Citation {
  /** The norm, in German legal notation; the same in every language. */
  readonly norm: string;
  /** The act, decision or circular that made it so. */
  readonly source: string;
  /** `sure`: read in a legal source; `check`: plausible, the user decides and is told so. */
  readonly certainty: "sure" | "check";
  readonly note: Text;
}

/** A legal value from its first day on. */
export interface Dated extends Citation {
  readonly validFrom: CalendarDate;
}

/** A table that has been checked: never empty. */
export type LegalTable<Entry> = readonly [Entry, ...Entry[]];

const words = v.pipe(
  v.string(({ received }) => `expects words, not ${received}`),
  v.check((text) => text.trim() !== "", "expects words, not an empty text"),
);

/** The fields every legal entry has. */
export const citationFields = {
  norm: words,
  source: words,
  certainty: v.picklist(
    ["sure", "check"],
    ({ received }) => `expects "sure" or "check", not ${received}`,
  ),
  note: legalEntry({ de: words, en: words }),
} as const;

export const dateField = v.pipe(
  v.string(({ received }) => `expects a date as text, not ${received}`),
  v.check(isCalendarDate, ({ received }) => `expects a real day as YYYY-MM-DD, not ${received}`),
  v.transform(calendarDate),
);

/** A share as a fraction: above 0, at most 1. */
export const rateField = v.pipe(
  v.number(({ received }) => `expects a rate as a number, not ${received}`),
  v.check(
    (rate) => rate > 0 && rate <= 1,
    ({ received }) =>
      `expects a rate as a fraction above 0 and at most 1 (19 % is 0.19), not ${received}`,
  ),
);

/** A whole number from 1 on: months, years, whole euros. */
export const countField = v.pipe(
  v.number(({ received }) => `expects a whole number, not ${received}`),
  v.check(
    (count) => Number.isInteger(count) && count >= 1,
    ({ received }) => `expects a whole number from 1 on, not ${received}`,
  ),
);

/** An entry with exactly these fields: a field too many is a misspelt one. */
export function legalEntry<Fields extends v.ObjectEntries>(fields: Fields) {
  return v.strictObject(fields, ({ expected, received }) =>
    expected === "never"
      ? "is a field the schema does not know"
      : received === "undefined"
        ? "is missing"
        : `expects an entry with fields, not ${received}`,
  );
}

/**
 * Reads a legal table: not empty, every entry as its schema says, `order` strictly rising.
 * @throws LegalTableError that names every fault with its place.
 */
export function readLegalTable<Entry>(
  name: string,
  entrySchema: v.GenericSchema<unknown, Entry>,
  data: unknown,
  order?: (entry: Entry) => string | number,
): LegalTable<Entry> {
  const schema = v.array(entrySchema, ({ received }) => `expects a list, not ${received}`);
  const result = v.safeParse(schema, data);
  if (!result.success) {
    throw new LegalTableError(
      name,
      result.issues.map((issue) => `${place(name, v.getDotPath(issue))} ${issue.message}`),
    );
  }
  const [first, ...rest] = result.output;
  if (first === undefined) throw new LegalTableError(name, ["it has no entry"]);
  if (order !== undefined) refuseDisorder(name, [first, ...rest], order);
  return frozen([first, ...rest]);
}

/**
 * The entry in force on a date: the last that begins on or before it.
 * @throws RefusedError when the date lies before the table.
 */
export function inForceOn<Entry extends Dated>(
  table: LegalTable<Entry>,
  date: CalendarDate,
  subject: Text,
): Entry {
  const entry = table.findLast(({ validFrom }) => validFrom <= date);
  if (entry !== undefined) return entry;
  throw new RefusedError(
    fill(
      {
        de: "{0}: für den {1} ist kein Wert hinterlegt. Die Tabelle beginnt am {2}. Bitte ein Datum ab dann angeben.",
        en: "{0}: no value is known for {1}. The table begins on {2}. Please give a date from then on.",
      },
      subject,
      dateInWords(date),
      dateInWords(table[0].validFrom),
    ),
  );
}

function refuseDisorder<Entry>(
  name: string,
  entries: readonly Entry[],
  order: (entry: Entry) => string | number,
): void {
  const faults = entries.flatMap((entry, index) => {
    const before = entries[index - 1];
    if (before === undefined || order(before) < order(entry)) return [];
    return [`${name}[${index}] begins ${order(entry)}, not after ${order(before)} before it`];
  });
  if (faults.length > 0) throw new LegalTableError(name, faults);
}

function place(name: string, path: string | null): string {
  if (path === null) return name;
  const [index, ...fields] = path.split(".");
  return [`${name}[${index ?? ""}]`, ...fields].join(".");
}

/** Data of the law is the same for everybody: nobody may change it on the way. */
function frozen<Value>(value: Value): Value {
  if (typeof value === "object" && value !== null) {
    Object.values(value).forEach(frozen);
    Object.freeze(value);
  }
  return value;
}
