import type { Archive } from "./archive";
import { readRelationships } from "./relationships";
import type { Relationship } from "./relationships";
import { readXmlPart } from "./xml-tree";

/** Which part refers to which, by part names in small letters; the package itself is the empty name. */
export class PackageGraph {
  private readonly targets = new Map<string, readonly string[]>();

  constructor(archive: Archive) {
    for (const name of archive.names()) {
      const owner = ownerOf(name);
      if (owner === undefined) continue;
      const relationships = readRelationships(readXmlPart(archive, name), owner);
      this.targets.set(owner.toLowerCase(), internalTargets(relationships));
    }
  }

  /** Parts that can be reached from these, themselves included, without passing through the blocked ones. */
  reach(from: readonly string[], blocked: ReadonlySet<string> = new Set()): ReadonlySet<string> {
    const reached = new Set<string>();
    const open = from.map((part) => part.toLowerCase());
    for (let part = open.pop(); part !== undefined; part = open.pop()) {
      if (reached.has(part) || blocked.has(part)) continue;
      reached.add(part);
      open.push(...(this.targets.get(part) ?? []));
    }
    return reached;
  }
}

/** The part whose relationships stand in a part of this name; undefined for every other part. */
function ownerOf(name: string): string | undefined {
  const [, folder, file] = /^(.*?)_rels\/([^/]*)\.rels$/i.exec(name) ?? [];
  return folder === undefined || file === undefined ? undefined : `${folder}${file}`;
}

function internalTargets(relationships: readonly Relationship[]): readonly string[] {
  return relationships
    .filter(({ external }) => !external)
    .map(({ target }) => target.replace(/#.*$/, "").toLowerCase());
}
