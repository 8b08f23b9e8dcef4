import type { CellContent } from "../../budget/grid";
import type { Language } from "../../language";

/** More decimals no column has room for. */
const MOST_DECIMALS = 9;

/**
 * A number without a format with fewer and fewer decimals, as Excel shows it where its column is narrow;
 * nothing for numbers of another format and for whole ones.
 */
export function shorterNumbers(
  content: CellContent,
  code: string,
  language: Language,
): readonly string[] {
  if (typeof content !== "number" || code !== "General") return [];
  const decimals = (/\.(\d+)$/.exec(String(content))?.[1] ?? "").length;
  return Array.from({ length: Math.min(decimals, MOST_DECIMALS) }, (_, index) => {
    const text = content.toFixed(Math.min(decimals, MOST_DECIMALS) - 1 - index);
    return language === "de" ? text.replace(".", ",") : text;
  });
}
