import { dateSerial } from "../judges/ironcalc";
import { calculated, changed } from "./dirty";
import { absoluteAddress } from "./ranges";
import { rangeBehind } from "./range-objects";
import { worksheetCollection } from "./sheet-objects";
import { newId } from "./state";
import type { HostName, HostWorkbook } from "./state";
import { HostError } from "./wire";
import type { HostObject } from "./wire";

/** The workbook as the root of the object model. */
export function workbookObject(workbook: HostWorkbook): HostObject {
  return {
    type: "Workbook",
    read: {
      UsePrecisionAsDisplayed: () => workbook.precisionAsDisplayed,
    },
    navigate: {
      Worksheets: () => worksheetCollection(workbook),
      Names: () => nameCollection(workbook),
      CustomXmlParts: () => customXmlParts(workbook),
      Application: () => ({
        type: "Application",
        read: { CalculationMode: () => workbook.calculationMode },
        call: {
          SuspendApiCalculationUntilNextSync: () => undefined,
          SuspendScreenUpdatingUntilNextSync: () => undefined,
          Calculate: () => calculated(workbook),
        },
      }),
      Functions: () => ({
        type: "Functions",
        give: {
          Date: (year, month, day) => ({
            type: "FunctionResult",
            read: {
              Value: () =>
                dateSerial(
                  `${String(year)}-${String(month).padStart(2, "0")}-${String(day).padStart(2, "0")}`,
                ) - (workbook.date1904 ? 1462 : 0),
              Error: () => null,
            },
          }),
        },
      }),
      Protection: () => ({
        type: "WorkbookProtection",
        read: { Protected: () => workbook.structureProtected },
      }),
    },
  };
}

/** A name begins with a letter, `_` or `\`, has no blanks and at most 255 characters and is no address. */
const NAME = /^[\p{L}_\\][\p{L}\p{N}_.\\]{0,254}$/u;
const ADDRESS = /^(?:[A-Za-z]{1,3}\d+|[RrCc]|[Rr]\d*[Cc]\d*)$/;

function nameCollection(workbook: HostWorkbook): HostObject {
  const find = (key: unknown) =>
    workbook.names.find(({ name }) => name.toLowerCase() === String(key).toLowerCase());
  return {
    type: "NamedItemCollection",
    items: () => workbook.names.map((name) => namedItem(workbook, name)),
    item: (key) => {
      const found = find(key);
      if (found === undefined) throw new HostError("ItemNotFound", `no name ${String(key)}`);
      return namedItem(workbook, found);
    },
    call: { GetCount: () => workbook.names.length },
    give: {
      GetItemOrNullObject: (key) => {
        const found = find(key);
        return found === undefined ? null : namedItem(workbook, found);
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
        workbook.names.push(added);
        return namedItem(workbook, added);
      },
    },
  };
}

function formulaOf(reference: unknown): string {
  if (typeof reference === "string") return reference;
  const { sheet, area } = rangeBehind(reference);
  return `='${sheet.name.replaceAll("'", "''")}'!${absoluteAddress(area)}`;
}

function namedItem(workbook: HostWorkbook, name: HostName): HostObject {
  return {
    type: "NamedItem",
    identity: () => ({ _Id: name.name }),
    read: {
      Name: () => name.name,
      Comment: () => name.comment,
      Visible: () => true,
      Scope: () => "Workbook",
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
      Delete: () => void workbook.names.splice(workbook.names.indexOf(name), 1),
    },
  };
}

/** Namespace of the root element of an XML text. @throws HostError for a text that is no XML */
function namespaceOf(xml: string): string {
  const root = /^(?:<\?xml[^>]*\?>)?\s*<([\w.-]+)((?:\s[^>]*)?)>/.exec(xml);
  const name = root?.[1] ?? "";
  if (root === null || !new RegExp(`(?:</${name}>|/>)\\s*$`).test(xml)) {
    throw new HostError("InvalidArgument", "no XML");
  }
  return /\sxmlns="([^"]*)"/.exec(root[2] ?? "")?.[1] ?? "";
}

function customXmlParts(workbook: HostWorkbook): HostObject {
  const part = (id: string): HostObject => ({
    type: "CustomXmlPart",
    identity: () => ({ Id: id }),
    read: { Id: () => id, NamespaceUri: () => namespaceOf(workbook.customXml.get(id) ?? "") },
    call: {
      GetXml: () => workbook.customXml.get(id),
      SetXml: (xml) => {
        namespaceOf(String(xml));
        workbook.customXml.set(id, String(xml));
      },
      Delete: () => void workbook.customXml.delete(id),
    },
  });
  const item = (id: unknown) => {
    if (!workbook.customXml.has(String(id))) throw new HostError("ItemNotFound", "no such part");
    return part(String(id));
  };
  return {
    type: "CustomXmlPartCollection",
    items: () => [...workbook.customXml.keys()].map(part),
    item,
    give: {
      Add: (xml) => {
        namespaceOf(String(xml));
        const id = newId(workbook);
        workbook.customXml.set(id, String(xml));
        return part(id);
      },
      GetByNamespace: (namespace) => {
        const ids = () =>
          [...workbook.customXml]
            .filter(([, xml]) => namespaceOf(xml) === namespace)
            .map(([id]) => id);
        const only = (): HostObject | null => {
          const [id, second] = ids();
          // Null also where there are several (Excel.CustomXmlPartScopedCollection `getOnlyItemOrNullObject`).
          return id === undefined || second !== undefined ? null : part(id);
        };
        return {
          type: "CustomXmlPartScopedCollection",
          items: () => ids().map(part),
          item,
          call: { GetCount: () => ids().length },
          give: {
            GetOnlyItemOrNullObject: only,
            GetOnlyItem: () => {
              const found = only();
              if (found === null) throw new HostError("GeneralException", "not exactly one part");
              return found;
            },
          },
        };
      },
    },
  };
}
