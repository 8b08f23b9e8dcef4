import type { AmountRow } from "./rows";
import { groupingScheme, type AccountScheme } from "./schemes";
import type { Table } from "./table";
import { fold } from "./words";

const NUMBERED_BY_GROUP = /haushaltsstelle|gruppierung|(?<![a-z])(?:hhst|hst|hhstelle)(?![a-z])/;
const CAMERAL_WORDS =
  /einzelplan|(?<![a-z])(?:unter)?abschnitt|verwaltungshaushalt|vermoegenshaushalt|einnahm|ausgab/;
const DOPPIK_WORDS = /aufwand|aufwend|ertraeg|(?<!ueb|v)ertrag|einzahl|auszahl/;
const SAMPLE = 2000;

/**
 * The Gruppierungsplan as chart of accounts, where a sheet speaks of Haushaltsstellen, revenue and
 * expense in the words of cameral budgets and nowhere in those of the Doppik. Undefined for others.
 *
 * Source: Gruppierungsplan of the Länder (main groups 0 to 3 revenue, 4 to 9 expense).
 */
export function cameralScheme(table: Table, rows: readonly AmountRow[]): AccountScheme | undefined {
  if (!table.band.folded.some((header) => NUMBERED_BY_GROUP.test(header))) return undefined;
  const sample = rows.slice(0, SAMPLE);
  const texts = [
    ...[table.grid.name, ...table.band.titles, ...table.band.texts].map(fold),
    ...sample.map(({ label }) => label.folded),
  ];
  if (!texts.some((text) => CAMERAL_WORDS.test(text))) return undefined;
  if (texts.some((text) => DOPPIK_WORDS.test(text))) return undefined;
  return groupingScheme(sample.flatMap(({ keys }) => keys.account ?? []));
}
