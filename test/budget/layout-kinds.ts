import type { CellContent } from "../../src/budget/grid";
import type { AmountKind, ReadingAnswers, SheetReading } from "../../src/budget/line";
import { FURTHER_KINDS } from "./further-layouts";
import { readRows, type GridParts } from "./grids";

type Rows = readonly (readonly CellContent[])[];

/** A kind of layout with a made-up example, and what becomes of it in a clerk's words. */
export interface LayoutKind {
  readonly name: string;
  readonly read: string;
  readonly asked: string;
  readonly refused: string;
  readonly status: SheetReading["status"];
  readonly rows: Rows;
  readonly parts?: GridParts;
  readonly answers?: ReadingAnswers;
}

const IT: readonly CellContent[] = ["01.02.02", "529100", "Aufwendungen für Datenverarbeitung"];
const FEES: readonly CellContent[] = ["01.02.02", "448100", "Erträge aus Erstattungen"];

const USUAL_KINDS: readonly LayoutKind[] = [
  {
    name: "Jahre nebeneinander, eine Kopfzeile",
    read: "Jahr und Art je Spalte, Produkt, Konto, Bezeichnung",
    asked: "zwei Spalten mit gleichem Jahr und gleicher Art",
    refused: "–",
    status: "budget",
    rows: [
      ["Produkt", "Konto", "Bezeichnung", "Ergebnis 2022", "Ansatz 2024"],
      [...IT, 90, 100],
      [...FEES, 9, 10],
    ],
  },
  {
    name: "Jahre nebeneinander, mehrere Kopfzeilen mit Gruppen",
    read: "Gruppenüberschriften über verbundenen oder leeren Zellen, Einheitenzeile, Spaltennummern werden übergangen",
    asked: "Jahr, wenn keine Zeile es nennt",
    refused: "–",
    status: "budget",
    rows: [
      ["Nr.", "Ertrags- und Aufwandsarten", "Ergebnis", "Haushaltsansatz", null],
      [null, null, 2022, 2023, 2024],
      [null, null, "EUR", "EUR", "EUR"],
      [null, null, 1, "2 1)", 3],
      [1, "Steuern und ähnliche Abgaben", 5, 6, 7],
      [2, "Personalaufwendungen", 3, 4, 5],
    ],
  },
  {
    name: "Relative Jahre (Vorjahr, Haushaltsjahr +1)",
    read: "mit Haushaltsjahr aus Titel, Blatt- oder Dateiname oder Antwort",
    asked:
      "Haushaltsjahr, wenn es nirgends steht, sich Namen widersprechen, im Doppelhaushalt ohne nummerierte Jahre oder wenn ein leerer Platzhalter im Kopf steht",
    refused: "–",
    status: "question",
    rows: [
      ["Nr.", "Bezeichnung", "Ergebnis Vorvorjahr", "Ansatz Haushaltsjahr"],
      [1, "Personalaufwendungen", 3, 4],
    ],
  },
  {
    name: "Jahre untereinander (Jahres- oder Datumsspalte)",
    read: "Zeilen gleicher Schlüssel werden eine Haushaltszeile; gleiche Zeilen bleiben einzeln und werden genannt",
    asked: "–",
    refused: "einzelne Zeilen ohne Jahr oder Art (mit Zelle genannt)",
    status: "budget",
    rows: [
      ["Produkt", "Konto", "Bezeichnung", "Richtung", "Werttyp", "Jahr", "Betrag"],
      [...IT, "Aufwand", "Ist", "2022", "90,00"],
      [...IT, "Aufwand", "Plan", "2024", "100,00"],
    ],
  },
  {
    name: "Ertrag und Aufwand in eigenen Spalten, Saldo daneben",
    read: "je Richtung eine Zeile; der Saldo prüft Zeile für Zeile, auch ohne Jahr in seiner Überschrift",
    asked: "–",
    refused: "–",
    status: "budget",
    rows: [
      [
        "Produkt",
        "Bezeichnung",
        "Ansatz 2024 (Erträge)",
        "Ansatz 2024 (Aufwendungen)",
        "Ansatz (Saldo)",
      ],
      ["01", "Rathaus", 10, -30, -20],
    ],
  },
  {
    name: "Ergebnis- und Finanzplan mit Zeilennummern und Summen",
    read: "Richtung aus Zeile, Block und Bezeichnung; Summen über „=“, Zeilenverweise und Rechnung; jede Abweichung mit Zelle",
    asked: "Zeilen, die wie eine Summe heißen und keine sind",
    refused: "–",
    status: "budget",
    rows: [
      ["Nr.", "Bezeichnung", "Ansatz 2024"],
      [1, "Steuern und ähnliche Abgaben", 10],
      [2, "= Ordentliche Erträge", 10],
      [3, "Personalaufwendungen", 4],
      [4, "= Ordentliche Aufwendungen", 4],
      [5, "= Ergebnis (= Zeilen 2 und 4)", 6],
    ],
  },
  {
    name: "Kameraler und staatlicher Haushalt",
    read: "Kapitel, Titel, Haushaltsstelle; Richtung aus der Hauptgruppe, wenn Bezeichnungen sie belegen",
    asked: "–",
    refused: "–",
    status: "budget",
    rows: [
      ["Kapitel", "Bezeichnung", "Titel", "Zweckbestimmung", "Ansatz 2024 in EUR"],
      ["0101", "Ratsbüro", "11910", "Einnahmen aus Gebühren", 5],
      ["0101", "Ratsbüro", "52310", "Ausgaben für Geräte", 3],
      ["0101", "Ratsbüro", "52320", "Ausgaben für Wartung", 2],
    ],
  },
  {
    name: "Richtung als Wort, Kürzel oder Buchstabe",
    read: "Ertrag/Aufwand, Einnahmen/Ausgaben, E/A, EINN./AUSG.",
    asked: "–",
    refused: "–",
    status: "budget",
    rows: [
      ["Produkt", "Konto", "Bezeichnung", "E/A", "Ansatz 2024"],
      [...IT, "A", 10],
      [...FEES, "E", 3],
    ],
  },
  {
    name: "Beträge als Text",
    read: "deutsche und englische Schreibweise je Spalte, Minus hinten, Klammern, EUR, T€, Mio. €, Striche",
    asked: "wenn Punkt und Komma nicht als Tausender- oder Dezimalzeichen zu erkennen sind",
    refused: "–",
    status: "budget",
    rows: [
      ["Produkt", "Konto", "Bezeichnung", "Ansatz 2024"],
      [...IT, "1.282,0 T€"],
      [...FEES, "(310.964,69)"],
    ],
  },
  {
    name: "Unklare Tausenderzeichen",
    read: "–",
    asked: "Schreibweise der Spalte",
    refused: "–",
    status: "question",
    rows: [
      ["Konto", "Bezeichnung", "Ansatz 2024"],
      ["5291", "Aufwendungen für Software", "1.282"],
      ["5292", "Aufwendungen für Wartung", "1,751"],
    ],
  },
  {
    name: "Nachtrag (bisher, Änderung, neu)",
    read: "der neue Ansatz; bisher + Änderung wird geprüft",
    asked: "wenn die Spalte mit dem neuen Ansatz fehlt",
    refused: "–",
    status: "budget",
    rows: [
      ["Konto", "Bezeichnung", "Ansatz 2024 bisher", "Änderung 2024", "Ansatz 2024 neu"],
      ["5291", "Aufwendungen für Software", 10, 5, 15],
    ],
  },
  {
    name: "Doppelhaushalt",
    read: "beide Ansatzjahre, nie zusammengezählt",
    asked: "Haushaltsjahr bei relativen Jahren",
    refused: "–",
    status: "budget",
    rows: [
      ["Doppelhaushalt 2024/2025"],
      ["Konto", "Bezeichnung", "Ansatz 2024", "Ansatz 2025"],
      ["5291", "Aufwendungen für Software", 10, 11],
    ],
  },
  {
    name: "Mehrere Arten eines Jahres, Verpflichtungsermächtigungen",
    read: "Ansatz, fortgeschriebener Ansatz, Ergebnis und VE nebeneinander; Vergleichsspalten nicht",
    asked: "–",
    refused: "–",
    status: "budget",
    rows: [
      [
        "Konto",
        "Bezeichnung",
        "Ansatz 2024",
        "Fortgeschr. Ansatz 2024",
        "Ist 2024",
        "VE 2024",
        "Abweichung",
      ],
      ["5291", "Aufwendungen für Software", 10, 11, 9, 3, -2],
    ],
  },
  {
    name: "Produkt in Zwischenzeilen, Titel oder Blattname",
    read: "gilt bis zur nächsten Zwischenzeile",
    asked: "–",
    refused: "–",
    status: "budget",
    rows: [
      ["Konto", "Bezeichnung", "Ansatz 2024"],
      ["Produkt 01.02.02 Zentrale IT"],
      ["5291", "Aufwendungen für Software", 10],
    ],
  },
  {
    name: "Beschädigte Nummern",
    read: "verlorene Nullen, wenn Länge, Zahlenformat, übergeordnete Nummer oder Nachbarspalte sie belegen",
    asked: "–",
    refused:
      "als Datum oder Exponent gespeicherte Nummern werden mit Zelle gemeldet, nicht geraten",
    status: "budget",
    rows: [
      ["Produkt", "Bezeichnung", "Ansatz 2024"],
      ["16.01.03", "Aufwendungen A", 1],
      [{ kind: "date", iso: "2001-01-16" }, "Aufwendungen B", 2],
    ],
  },
  {
    name: "Summe ohne Bezeichnung",
    read: "wenn die Zeilen sie ergeben: nicht gezählt",
    asked: "wenn sie sich aus nichts ergibt",
    refused: "–",
    status: "question",
    rows: [
      ["Konto", "Bezeichnung", "Ansatz 2024"],
      ["5291", "Aufwendungen für Software", 10],
      ["5292", "Aufwendungen für Wartung", 20],
      [null, null, 31],
    ],
  },
  {
    name: "Vordruck ohne Zahlen",
    read: "–",
    asked: "–",
    refused: "als Vordruck; Spaltennummern und Fußnoten gelten nicht als Beträge",
    status: "refused",
    rows: [
      ["Nr.", null, "Ergebnis", "Ansatz"],
      [null, null, "Vorvorjahr", "Haushaltsjahr"],
      [null, null, 1, "2 1)"],
      [1, "Steuern und ähnliche Abgaben"],
    ],
  },
  {
    name: "Andere Listen (Maßnahmen, Kontenplan, Kennzahlen, Bestände)",
    read: "–",
    asked: "–",
    refused: "bleiben unbeachtet, mit Grund",
    status: "ignored",
    rows: [
      ["Ordnungs-Nr.", "Straße", "Fertig am", "Herstellkosten"],
      [110, "Birkenweg", { kind: "date", iso: "2016-08-09" }, 192100],
    ],
  },
];

