import { fold } from "../../budget/words";
import { fill, type Text } from "../../language";
import { accountClasses, natureOf } from "../../law/accounts";
import type { LineRule, ModelDocument } from "../../model/document";
import type { LineRole } from "../../model/line-roles";
import { cashLines } from "../../model/presets/counted-lines";
import { speaksOfIt, wordOfIt } from "../../model/presets/words";
import { type AssignableLine, sumsByYear } from "./assignable-lines";
import { type RuleScope, takersOf } from "./line-rules";

/** Lines that probably belong to the model, why, and as what. */
export interface Suggestion {
  readonly kind: SuggestionKind;
  readonly role: LineRole;
  readonly reason: Text;
  readonly lines: readonly AssignableLine[];
  /** EUR, expense less revenue, by year. */
  readonly sums: ReadonlyMap<number, number>;
  /** To be looked at one by one: the word alone says too little. */
  readonly doubtful: boolean;
}

type SuggestionKind =
  "cooperation" | "software" | "it-word" | "levy" | "staff" | "depreciation" | "product" | "beside";

/** Suggested before others, a line only once. */
const KINDS: Readonly<
  Record<SuggestionKind, { role: LineRole["role"]; reason: Text; doubtful?: boolean }>
> = {
  cooperation: {
    role: "budgeted",
    reason: {
      de: "{0} in der Bezeichnung: vermutlich schon für die Kooperation veranschlagt.",
      en: "{0} in the name: probably budgeted for the cooperation already.",
    },
  },
  software: {
    role: "stays",
    reason: {
      de: "{0} in der Bezeichnung: bleibt, bis die Software abgelöst ist; dann auf „entfällt“ setzen.",
      en: "{0} in the name: stays until the software is replaced; then set it to “ends”.",
    },
  },
  "it-word": {
    role: "stays",
    reason: { de: "{0} in der Bezeichnung.", en: "{0} in the name." },
  },
  staff: {
    role: "stays",
    reason: {
      de: "Personalkonten im Produkt {0}.",
      en: "Staff accounts in the product {0}.",
    },
  },
  depreciation: {
    role: "stays",
    reason: {
      de: "Abschreibungskonten im Produkt {0}.",
      en: "Depreciation accounts in the product {0}.",
    },
  },
  product: {
    role: "stays",
    reason: { de: "Weitere Konten im Produkt {0}.", en: "Other accounts in the product {0}." },
  },
  levy: {
    role: "budgeted",
    doubtful: true,
    reason: {
      de: "{0} in der Bezeichnung: gehört nur dazu, wenn sie an den Träger der IT geht.",
      en: "{0} in the name: belongs here only if it goes to the body that runs the IT.",
    },
  },
  beside: {
    role: "stays",
    doubtful: true,
    reason: {
      de: "Die meisten Zeilen des Produkts {0} sind zugeordnet, diese nicht.",
      en: "Most lines of the product {0} are assigned, these are not.",
    },
  },
};

const COOPERATION = ["krzn", "kdvz", "rechenzentr", "it-kooperation", "it-verbund"];
const SOFTWARE = ["software", "lizenz"];
/** Levies that every town pays and that have nothing to do with information technology. */
const OTHER_LEVIES =
  /(kreis|gewerbesteuer|landschafts|krankenhaus|finanzausgleichs|jugendamts|solidar|insolvenz|wasser|deich|unterhaltungs)[a-z]*umlage/;

/**
 * Suggestions for lines that no rule takes in yet, from words in their names and from the accounts of
 * products that speak of information technology. Lines with cash accounts beside expense accounts are
 * left out, for they would count twice.
 */
