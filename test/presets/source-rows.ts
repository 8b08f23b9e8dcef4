/** A row of the source documents: what it says, where it is in the product, which tests name it. */
export interface SourceRow {
  readonly section: 1 | 2 | 3 | 4;
  /** In words of our own, with the figure. */
  readonly says: string;
  /** Ids of presets that carry it. */
  readonly presets?: readonly string[];
  /** What reproduces it where no preset does: blocks and inputs, in words. */
  readonly by?: string;
  /** File below `test` and title of the test. */
  readonly tests: readonly (readonly [file: string, title: string])[];
}

const GOLDEN = "presets/golden-figures.test.ts";
const CATALOGUE = "model/catalogue/catalogue.test.ts";
const CHARGES = "model/blocks/yearly-charges.test.ts";
const TAKE_UP = "model/blocks/take-up.test.ts";
const SAMPLE = "presets/sample.test.ts";
const LINES = "model/budget-lines.test.ts";

/** The facts of the source documents, section by section, as far as a figure or a rule follows from them. */
export const SOURCE_ROWS: readonly SourceRow[] = [
  {
    section: 1,
    says: "Beginn der Kooperation im Januar 2022, 44.000 Einwohner",
    presets: ["invoiced-19"],
    tests: [[GOLDEN, "starts on 1 January 2022 with 44,000 inhabitants"]],
  },
  {
    section: 1,
    says: "Anschlusskosten jährlich von Anfang an, Betrag nicht offengelegt",
    by: "Baustein Anschlusskosten, vom Nutzer anzugeben",
    tests: [
      [GOLDEN, "invents no base fee and no introduction costs: both are not disclosed"],
      [CHARGES, "charges a yearly amount that rises with the fees index"],
    ],
  },
  {
    section: 1,
    says: "Allgemeine Kooperationskosten 10 T€ (2022) und 40 T€ (2023); sie wachsen mit der Abnahme",
    presets: ["invoiced-19", "full-transfer"],
    tests: [
      [GOLDEN, "general cooperation costs: 10 T€ in 2022, 40 T€ from 2023"],
      [GOLDEN, "share of general costs in take-up: 20.8 % in 2022, 23.3 % in 2023"],
      [CHARGES, "is a share of the whole take-up row"],
    ],
  },
  {
    section: 1,
    says: "Softwareabnahme 48 T€ (2022) und 172 T€ (2023)",
    presets: ["invoiced-19"],
    tests: [[GOLDEN, "take-up: 48 T€ in 2022, 172 T€ from 2023"]],
  },
  {
    section: 1,
    says: "Einführungs- und Migrationsaufwand, Betrag nicht offengelegt",
    by: "Baustein Einmaliger Einführungsaufwand, vom Nutzer anzugeben",
    tests: [
      [GOLDEN, "invents no base fee and no introduction costs: both are not disclosed"],
      [CHARGES, "falls into the given years only, without index"],
    ],
  },
  {
    section: 1,
    says: "Alle Preise des Rechenzentrums sind netto",
    presets: ["invoiced-19", "invoiced-19-gross"],
    tests: [
      [
        GOLDEN,
        "cooperation in 2023: net 494 T€, with 19 % 587.86 T€, with 10 % 543.4 T€, gross 547.58 T€",
      ],
    ],
  },
  {
    section: 1,
    says: "Kernproduktanteil × Preis aller Kernprodukte je Einwohner, 100 % bei voller Abnahme; Anteile und Preise nicht offengelegt",
    presets: ["full-transfer", "take-up-low", "take-up-high"],
    tests: [
      [
        GOLDEN,
        "full transfer takes 100 % of the core price for every inhabitant; the spans their share",
      ],
      [CATALOGUE, "discloses neither price nor share: the document does not"],
    ],
  },
  {
    section: 1,
    says: "Vertragliche Obergrenze der Abnahme",
    by: "Baustein Softwareabnahme, Feld „Vertragliche Obergrenze des Anteils“",
    tests: [[TAKE_UP, "stops at the cap of the contract"]],
  },
  {
    section: 1,
    says: "Abnahme wächst über sechs Jahre; alte und neue Verfahren werden eine Zeit lang nebeneinander bezahlt",
    presets: ["products-low", "products-high"],
    tests: [
      [GOLDEN, "takes the low span of Anlage 1 over the six years of the migration phase"],
      [TAKE_UP, "lets lines that stay end after parallel operation"],
    ],
  },
  {
    section: 1,
    says: "Drei Produkte 2022 abgenommen, der Rechnungsworkflow bleibt vorerst daneben bestehen; Schnittstellen kosten immer, Preise steigen durch Beschlüsse",
    by: "Produkte mit Beginn und Parallelbetrieb; Baustein Dienstleistungen; Preisentwicklung",
    tests: [
      [TAKE_UP, "charges each product from its own start"],
      [TAKE_UP, "takes the latest month of several products and forgets the rule's own"],
      [CHARGES, "charges a yearly amount that rises with the fees index"],
    ],
  },
  {
    section: 1,
    says: "Katalog mit 33 Produkten in vier Gruppen, bewertet; sechs heißen nicht Kernprodukt",
    by: "Katalog im Baustein Softwareabnahme",
    tests: [
      [CATALOGUE, "holds 33 products in four groups"],
      [CATALOGUE, "rates 10 of them clearly good, 18 balanced and 5 little"],
      [CATALOGUE, "names the six products that are not called core"],
    ],
  },
  {
    section: 1,
    says: "Untere Spanne acht Produkte, obere fünf mehr",
    presets: ["products-low", "products-high"],
    tests: [
      [CATALOGUE, "takes eight products into the low span and five more into the high one"],
      [GOLDEN, "adds the five products of the high span"],
    ],
  },
  {
    section: 1,
    says: "Schul-IT: 200 Personentage für 95.000 € netto, 475 € am Tag; geplant zwei Stellen, 190.000 € im Jahr",
    presets: ["school-it-plan"],
    tests: [[GOLDEN, "day rate 475 € net, two administrators 190,000 € a year"]],
  },
  {
    section: 1,
    says: "Aufgerundet 500 € netto am Tag, mit Umsatzsteuer rund 600 €",
    by: "Baustein Dienstleistungen mit 200 × 500 € und Umsatzsteuer",
    tests: [[GOLDEN, "a rounded day of 500 € net is 595 € with VAT, about 600 €"]],
  },
  {
    section: 1,
    says: "Schul-IT tatsächlich: drei Stellen, 282 T€ (2022), mit 19 % 335,58 T€ (2023)",
    presets: ["school-it-invoiced"],
    tests: [
      [GOLDEN, "school IT: 282 T€ in 2022, with 19 % VAT 335.58 T€ from 2023"],
      [GOLDEN, "school IT, plan against actual: +92 T€ net, +109.48 T€ with VAT"],
    ],
  },
  {
    section: 1,
    says: "Über 1.200 Geräte an Schulen brauchen mehr als drei Stellen; Verträge mit Dritten laufen bis zu fünf Jahre weiter",
    by: "Einheiten nach Jahren im Baustein Dienstleistungen; Rolle „entfällt“ mit letztem bezahlten Monat",
    tests: [
      ["model/blocks/services.test.ts", "takes one unit unless said and units by year"],
      [LINES, "end after the last month paid"],
    ],
  },
  {
    section: 1,
    says: "Online-Dienste der Schulen werden 10 bis 20 % teurer",
    presets: ["online-services-10", "online-services-20"],
    tests: [[GOLDEN, "charges for the schools' online services rise by 10 and 20 %"]],
  },
  {
    section: 1,
    says: "IT-Sicherheitskonzept 7.500 € über zwei Jahre, Fortschreibung 1.500 €; Datenschutzbeauftragter rund 6.000 € im Jahr",
    presets: ["further-services"],
    tests: [
      [GOLDEN, "security concept 7,500 € over two years, then 1,500 €; data protection 6,000 €"],
    ],
  },
  {
    section: 1,
    says: "Sicherheitskonzept von privater Seite 92 T€ über zwei Jahre; kleines Datenschutzpaket etwa die Hälfte",
    by: "Bausteine Einmaliger Einführungsaufwand in der Fortführung und Dienstleistungen",
    tests: [
      [GOLDEN, "a private security concept at 92 T€ costs 84.5 T€ more, a small package half"],
    ],
  },
  {
    section: 1,
    says: "Schulungen 51,2 T€ (2022), 86 % mehr in 2023 mit 20 T€ einmalig, ab 2024 75,8 T€",
    presets: ["further-services"],
    tests: [[GOLDEN, "training 51.2 T€, 86 % more in 2023 with 20 T€ once, 75.8 T€ from 2024"]],
  },
  {
    section: 1,
    says: "Produkt 01.02.02: 117,4 T€ (2022), 138,8 T€ (2023); 14 Stellen in der eigenen IT",
    by: "Beispielhaushalt",
    tests: [[SAMPLE, "holds the figures of DB 2022 and 14 IT posts of PA 2021"]],
  },
  {
    section: 1,
    says: "Keine bezifferten Einsparungen beim Personal; gespart werden Neueinstellungen",
    by: "Baustein Personalaufwand mit negativen Vollzeitäquivalenten",
    tests: [
      [GOLDEN, "saves no staff by itself, neither in the cooperation nor after the exit"],
      [CHARGES, "lowers the cost where hiring is avoided"],
    ],
  },
  {
    section: 2,
    says: "19 % Umsatzsteuer auf Nettopreise, oder 10 % in der Wirkung",
    presets: ["invoiced-19", "effective-10", "effective-10-derived"],
    tests: [
      [
        GOLDEN,
        "cooperation in 2023: net 494 T€, with 19 % 587.86 T€, with 10 % 543.4 T€, gross 547.58 T€",
      ],
      [GOLDEN, "input-tax share behind the 10 %: 9/19 = 47.4 %"],
    ],
  },
  {
    section: 2,
    says: "Nachzahlung mit 6 % Zinsen im Jahr nach § 233a AO, Prüfung erst Jahre später",
    presets: [
      "in-house-audit-6",
      "in-house-audit-statutory",
      "audit-3-years-6",
      "audit-8-years-6",
      "audit-3-years-statutory",
      "audit-8-years-statutory",
      "school-it-audit",
      "in-house-audit-effective-10",
    ],
    tests: [
      [GOLDEN, "interest at 6 % is 0.5 % a month: 29 months on 93,850 €"],
      [GOLDEN, "audits after three and after eight years at 6 % and at the statutory rate"],
      [GOLDEN, "Z7: VAT 2023 on school IT alone, assessed on 30.11.2027, carries 2,329 € interest"],
    ],
  },
  {
    section: 2,
    says: "Vertrauen auf In-House: weder Umsatzsteuer noch Vorsorge",
    presets: ["in-house"],
    tests: [[GOLDEN, "relying on in-house business: no VAT in the costs, the claim stays open"]],
  },
  {
    section: 2,
    says: "Erster Weg: Umsatzsteuer ab 2023 berechnen lassen; nach heutigem Recht ab 2027",
    presets: ["invoiced-19", "law-2027"],
    tests: [
      [
        GOLDEN,
        "law of the 2021 report from 2023, law of today from 2027, as the table of the law has it",
      ],
    ],
  },
  {
    section: 2,
    says: "Zweiter Weg: ohne Umsatzsteuer abrechnen und Rückstellung oder zweckgebundene Liquidität bilden",
    presets: ["provision", "earmarked", "provision-effective-10"],
    tests: [
      [GOLDEN, "a provision makes the claim expense when it arises, earmarked liquidity does not"],
    ],
  },
  {
    section: 3,
    says: "Allein weitermachen: der Haushalt, mit Indizes fortgeschrieben",
    presets: ["status-quo"],
    tests: [
      [
        LINES,
        "carry the latest earlier value on with the goods index; before the first value nothing",
      ],
      [
        "presets/adapt.test.ts",
        "computes on the sample what the documents say, with the budget beside it",
      ],
    ],
  },
  {
    section: 3,
    says: "Shared-Service-Center des Kreises: 1.500 € je Arbeitsplatz im Jahr ohne Umsatzsteuer",
    presets: ["service-centre-workplaces"],
    tests: [[GOLDEN, "district at 1,500 € a workplace, without VAT"]],
  },
  {
    section: 3,
    says: "Shared-Service-Center nach Personal: je angefangene 200 Anwender eine E 11 und eine E 9",
    presets: ["service-centre-staffing"],
    tests: [
      [GOLDEN, "district by staffing: one administrator and one technician per started 200 users"],
    ],
  },
  {
    section: 3,
    says: "Voraussetzung ist eine Leitung zum Kreis mit 1 Gbit/s; die Kosten sinken nicht von selbst",
    by: "Baustein Einmaliger Einführungsaufwand, vom Nutzer anzugeben",
    tests: [[CHARGES, "falls into the given years only, without index"]],
  },
  {
    section: 3,
    says: "Volle Übertragung mit 100 % Abnahme",
    presets: ["full-transfer"],
    tests: [
      [
        GOLDEN,
        "full transfer takes 100 % of the core price for every inhabitant; the spans their share",
      ],
    ],
  },
  {
    section: 3,
    says: "Private Dienstleister: 1.000 bis 2.200 € brutto am Tag",
    presets: ["provider-1000", "provider-2200"],
    tests: [[GOLDEN, "school IT against private providers, 600 days: 600 to 1,320 T€ gross"]],
  },
  {
    section: 4,
    says: "Austritt: Datenübernahme und Restbuchwerte, danach nichts mehr",
    presets: ["exit-2027"],
    tests: [
      [GOLDEN, "exit after the first phase: data transfer and residual value, nothing afterwards"],
      [
        "model/exit.test.ts",
        "takes residual values over and depreciates them over the months that remain",
      ],
    ],
  },
  {
    section: 4,
    says: "Kein Personal geht über, kein Personalaufwand folgt",
    presets: ["exit-2027"],
    tests: [[GOLDEN, "saves no staff by itself, neither in the cooperation nor after the exit"]],
  },
];

