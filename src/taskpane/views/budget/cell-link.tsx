import { cellAddress, placedCell } from "../../../address";
import { fill } from "../../../language";
import { TextButton } from "../../controls/text-button";
import { useSession } from "../../frame/session-context";
import { useSpoken } from "../../frame/spoken";
import { BUDGET } from "./words";

/** The cell a finding speaks of; clicked on, the workbook shows it. */
export function CellLink({ address }: { readonly address: string }) {
  const say = useSpoken();
  const session = useSession();
  const cell = placedCell(address);
  if (cell === undefined) return <span>{address}</span>;
  const { sheet, row, column } = cell;
  return (
    <TextButton
      aria-label={say(fill(BUDGET.showCell, cellAddress(row, column)))}
      title={address}
      onClick={() =>
        void session.select({
          sheet,
          firstRow: row,
          firstColumn: column,
          lastRow: row,
          lastColumn: column,
        })
      }
    >
      {cellAddress(row, column)}
    </TextButton>
  );
}
