import type { WantedCell } from "../engine";
import { cellArea } from "./areas";
import { OUTPUT_NOTICES } from "./output-notices";
import type { PaneSession } from "./session";

/** Selects a figure on the written sheets; where it does not stand there yet, that is said. */
export async function showWritten(session: PaneSession, wanted: WantedCell): Promise<void> {
  await session.run(OUTPUT_NOTICES.finding, async () => {
    const found = await session.engine?.findWritten(session.world.workbook, wanted);
    if (found === undefined) return { intent: "info", text: OUTPUT_NOTICES.notOnSheets };
    await session.select(cellArea(found.sheet, found.row, found.column));
  });
}
