import { RefusedError } from "../../finding";
import { fill } from "../../language";
import type { SheetArea } from "../port";
import { missingSheet } from "./reading";
import { rectangleAddress } from "./rectangles";

/**
 * Brings a sheet to the front and selects cells on it.
 * @throws RefusedError when the sheet is not there or hidden
 */
export async function selectArea(context: Excel.RequestContext, area: SheetArea): Promise<void> {
  const worksheet = context.workbook.worksheets
    .getItemOrNullObject(area.sheet)
    .load("name,visibility");
  await context.sync();
  if (worksheet.isNullObject) throw missingSheet(area.sheet);
  if (worksheet.visibility !== Excel.SheetVisibility.visible) throw hiddenSheet(worksheet.name);
  worksheet.activate();
  worksheet.getRange(rectangleAddress(area)).untrack().select();
  await context.sync();
}

function hiddenSheet(name: string): RefusedError {
  return new RefusedError(
    fill(
      {
        de: "Das Blatt „{0}“ ist ausgeblendet. Bitte mit der rechten Maustaste auf ein Blattregister klicken, „Einblenden“ wählen und es dann noch einmal versuchen.",
        en: "Sheet “{0}” is hidden. Please right-click a sheet tab, choose “Unhide”, then try again.",
      },
      name,
    ),
  );
}
