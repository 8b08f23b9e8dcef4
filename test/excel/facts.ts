/** What can be said of a workbook, fact by fact: place and subject, and what holds there. */
export type Facts = Map<string, string>;

/** A line between two cells, as both sides describe it. */
export interface Line {
  readonly kind: "hair" | "thin" | "medium" | "double";
  /** `RRGGBB` */
  readonly colour: string;
}

const WEIGHT = ["hair", "thin", "medium", "double"];

/**
 * Lines between cells, from what each cell says of its own edges. Neighbours share the line between them;
 * of two the heavier shows.
 */
export class Lines {
  private readonly found = new Map<string, Line>();

  add(row: number, column: number, edge: "top" | "bottom" | "left" | "right", line: Line): void {
    const place =
      edge === "top" || edge === "bottom"
        ? `above ${String(edge === "top" ? row : row + 1)},${String(column)}`
        : `left of ${String(row)},${String(edge === "left" ? column : column + 1)}`;
    const before = this.found.get(place);
    if (before === undefined || WEIGHT.indexOf(line.kind) > WEIGHT.indexOf(before.kind)) {
      this.found.set(place, line);
    }
  }

  addTo(facts: Facts, sheet: string): void {
    for (const [place, { kind, colour }] of this.found) {
      facts.set(`${sheet}: line ${place}`, `${kind} ${colour}`);
    }
  }
}

/** A result as both engines give it; they add in different orders. */
export function shownResult(value: unknown): string {
  if (typeof value === "number") return String(Math.round(value * 1e4) / 1e4 + 0);
  if (value === null || value === undefined || value === "") return "nothing";
  if (typeof value === "object") return `error ${JSON.stringify(value)}`;
  return `${typeof value} ${JSON.stringify(value)}`;
}

/** `RRGGBB` of `#RRGGBB` or `FFRRGGBB`. */
export function rgb(colour: unknown): string {
  return typeof colour === "string" ? colour.slice(-6).toUpperCase() : "none";
}

/** Facts that differ, as lines to read: what the first says and what the second. */
export function differences(first: Facts, second: Facts): readonly string[] {
  const keys = [...new Set([...first.keys(), ...second.keys()])];
  return keys
    .filter((key) => first.get(key) !== second.get(key))
    .map((key) => `${key}: ${first.get(key) ?? "–"} | ${second.get(key) ?? "–"}`);
}
