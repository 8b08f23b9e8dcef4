import { makeStyles, tokens } from "@fluentui/react-components";
import type { SheetReading } from "../../../../budget/line";
import { ColumnList } from "./column-list";
import { CorrectionForm } from "./correction-form";
import { Preview } from "./preview";
import { SaidOfSheet } from "./said";

const useStyles = makeStyles({
  details: {
    display: "flex",
    flexDirection: "column",
    gap: "4px",
    "& h3": { margin: "8px 0 0", fontSize: tokens.fontSizeBase300 },
  },
});

/** How a sheet was understood, column by column and cell by cell, and where to correct it. */
export function SheetDetails({ reading }: { readonly reading: SheetReading }) {
  const styles = useStyles();
  return (
    <div className={styles.details}>
      <SaidOfSheet sheet={reading.name} />
      <ColumnList reading={reading} />
      <Preview reading={reading} />
      <CorrectionForm reading={reading} />
    </div>
  );
}