export const LAYOUT_KINDS: readonly LayoutKind[] = [...USUAL_KINDS, ...FURTHER_KINDS];

/** The table of layout kinds in Markdown; throws where an example no longer ends as it says. */
export function layoutTable(): string {
  const lines = [
    "| Aufbau | gelesen | gefragt | abgelehnt | Beispiel |",
    "| --- | --- | --- | --- | --- |",
  ];
  for (const kind of LAYOUT_KINDS) {
    const reading = readRows(kind.rows, kind.parts ?? {}, kind.answers ?? {});
    if (reading.status !== kind.status) throw new Error(`${kind.name}: ${reading.status}`);
    const cells = [kind.name, kind.read, kind.asked, kind.refused, outcome(reading)];
    lines.push(`| ${cells.join(" | ")} |`);
  }
  return lines.join("\n");
}

/** The kinds of amounts as German readers know them. */
export const KIND_NAMES: Readonly<Record<AmountKind, string>> = {
  ergebnis: "Ergebnis",
  ansatz: "Ansatz",
  fortgeschrieben: "fortgeschriebener Ansatz",
  planung: "Planung",
  verpflichtung: "Verpflichtungsermächtigung",
};

/** What became of an example: its sums, or the reader's own words. */
export function outcome(reading: SheetReading): string {
  if (reading.status !== "budget") return reading.reason.de.replaceAll("|", "/");
  const sums = reading.totals.map(({ year, kind, revenue, expense, undirected }) => {
    const open = undirected === 0 ? "" : `, offen ${undirected.toLocaleString("de-DE")}`;
    return `${KIND_NAMES[kind]} ${year}: Ertrag ${revenue.toLocaleString("de-DE")}, Aufwand ${expense.toLocaleString("de-DE")}${open}`;
  });
  return `${sums.join("; ")} €`;
}
