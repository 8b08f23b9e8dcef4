import { columnLetters } from "../address";
import type { Text } from "../language";
import { cellText } from "./cells";
import type { ColumnMeaning } from "./columns";
import type { Grid } from "./grid";
import { fold } from "./words";

const VERSION_HEADER = /(?<![a-z])(?:plan)?(?:version|fassung|variante|szenario)(?![a-z])/;
const VERSION =
  /^(?:\d\. ?)?(?:verwaltungs)?(?:entwurf|beschluss|beschlossen|nachtrag|urfassung|endfassung|vorlage)/;

/**
 * The question to put where a column says that the sheet holds several versions of the same budget
 * (draft and decision): all of them together would count twice.
 */
export function findVersions(
  grid: Grid,
  meanings: readonly ColumnMeaning[],
  firstRow: number,
): Text | undefined {
  for (const { column, folded, header, role, rank } of meanings) {
    if (role === "amount" || role === "empty" || rank >= 100) continue;
    const named = VERSION_HEADER.test(folded);
    const found = new Map<string, string>();
    for (let row = firstRow; row < grid.rows.length; row += 1) {
      const text = cellText(grid.rows[row]?.[column]).trim();
      if (text === "") continue;
      const value = fold(text);
      if (!named && !VERSION.test(value)) {
        found.clear();
        break;
      }
      if (!found.has(value)) found.set(value, text);
      if (found.size > 20) break;
    }
    if (found.size < 2) continue;
    const list = [...found.values()].slice(0, 4);
    return {
      de: `Spalte ${columnLetters(column)} („${header}“) nennt mehrere Fassungen: ${list.join(", ")}. Zusammen zählte derselbe Betrag mehrfach; bitte nur die Zeilen der Fassung stehen lassen, die gilt.`,
      en: `Column ${columnLetters(column)} (“${header}”) names several versions: ${list.join(", ")}. Together the same amount would count more than once; please leave only the rows of the version that holds.`,
    };
  }
  return undefined;
}
