import type { OpenedPackage } from "./opened-package";
import { relationshipsPartOf, writeRelationships } from "./relationships";
import type { NewRelationship, Relationship } from "./relationships";

/**
 * Parts on their way into a package, with their content types. Names of parts that stay are never taken;
 * those of parts that go are, so that writing the same again gives the same names.
 */
export class NewParts {
  readonly contents = new Map<string, Uint8Array>();
  readonly types = new Map<string, string>();
  private readonly taken: Set<string>;
  private readonly lastNumbers = new Map<string, number>();

  /** `removed`: names of parts that go, in small letters. */
  constructor(opened: OpenedPackage, removed: ReadonlySet<string>) {
    const names = opened.archive.names().map((name) => name.toLowerCase());
    this.taken = new Set(names.filter((name) => !removed.has(name)));
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

  /**
   * Adds the relationships of a part of ours; targets are part names and stand there absolutely.
   * Those that users' additions need are kept beside them.
   */
  relate(
    part: string,
    relationships: readonly NewRelationship[],
    kept: readonly Relationship[] = [],
  ): void {
    const all: readonly NewRelationship[] = [
      ...relationships.map(toAbsolute),
      ...kept.map(({ id, type, target, external }) =>
        external ? { id, type, target, external } : toAbsolute({ id, type, target }),
      ),
    ];
    this.contents.set(relationshipsPartOf(part), writeRelationships(all));
  }
}

/** A relationship whose target is a part name, as it is written: `/xl/charts/chart1.xml`. */
export function toAbsolute(relationship: NewRelationship): NewRelationship {
  return { ...relationship, target: `/${relationship.target}` };
}
