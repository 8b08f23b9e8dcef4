import type { CellContent } from "./grid";

/** Years a budget may be about; other four-digit numbers are no years. */
export const FIRST_YEAR = 1990;
export const LAST_YEAR = 2099;

/** What a header says about its year. */
export interface HeaderYear {
  /** The year as it stands there. */
  readonly year?: number;
  /** Distance from the budget year: -1 for `Vorjahr`, 2 for `Planung +2`. */
  readonly offset?: number;
  /** The blank of a form stands where the year should be (`20..`, `&JAHR&`). */
  readonly unfilled: boolean;
  /** More than one year stands there, so that none can be taken. */
  readonly several: boolean;
}

export function isYear(number: number): boolean {
  return Number.isInteger(number) && number >= FIRST_YEAR && number <= LAST_YEAR;
}

/** All years that a text names, in order, each once. */
export function yearsIn(text: string): number[] {
  const years: number[] = [];
  const add = (year: number): void => {
    if (isYear(year) && !years.includes(year)) years.push(year);
  };
  // 2023/24 and 2023-24 name two years; 1.100.2023.05 and 20231 name none.
  const pattern =
    /(?<![\d.,])(\d{4})(?:\s?[/-]\s?(\d{2}))?(?![\d]|[.,]\d)|(?<=\d\.\d{1,2}\.)(\d{4})(?!\d)/g;
  // A footnote sticks to its year: `20241)`.
  for (const match of text.replace(/(\d{4})\d\)/g, "$1 ").matchAll(pattern)) {
    const year = Number(match[1] ?? match[3]);
    add(year);
    if (match[2] !== undefined && isYear(year)) {
      const next = Math.floor(year / 100) * 100 + Number(match[2]);
      if (next === year + 1) add(next);
    }
  }
  return years;
}

/** Reads year or distance out of a folded header text. */
export function headerYear(folded: string): HeaderYear {
  const unfilled =
    /&\w+&|<<?[^>]*>>?|\{\w+\}|#name|#wert|#ref|(?<!\d)20(?:\.\.|xx|__|\?\?)|x{4}/.test(folded);
  const years = yearsIn(folded);
  if (years.length > 1) return { unfilled, several: true };
  const year = years[0] ?? shortYear(folded);
  const offset = relativeYear(folded);
  return {
    ...(year === undefined ? {} : { year }),
    ...(offset === undefined ? {} : { offset }),
    unfilled,
    several: false,
  };
}

/** `Ansatz 24`, `RE '22`: two digits directly behind the kind are a year. */
function shortYear(folded: string): number | undefined {
  const short =
    /^(?:ansatz|hha|ha|plan|soll|planung|ergebnis|ist|re|rechnung|fp|haushalt|hj) ?'?([1-4]\d)$/.exec(
      folded,
    );
  return short?.[1] === undefined ? undefined : 2000 + Number(short[1]);
}

/** Distance from the budget year of a relative word, undefined when there is none. */
export function relativeYear(folded: string): number | undefined {
  const before = /((?:vor)+)(?:haushalts)?jahr/.exec(folded);
  if (before?.[1] !== undefined) return -(before[1].length / 3);
  const short = /(?<![a-z])(v{1,3})j(?![a-z])/.exec(folded);
  if (short?.[1] !== undefined) return -short[1].length;
  const numbered = /(?<!\d)([12])\. ?haushaltsjahr/.exec(folded);
  if (numbered?.[1] !== undefined) return Number(numbered[1]) - 1;
  const following = /(?:(\d)\. ?)?(?<![a-z])folgejahr/.exec(folded);
  if (following) return Number(following[1] ?? 1);
  const distance =
    /(?:haushaltsjahr|planungsjahr|planjahr|budgetjahr|(?<![a-z])hj|(?<![a-z])hhj|planung|finanzplanung|(?<![a-z])(?:plan|fp|ansatz)|jahr)\w{0,2} ?([+-]) ?(\d)(?!\d)/.exec(
      folded,
    );
  if (distance?.[2] !== undefined) return Number(distance[2]) * (distance[1] === "-" ? -1 : 1);
  const numbering = /(?<![a-z])n(?: ?([+-]) ?(\d))?$/.exec(folded);
  if (numbering !== null && folded.length > 1)
    return Number(numbering[2] ?? 0) * (numbering[1] === "-" ? -1 : 1);
  if (
    /(?<![a-z])(?:haushaltsjahr|haushaltjahr|planjahr|budgetjahr|hj|hhj)(?![a-z]{4})/.test(folded)
  )
    return 0;
  return undefined;
}

/** The year of a cell in a year or date column: `2024`, `"2024"`, `01.01.2024`, a date. */
export function cellYear(content: CellContent): number | undefined {
  if (typeof content === "number") return isYear(content) ? content : undefined;
  if (content === null || typeof content === "boolean") return undefined;
  if (typeof content === "object") {
    const year = content.kind === "date" ? Number(content.iso.slice(0, 4)) : 0;
    return isYear(year) ? year : undefined;
  }
  const text = content.trim();
  if (text.length < 4 || text.length > 24) return undefined;
  if (text.length === 4) {
    const year = Number(text);
    return isYear(year) ? year : undefined;
  }
  const date =
    /^\d{1,2}[./]\d{1,2}[./](\d{4})$/.exec(text) ??
    /^(\d{4})-\d{2}-\d{2}(?:[T ].*)?$/.exec(text) ??
    /^(?:hj|hhj|jahr|haushaltsjahr) ?(\d{4})$/i.exec(text);
  const year = Number(date?.[1]);
  return isYear(year) ? year : undefined;
}
