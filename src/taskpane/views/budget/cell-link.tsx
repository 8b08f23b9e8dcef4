import { makeStyles, tokens } from "@fluentui/react-components";
import { cellAddress, placedCell } from "../../../address";
import { fill } from "../../../language";
import { useSession } from "../../frame/session-context";
import { useSpoken } from "../../frame/spoken";
import { BUDGET } from "./words";

const useStyles = makeStyles({
  link: {
    minHeight: "24px",
    minWidth: "24px",
    padding: "2px 4px",
    border: "none",
    backgroundColor: "transparent",
    color: tokens.colorBrandForegroundLink,
    fontFamily: "inherit",
    fontSize: "inherit",
    lineHeight: "inherit",
    textDecorationLine: "underline",
    cursor: "pointer",
    ":hover": { color: tokens.colorBrandForegroundLinkHover },
    ":focus-visible": { outline: `2px solid ${tokens.colorStrokeFocus2}` },
  },
});

/** The cell a finding speaks of; clicked on, the workbook shows it. */
export function CellLink({ address }: { readonly address: string }) {
  const styles = useStyles();
  const say = useSpoken();
  const session = useSession();
  const cell = placedCell(address);
  if (cell === undefined) return <span>{address}</span>;
  const { sheet, row, column } = cell;
  return (
    <button
      type="button"
      className={styles.link}
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
    </button>
  );
}
