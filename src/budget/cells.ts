import type { CellContent } from "./grid";

/** A cell as the text a person reads in it; dates in German order, nothing for an empty cell. */
export function cellText(content: CellContent | undefined): string {
  if (content === null || content === undefined) return "";
  if (typeof content === "string") return content;
  if (typeof content === "number") return String(content);
  if (typeof content === "boolean") return content ? "WAHR" : "FALSCH";
  if (content.kind === "error") return content.text;
  const [year, month, day] = content.iso.split("-");
  return `${(day ?? "").slice(0, 2)}.${month ?? ""}.${year ?? ""}`;
}

/** Whether a cell shows nothing: empty, or a text of blanks. */
export function isBlank(content: CellContent | undefined): boolean {
  if (content === null || content === undefined) return true;
  return typeof content === "string" && content.trim().length === 0;
}
