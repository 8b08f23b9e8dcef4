import { dateSerial } from "../judges/ironcalc";
import { calculated } from "./dirty";
import { nameCollection } from "./name-objects";
import { commentObject, tableObject, worksheetCollection } from "./sheet-objects";
import { newId } from "./state";
import type { HostSheet, HostWorkbook } from "./state";
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
      Names: () => nameCollection(workbook, workbook.names, "Workbook"),
      CustomXmlParts: () => customXmlParts(workbook),
      // The library asks the workbook for a table or comment that it found on a sheet.
      Tables: () => ({
        type: "TableCollection",
        item: (key) =>
          onSomeSheet(workbook, ({ tables }) => tables.find(({ id }) => id === key), tableObject),
      }),
      Comments: () => ({
        type: "CommentCollection",
        item: (key) =>
          onSomeSheet(
            workbook,
            ({ comments }) => comments.find(({ id }) => id === key),
            commentObject,
          ),
      }),
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

/** The object of something that is found on one of the sheets. */
function onSomeSheet<T>(
  workbook: HostWorkbook,
  find: (sheet: HostSheet) => T | undefined,
  give: (workbook: HostWorkbook, sheet: HostSheet, found: T) => HostObject,
): HostObject {
  for (const sheet of workbook.sheets) {
    const found = find(sheet);
    if (found !== undefined) return give(workbook, sheet, found);
  }
  throw new HostError("ItemNotFound", "nothing of that id");
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
