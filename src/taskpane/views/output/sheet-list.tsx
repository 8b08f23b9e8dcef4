import { makeStyles, tokens } from "@fluentui/react-components";
import { TextButton } from "../../controls/text-button";
import { fill, verbatim } from "../../../language";
import type { SheetChange } from "../../../sheets/output-changes";
import { useFigures } from "../../frame/figures";
import { usePaneState, useSession } from "../../frame/session-context";
import { useSpoken } from "../../frame/spoken";
import { cellArea } from "../../session/areas";
import { FATES, OUTPUT, ROLES } from "./words";

const useStyles = makeStyles({
  list: { listStyleType: "none", margin: "4px 0", padding: 0 },
  item: {
    display: "grid",
    gridTemplateColumns: "1fr auto",
    columnGap: "8px",
    padding: "4px 0",
    borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
  },
  name: { overflowWrap: "anywhere", minWidth: 0 },
  fate: { textAlign: "right" },
  small: { color: tokens.colorNeutralForeground2, fontSize: tokens.fontSizeBase200 },
  changing: { fontWeight: tokens.fontWeightSemibold },
});

/** The sheets of the model: what each is for, and what writing does to it; those there can be gone to. */
export function SheetList({ sheets }: { readonly sheets: readonly SheetChange[] }) {
  const styles = useStyles();
  const say = useSpoken();
  return (
    <section aria-labelledby="output-sheets">
      <h2 id="output-sheets">{say(OUTPUT.sheets)}</h2>
      <ul className={styles.list}>
        {sheets.map((sheet) => (
          <SheetItem key={sheet.key} sheet={sheet} />
        ))}
      </ul>
    </section>
  );
}

function SheetItem({ sheet: { name, role, fate, cells } }: { readonly sheet: SheetChange }) {
  const styles = useStyles();
  const say = useSpoken();
  const session = useSession();
  const { number } = useFigures();
  const there = usePaneState((state) => state.written.sheets.includes(name));
  return (
    <li className={styles.item}>
      <span className={styles.name}>
        {there ? (
          <TextButton
            title={say(fill(OUTPUT.show, verbatim(name)))}
            onClick={() => void session.select(cellArea(name, 0, 0))}
          >
            {name}
          </TextButton>
        ) : (
          name
        )}
        {role !== undefined && <div className={styles.small}>{say(ROLES[role])}</div>}
      </span>
      <span className={styles.fate}>
        <span className={fate === "unchanged" ? undefined : styles.changing}>
          {say(FATES[fate])}
        </span>
        {fate === "rewritten" && (
          <div className={styles.small}>
            {say(cells === 1 ? OUTPUT.oneCell : fill(OUTPUT.cells, number(cells)))}
          </div>
        )}
      </span>
    </li>
  );
}
