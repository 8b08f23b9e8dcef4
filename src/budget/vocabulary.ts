import type { AmountKind, AmountUnit, Direction } from "./line";
import { containsAny, hasWord } from "./words";

/** Words that make a column a difference of two others, never an amount of its own. */
const DERIVED = [
  "vergleich",
  "abweichung",
  "differenz",
  "veraenderung",
  "verbesserung",
  "verschlechterung",
  "erfuellungsgrad",
  "uebertragung",
  "verfuegbar",
  "haushaltsrest",
  "ausgaberest",
  "kassenrest",
];

/**
 * The kind a folded header or cell names, undefined when it names none or is a comparison of two.
 * `Plan` is an Ansatz, `Planung` and `Finanzplan` are the years behind it.
 */
export function kindOf(folded: string): AmountKind | undefined {
  if (folded.length === 0 || containsAny(folded, DERIVED)) return undefined;
  if (folded.includes("verpflichtungserm") || hasWord(folded, "ve") || hasWord(folded, "vpe"))
    return "verpflichtung";
  if (folded.includes("fortgeschr") || folded.includes("fortschreib")) return "fortgeschrieben";
  const result =
    /(?<![a-z])(?:(?:vorlaeufiges |rechnungs|jahres)?ergebnis(?:se)?|ist|istwert|rechnung|jahresrechnung|rechnungsergebnis|re|jr|actual|actuals|outturn|erg\.)(?![a-z])/.test(
      folded,
    );
  const forecast =
    /(?<![a-z])(?:planung|planungen|planungsjahr|finanzplanung|finanzplanungsjahr|mittelfristige|finanzplan|fp|mifrifi|forecast|prognose|hochrechnung)(?![a-z])/.test(
      folded,
    );
  const budget =
    /(?<![a-z])(?:ansatz|ansaetze|haushaltsansatz|haushaltsansaetze|planansatz|plan|planwert|soll|anschlag|haushaltsplan|budget|budgeted|hha|ha)(?![a-z])/.test(
      folded,
    );
  if (result && budget) return undefined;
  if (budget) return "ansatz";
  if (forecast) return "planung";
  return result ? "ergebnis" : undefined;
}

/** Whether a header speaks of a difference, a rate or a quantity and so holds no amounts of its own. */
export function isDerivedHeader(folded: string): boolean {
  return (
    containsAny(folded, DERIVED) ||
    /(?<![a-z])stand (?:am|zum|zu|per)(?![a-z])|anfangsbestand|endbestand|(?<![a-z])davon(?![a-z])|(?<![a-z])(?:bis|vor|ab|nach|seit) (?:ende )?(?:19|20)\d\d|%|prozent|je einwohner|pro einwohner|\/ ?ew\b|stellen(?!preis)|vollzeit|vza|anzahl|menge|kennzahl|einwohnerzahl/.test(
      folded,
    )
  );
}

const MONTH = "januar|februar|maerz|april|mai|juni|juli|august|september|oktober|november|dezember";
const PART_OF_YEAR = new RegExp(
  [
    `^(?:${MONTH})$`,
    `(?<![a-z])(?:${MONTH}|jan|feb|mrz|apr|jun|jul|aug|sept?|okt|nov|dez)\\.? ?'?(?:(?:19|20)\\d\\d|\\d\\d)(?!\\d)`,
    "quartal|halbjahr|(?<![a-z])q ?[1-4](?![a-z\\d])",
    // 1 January and 31 December stand for their year, any other day for a state within it.
    "(?<![\\d.])(?!0?1\\.0?1\\.|31\\.12\\.)\\d{1,2}\\.\\d{1,2}\\.(?:19|20)\\d\\d",
  ].join("|"),
);

/** Whether a header names a month, a quarter or a day within a year: no amount of the whole year. */
export function isPartOfYear(folded: string): boolean {
  return PART_OF_YEAR.test(folded);
}

const STRICT_DIRECTIONS: ReadonlyMap<string, Direction> = new Map(
  (
    [
      ["revenue", "ertrag ertraege erloes erloese einnahme einnahmen einzahlung einzahlungen"],
      ["revenue", "revenue revenues income eingabe"],
      ["expense", "aufwand aufwaende aufwendung aufwendungen kosten ausgabe ausgaben"],
      ["expense", "auszahlung auszahlungen expense expenses expenditure"],
    ] as const
  ).flatMap(([direction, words]) => words.split(" ").map((word) => [word, direction] as const)),
);

