import type { Language, Text } from "../language";
import type { ColumnReference, Expression, FunctionName, Operator } from "./expression";
import type { Row } from "./row";

/**
 * How a figure comes about, in words: the same expression that is computed and written as a formula,
 * with the labels of its rows.
 */
export function explain(expression: Expression, language: Language): string {
  return words(expression, language, 0);
}

const SIGNS: Readonly<Record<Operator, string>> = {
  "+": "+",
  "-": "−",
  "*": "×",
  "/": "÷",
  "^": "^",
  "&": "&",
  "=": "=",
  "<>": "≠",
  "<": "<",
  "<=": "≤",
  ">": ">",
  ">=": "≥",
};

const RANK: Readonly<Record<Operator, number>> = {
  "=": 1,
  "<>": 1,
  "<": 1,
  "<=": 1,
  ">": 1,
  ">=": 1,
  "&": 2,
  "+": 3,
  "-": 3,
  "*": 4,
  "/": 4,
  "^": 5,
};

const FUNCTIONS: Readonly<Record<Exclude<FunctionName, "IF">, Text>> = {
  ABS: { de: "Betrag von", en: "absolute value of" },
  COUNTIF: { de: "Anzahl der Zellen mit Bedingung", en: "number of cells that meet" },
  DATE: { de: "Datum aus", en: "date of" },
  EXACT: { de: "zeichengleich", en: "exactly equal" },
  INDEX: { de: "Eintrag aus der Liste", en: "entry of the list" },
  INT: { de: "abgerundet", en: "rounded down" },
  ISNUMBER: { de: "ist eine Zahl", en: "is a number" },
  LOOKUP: { de: "Tabellenwert zum Stichtag", en: "table value on the date" },
  MATCH: { de: "Stelle in der Liste", en: "place in the list" },
  MAX: { de: "der größere Wert von", en: "the larger of" },
  MIN: { de: "der kleinere Wert von", en: "the smaller of" },
  MONTH: { de: "Monat von", en: "month of" },
  RANK: { de: "Rang", en: "rank" },
  ROUND: { de: "gerundet", en: "rounded" },
  ROUNDUP: { de: "aufgerundet", en: "rounded up" },
  SEARCH: { de: "enthalten in", en: "contained in" },
  SUM: { de: "Summe aus", en: "sum of" },
  SUMIF: { de: "Summe der Zeilen mit gleichem Schlüssel", en: "sum of the rows with the same key" },
  SUMIFS: {
    de: "Summe der Zeilen mit gleichen Schlüsseln",
    en: "sum of the rows with the same keys",
  },
  SUMPRODUCT: { de: "Summe über die Jahre von", en: "sum over the years of" },
  VALUE: { de: "Zahl aus", en: "number of" },
  YEAR: { de: "Jahr von", en: "year of" },
};

function words(expression: Expression, language: Language, outer: number): string {
  switch (expression.kind) {
    case "number":
      return String(expression.value);
    case "text":
      return quoted(expression.value, language);
    case "phrase":
      return expression.words[language];
    case "axis":
      return language === "de" ? "Jahr der Spalte" : "year of the column";
    case "budgetCell":
      return language === "de" ? `Haushalt ${expression.sheet}` : `budget ${expression.sheet}`;
    case "cell":
      return named(expression.row, expression.column, language);
    case "rowRange":
      return language === "de"
        ? `${label(expression.row, language)} (alle Jahre)`
        : `${label(expression.row, language)} (all years)`;
    case "area":
    case "columnRange":
      return language === "de"
        ? `${label(expression.first, language)} bis ${label(expression.last, language)}`
        : `${label(expression.first, language)} to ${label(expression.last, language)}`;
    case "call":
      return callWords(expression.name, expression.arguments, language);
    case "operation": {
      if (expression.operator === "=" && expression.right.kind === "text") {
        return emptiness(words(expression.left, language, 1), expression.right.value, language);
      }
      const own = RANK[expression.operator];
      const tighter = ["-", "/", "^"].includes(expression.operator) || own === 1 ? 1 : 0;
      const left = words(expression.left, language, own);
      const right = words(expression.right, language, own + tighter);
      const text = `${left} ${SIGNS[expression.operator]} ${right}`;
      return own < outer ? `(${text})` : text;
    }
  }
}

function quoted(text: string, language: Language): string {
  return language === "de" ? `„${text}“` : `“${text}”`;
}

function emptiness(left: string, right: string, language: Language): string {
  if (right !== "") return `${left} = ${quoted(right, language)}`;
  return language === "de" ? `${left} ist leer` : `${left} is empty`;
}

function callWords(name: FunctionName, parts: readonly Expression[], language: Language): string {
  const inner = parts.map((part) => words(part, language, 0));
  if (name === "IF") {
    const [test = "", then = "", otherwise = ""] = inner;
    return language === "de"
      ? `wenn ${test}, dann ${then}, sonst ${otherwise}`
      : `if ${test} then ${then}, else ${otherwise}`;
  }
  return `${FUNCTIONS[name][language]} (${inner.join("; ")})`;
}

function label(row: Row, language: Language): string {
  return row.label[language];
}

function named(row: Row, column: ColumnReference, language: Language): string {
  const text = label(row, language);
  if (column === "previous")
    return language === "de" ? `${text} (Vorjahr)` : `${text} (year before)`;
  return text;
}