const SECTIONS = {
  1: "Zusammenarbeit mit dem Rechenzentrum",
  2: "Umsatzsteuer und Nachforderungen",
  3: "Andere Formen der Zusammenarbeit",
  4: "Austritt",
} as const;

/** The page of the documentation that says where each fact of the documents is reproduced. */
export function sourcePage(): string {
  const tables = ([1, 2, 3, 4] as const).map((section) => {
    const rows = SOURCE_ROWS.filter((row) => row.section === section).map(
      ({ says, presets = [], by, tests }) => {
        const where = [...presets.map((id) => `\`${id}\``), ...(by === undefined ? [] : [by])];
        const named = tests.map(([file, title]) => `\`${file}\`: ${title}`);
        return `| ${says} | ${where.join(", ")} | ${named.join("<br>")} |`;
      },
    );
    return [
      `## ${SECTIONS[section]}`,
      ["| Aussage | Vorlage oder Eingabe | Test |", "| --- | --- | --- |", ...rows].join("\n"),
    ].join("\n\n");
  });
  return `${[
    "# Wo die Zahlen der Dokumente stehen",
    "Neu erzeugt mit `npx tsx test/presets/describe-sources.ts`. Vorlagen sind mit ihrer Kennung genannt (`koop\npresets`), Tests mit Datei und Namen.",
    ...tables,
  ].join("\n\n")}\n`;
}
