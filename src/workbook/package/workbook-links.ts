import { toAbsolute } from "./new-parts";
import type { OpenedPackage } from "./opened-package";
import { changeRelationships, freeIds, RELATIONSHIPS } from "./relationships";
import type { NewRelationship } from "./relationships";

/** Relationships of the workbook to our parts, under the ids that an earlier run gave them. */
export class WorkbookLinks {
  private readonly opened: OpenedPackage;
  private readonly nextId: () => string;
  private readonly wanted: NewRelationship[] = [];

  constructor(opened: OpenedPackage) {
    this.opened = opened;
    this.nextId = freeIds(opened.relationships);
  }

  /** Refers to a part by its name; gives the id. */
  relate(kind: string, target: string, formerId?: string): string {
    const id = formerId ?? this.nextId();
    this.wanted.push({ id, type: `${RELATIONSHIPS}/${kind}`, target });
    return id;
  }

  /** The part without the ids that go; a relationship that stands there as it should keeps its bytes. */
  bytes(gone: ReadonlySet<string>): Uint8Array {
    const { relationships, relationshipsPart } = this.opened;
    const standing = this.wanted.filter((wanted) =>
      relationships.some(
        ({ id, type, target, external }) =>
          !external && id === wanted.id && type === wanted.type && target === wanted.target,
      ),
    );
    const kept = new Set(standing.map(({ id }) => id));
    return changeRelationships(
      relationshipsPart,
      this.wanted.filter(({ id }) => !kept.has(id)).map(toAbsolute),
      new Set([...gone].filter((id) => !kept.has(id))),
    );
  }
}
