import { changed } from "./dirty";
import { absoluteAddress } from "./ranges";
import { rangeBehind } from "./range-objects";
import type { HostName, HostWorkbook } from "./state";
import { HostError } from "./wire";
import type { HostObject } from "./wire";

/** A name begins with a letter, `_` or `\`, has no blanks and at most 255 characters and is no address. */
const NAME = /^[\p{L}_\\][\p{L}\p{N}_.\\]{0,254}$/u;
const ADDRESS = /^(?:[A-Za-z]{1,3}\d+|[RrCc]|[Rr]\d*[Cc]\d*)$/;

/** Names of the workbook or of one sheet. */
export function nameCollection(
  workbook: HostWorkbook,
  names: HostName[],
  scope: "Workbook" | "Worksheet",
): HostObject {
  const find = (key: unknown) =>
    names.find(({ name }) => name.toLowerCase() === String(key).toLowerCase());
  return {
    type: "NamedItemCollection",
    items: () => names.map((name) => namedItem(workbook, names, scope, name)),
    item: (key) => {
      const found = find(key);
      if (found === undefined) throw new HostError("ItemNotFound", `no name ${String(key)}`);
      return namedItem(workbook, names, scope, found);
    },
    call: { GetCount: () => names.length },
    give: {
      GetItemOrNullObject: (key) => {
        const found = find(key);
        return found === undefined ? null : namedItem(workbook, names, scope, found);
      },
      Add: (given, reference, comment) => {
        const name = String(given);
        // support.microsoft.com, “Define and use names in formulas”.
        if (!NAME.test(name) || ADDRESS.test(name)) {
          throw new HostError("InvalidArgument", `name ${name}`);
        }
        if (find(name) !== undefined) throw new HostError("ItemAlreadyExists", `name ${name}`);
        const added = {
          name,
          formula: formulaOf(reference),
          comment: typeof comment === "string" ? comment : "",
        };
        names.push(added);
        return namedItem(workbook, names, scope, added);
      },
    },
  };
}

function formulaOf(reference: unknown): string {
  if (typeof reference === "string") return reference;
  const { sheet, area } = rangeBehind(reference);
  return `='${sheet.name.replaceAll("'", "''")}'!${absoluteAddress(area)}`;
}

function namedItem(
  workbook: HostWorkbook,
  names: HostName[],
  scope: string,
  name: HostName,
): HostObject {
  return {
    type: "NamedItem",
    identity: () => ({ _Id: name.name }),
    read: {
      Name: () => name.name,
      Comment: () => name.comment,
      Visible: () => true,
      Scope: () => scope,
      Type: () => (name.formula.includes("#REF!") ? "Error" : "Range"),
      // Of a range its address (learn.microsoft.com, Excel.NamedItem `value`).
      Value: () => (name.formula.includes("#REF!") ? "#BEZUG!" : name.formula.slice(1)),
      // Desktop Excel answers in its own language (office-js issue 2834).
      Formula: () => name.formula.replace("#REF!", "#BEZUG!"),
    },
    write: {
      Formula: (value) => {
        name.formula = String(value);
        changed(workbook);
      },
      Comment: (value) => void (name.comment = String(value)),
    },
    call: {
      Delete: () => void names.splice(names.indexOf(name), 1),
    },
  };
}