/** The direction a cell of a direction column names; single letters only if the header allows them. */
export function directionWord(folded: string, letters: boolean): Direction | undefined {
  if (letters && folded.length === 1) {
    if (folded === "e") return "revenue";
    if (folded === "a") return "expense";
    return undefined;
  }
  const exact = STRICT_DIRECTIONS.get(folded);
  if (exact !== undefined) return exact;
  const short = /^(einn|einz|ertr|ausg|ausz|aufw)(?:[.:_-][a-z.:_-]*)?$/.exec(folded)?.[1];
  if (short !== undefined) return /^e/.test(short) ? "revenue" : "expense";
  const reduced =
    /^(?:(?:ord|ao|ordentliche|ausserordentliche|laufende|investive|fin)\.? )+(.+)$/.exec(folded);
  return reduced?.[1] === undefined ? undefined : STRICT_DIRECTIONS.get(reduced[1]);
}

/** The direction an amount header names, as in `Ergebnis 2015 (Erträge)`. */
export function headerDirection(folded: string): Direction | undefined {
  const revenue = /(?<!ueb|v)ertr(?:ag|aeg)|einnahm|einzahlung|erloes|eingabe|revenue|income/.test(
    folded,
  );
  const expense = /aufwand|aufwend|ausgab|auszahlung|kosten|expen/.test(folded);
  if (revenue === expense) return undefined;
  return revenue ? "revenue" : "expense";
}

/** Whether an amount header names the balance of revenue and expense. */
export function isBalanceHeader(folded: string): boolean {
  return /saldo|zuschussbedarf|zuschuss\/ueberschuss|ueberschuss|fehlbetrag|balance/.test(folded);
}

/** The unit a header or sheet name gives, undefined when it gives none. */
export function unitOf(folded: string): AmountUnit | undefined {
  if (/mio\.?(?![a-z])|million|(?<![a-z])meur/.test(folded)) return "MEUR";
  if (/(?<![a-z])t ?[-.]? ?(?:€|euro?(?![a-z]))|tsd|tausend|k€|(?<![a-z])keur/.test(folded))
    return "TEUR";
  if (THOUSAND_EUROS.test(folded)) return "TEUR";
  if (/€|(?<![a-z])euro?(?![a-z])/.test(folded)) return "EUR";
  return undefined;
}

const THOUSAND_EUROS = /(?<![\d.,])1[. ]?000 ?(?:€|euro?(?![a-z]))/;

/** Whether a cell says nothing but `1.000 EUR`: a unit, though it looks like an amount. */
export function isThousandEuros(folded: string): boolean {
  return /^\(?(?:in )?1[. ]?000 ?(?:€|euro?)\)?$/.test(folded);
}

/** The unit a title gives; amounts that it names (`über 5 Mio. €`) are none. */
export function unitOfTitle(folded: string): AmountUnit | undefined {
  if (THOUSAND_EUROS.test(folded)) return "TEUR";
  const amount =
    /(?<![\d.,])(?!(?:19|20)\d\d(?!\d))\d[\d.,]*(?:,-)? ?(?:t|tsd\.?|mio\.?|mrd\.?|millionen)? ?(?:€|euro?(?![a-z]))/g;
  return unitOf(folded.replace(amount, ""));
}

/** How many euros one printed unit is. */
export function unitFactor(unit: AmountUnit): number {
  return unit === "EUR" ? 1 : unit === "TEUR" ? 1000 : 1_000_000;
}

/** Not the Ertrag in Übertrag and Vertrag. */
const STRONG_REVENUE = /(?<!ueb|v)ertr(?:ag|aeg)|einzahl|einnahm|erloes|revenue|(?<![a-z])income/;
const STRONG_EXPENSE =
  /aufwand|aufwend|auszahl|ausgab|abschreib|expense|expenditure|^(?:(?:zwischen|gesamt)?summe (?:der )?)?[a-z]*kosten(?![a-z-])/;

/** Direction that a line's label names outright, undefined when it names both or none. */
export function labelDirection(folded: string): Direction | undefined {
  // `(Aufwand / (-) Ertrag)` prints expense as it is and revenue with a minus: expense.
  const text = folded.replace(/\(-\) ?(?:\p{L}|\.)+/gu, "");
  const revenue = STRONG_REVENUE.test(text);
  const expense = STRONG_EXPENSE.test(text);
  if (revenue !== expense) return revenue ? "revenue" : "expense";
  return undefined;
}

const STATEMENT_REVENUE =
  /^steuern|^zuwendungen und|^zuweisungen und zuwendungen|leistungsentgelt|kostenerstattung|erstattungen und|aktivierte eigenl|bestandsveraend|konzessionsabgaben|aufnahme (?:und rueckfluesse )?von/;
const STATEMENT_EXPENSE =
  /^personal|^versorgung|^zinsen und|^transfer|sach- ?und ?dienstl|^tilgung|bilanzielle absch/;

/** Direction of a row of the result or cash plan by the names the budget ordinances give these rows. */
export function statementDirection(folded: string): Direction | undefined {
  const named = labelDirection(folded);
  if (named !== undefined) return named;
  const revenue = STATEMENT_REVENUE.test(folded);
  const expense = STATEMENT_EXPENSE.test(folded);
  if (revenue !== expense) return revenue ? "revenue" : "expense";
  return undefined;
}