export function suggestLines(
  lines: readonly AssignableLine[],
  { rules, behind }: Pick<RuleScope, "rules" | "behind">,
  land: ModelDocument["land"],
): readonly Suggestion[] {
  const all = [...rules, ...behind];
  const takers = new Map(
    [...takersOf(all, lines)].map(([line, taker]) => [line, all[taker]] as const),
  );
  // What a rule says is not affected has been decided as well.
  const open = lines.filter((line) => line.leftOut === undefined && takers.get(line) === undefined);
  const sheets = [...new Set(lines.map(({ sheet }) => sheet))];
  const counted = open.map(({ line, sheet }) => ({ line, sheet, cell: "", sign: 1 as const }));
  const cash = new Set(cashLines(sheets, counted).map(({ line }) => line));
  const assigned = mostlyAssigned(lines, takers);
  const groups = new Map<SuggestionKind, { lines: AssignableLine[]; named: Set<string> }>();
  for (const line of open) {
    if (cash.has(line.line)) continue;
    const found = kindOf(line, land, assigned);
    if (found === undefined) continue;
    const group = groups.get(found.kind) ?? { lines: [], named: new Set<string>() };
    groups.set(found.kind, group);
    group.lines.push(line);
    group.named.add(found.named);
  }
  return (Object.keys(KINDS) as SuggestionKind[]).flatMap((kind): readonly Suggestion[] => {
    const group = groups.get(kind);
    if (group === undefined) return [];
    const { role, reason, doubtful = false } = KINDS[kind];
    return [
      {
        kind,
        role: { role },
        reason: fill(reason, quoted([...group.named])),
        lines: group.lines,
        sums: sumsByYear(group.lines),
        doubtful,
      },
    ];
  });
}

/** Products of which more than half of the lines have a role. */
function mostlyAssigned(
  lines: readonly AssignableLine[],
  takers: ReadonlyMap<AssignableLine, LineRule | undefined>,
): ReadonlySet<string | undefined> {
  const surplus = new Map<string, number>();
  for (const assignable of lines) {
    const { product } = assignable.line;
    if (product === undefined || assignable.leftOut !== undefined) continue;
    const hasRole = (takers.get(assignable)?.role ?? "unaffected") !== "unaffected";
    surplus.set(product, (surplus.get(product) ?? 0) + (hasRole ? 1 : -1));
  }
  return new Set([...surplus].filter(([, more]) => more > 0).map(([product]) => product));
}

function kindOf(
  { line, sheet }: AssignableLine,
  land: ModelDocument["land"],
  assigned: ReadonlySet<string | undefined>,
): { readonly kind: SuggestionKind; readonly named: string } | undefined {
  const { label, product, productLabel, account, direction } = line;
  const folded = fold(label);
  // Few labels have such a word: only theirs are taken apart.
  const has = (words: readonly string[]): string | undefined =>
    words.some((word) => folded.includes(word)) ? wordWith(label, words) : undefined;
  const partner = has(COOPERATION);
  if (partner !== undefined) return { kind: "cooperation", named: partner };
  const software = direction === "revenue" ? undefined : has(SOFTWARE);
  if (software !== undefined) return { kind: "software", named: software };
  const word = wordOfIt(label);
  if (word !== undefined) return { kind: "it-word", named: word };
  if (productLabel !== undefined && speaksOfIt(productLabel)) {
    const classes = accountClasses(land ?? "NW", sheet.bookkeeping);
    const nature = account === undefined ? "other" : natureOf(account, classes);
    const kind = nature === "staff" || nature === "depreciation" ? nature : "product";
    return { kind, named: [product, productLabel].filter(Boolean).join(" ") };
  }
  const levy = /umlagen?(?![a-z])/.test(folded);
  if (levy && direction !== "revenue" && !OTHER_LEVIES.test(folded))
    return { kind: "levy", named: has(["umlage"]) ?? label };
  if (product !== undefined && assigned.has(product)) return { kind: "beside", named: product };
  return undefined;
}

/** The word of a label that holds one of the beginnings. */
function wordWith(label: string, words: readonly string[]): string | undefined {
  return label
    .split(/[^\p{L}\p{N}-]+/u)
    .find((part) => words.some((word) => fold(part).includes(word)));
}

/** So many words are named; the lines themselves are listed anyway. */
const NAMED = 4;

function quoted(words: readonly string[]): Text {
  const list = (open: string, close: string): string =>
    words
      .slice(0, NAMED)
      .map((word) => `${open}${word}${close}`)
      .join(", ") + (words.length > NAMED ? " …" : "");
  return { de: list("„", "“"), en: list("“", "”") };
}
