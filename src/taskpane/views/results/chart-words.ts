import type { Text } from "../../../language";

export const CHARTS = {
  year: { de: "Jahr", en: "year" },
  thousands: { de: "Tausend Euro", en: "thousand euros" },
  clustered: {
    result: { de: "Belastung Ergebnisplan je Jahr", en: "Result plan expense by year" },
    cash: { de: "Belastung Finanzplan je Jahr", en: "Cash plan outlay by year" },
    alternative: {
      de: "Gruppierte Säulen: je Jahr eine Säule für jedes Szenario. Die Zahlen stehen in der Tabelle darunter.",
      en: "Clustered columns: for each year one column a scenario. The figures stand in the table below.",
    },
  },
  lines: {
    result: { de: "Mehr- / Minderaufwand kumuliert", en: "Cumulative difference" },
    cash: { de: "Mehr- / Minderauszahlung kumuliert", en: "Cumulative difference of outlays" },
    alternative: {
      de: "Linien: für jedes Szenario der aufgelaufene Unterschied zur Referenz. Die Zahlen stehen in der Tabelle darunter.",
      en: "Lines: for each scenario the difference to the reference added up. The figures stand in the table below.",
    },
  },
  stacked: {
    result: { de: "Ergebnisplan nach Kostenarten: {0}", en: "Result plan by kind of cost: {0}" },
    cash: { de: "Finanzplan nach Kostenarten: {0}", en: "Cash plan by kind of cost: {0}" },
    alternative: {
      de: "Gestapelte Säulen: je Jahr die Kostenarten des Szenarios. Die Zahlen stehen in der Tabelle darunter.",
      en: "Stacked columns: for each year the kinds of cost of the scenario. The figures stand in the table below.",
    },
  },
  legend: { de: "Legende", en: "Legend" },
  figures: { de: "Zahlen als Tabelle", en: "Figures as a table" },
  loading: { de: "Diagramm wird geladen", en: "Loading the chart" },
} as const satisfies Readonly<
  Record<string, Text | Readonly<Record<"result" | "cash" | "alternative", Text>>>
>;
