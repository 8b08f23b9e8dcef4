import type { OpenedPackage } from "./opened-package";
import { relationshipsPartOf, writeRelationships } from "./relationships";
import type { NewRelationship } from "./relationships";

/** Parts on their way into a package, with their content types. Names of existing parts are never taken. */
export class NewParts {
  readonly contents = new Map<string, Uint8Array>();
  readonly types = new Map<string, string>();
  private readonly taken: Set<string>;
  private readonly lastNumbers = new Map<string, number>();

  constructor(opened: OpenedPackage) {
    this.taken = new Set(opened.archive.names().map((name) => name.toLowerCase()));
  }

  /** Adds a part under the first free number of a pattern such as `xl/charts/chart#.xml`. */
  add(pattern: string, type: string, content: string | Uint8Array): string {
    let number = this.lastNumbers.get(pattern) ?? 0;
    let name: string;
    do {
      number++;
      name = pattern.replaceAll("#", String(number));
    } while (
      this.taken.has(name.toLowerCase()) ||
      this.taken.has(relationshipsPartOf(name).toLowerCase())
    );
    this.lastNumbers.set(pattern, number);
    this.taken.add(name.toLowerCase());
    this.types.set(name, type);
    this.contents.set(
      name,
      typeof content === "string" ? new TextEncoder().encode(content) : content,
    );
    return name;
  }

  /** Adds the relationships of a part of ours; targets are part names and stand there absolutely. */
  relate(part: string, relationships: readonly NewRelationship[]): void {
    this.contents.set(relationshipsPartOf(part), writeRelationships(relationships.map(toAbsolute)));
  }
}

/** A relationship whose target is a part name, as it is written: `/xl/charts/chart1.xml`. */
export function toAbsolute(relationship: NewRelationship): NewRelationship {
  return { ...relationship, target: `/${relationship.target}` };
}
