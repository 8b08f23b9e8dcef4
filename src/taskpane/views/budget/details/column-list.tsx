import { Button, makeStyles, tokens } from "@fluentui/react-components";
import { useState } from "react";
import { columnLetters, MAX_ROWS } from "../../../../address";
import { DIRECTION_TERMS, KIND_TERMS, MEANS_TERMS } from "../../../../budget/correction-words";
import type { ColumnProposal, SheetReading } from "../../../../budget/line";
import { fill, type Text } from "../../../../language";
import { useSession } from "../../../frame/session-context";
import { useSpoken } from "../../../frame/spoken";
import { ColumnForm } from "./column-form";
import { CONFIDENCE, DETAILS } from "./words";

const useStyles = makeStyles({
  list: { margin: "4px 0", padding: 0, listStyleType: "none", display: "grid", gap: "8px" },
  item: {
    display: "grid",
    gridTemplateColumns: "auto 1fr auto",
    gap: "0 8px",
    alignItems: "start",
  },
  letters: {
    minWidth: "32px",
    minHeight: "28px",
    border: `1px solid ${tokens.colorNeutralStrokeAccessible}`,
    borderRadius: tokens.borderRadiusMedium,
    backgroundColor: tokens.colorNeutralBackground1,
    color: tokens.colorNeutralForeground1,
    fontFamily: "inherit",
    fontSize: tokens.fontSizeBase200,
    cursor: "pointer",
    ":hover": { backgroundColor: tokens.colorNeutralBackground1Hover },
    ":focus-visible": { outline: `2px solid ${tokens.colorStrokeFocus2}` },
  },
  means: { fontWeight: tokens.fontWeightSemibold },
  small: { fontSize: tokens.fontSizeBase200, color: tokens.colorNeutralForeground2 },
  form: { gridColumn: "1 / -1" },
  rest: { "& summary": { minHeight: "24px", cursor: "pointer" } },
});

/** What each column was taken for, why and how sure; the user can say otherwise. */
export function ColumnList({ reading }: { readonly reading: SheetReading }) {
  const styles = useStyles();
  const say = useSpoken();
  const { proposal = [], name } = reading;
  const read = proposal.filter(({ means }) => means !== "ignore");
  const rest = proposal.filter(({ means }) => means === "ignore");
  return (
    <>
      <h3>{say(DETAILS.columns)}</h3>
      <p>{say(proposal.length === 0 ? DETAILS.noColumns : DETAILS.columnsHow)}</p>
      {read.length > 0 && <Columns sheet={name} columns={read} />}
      {rest.length > 0 && (
        <details className={styles.rest}>
          <summary>
            {say(rest.length === 1 ? DETAILS.oneNotRead : fill(DETAILS.notRead, rest.length))}
          </summary>
          <Columns sheet={name} columns={rest} />
        </details>
      )}
    </>
  );
}

function Columns({
  sheet,
  columns,
}: {
  readonly sheet: string;
  readonly columns: readonly ColumnProposal[];
}) {
  const styles = useStyles();
  const say = useSpoken();
  const session = useSession();
  const [changing, setChanging] = useState<number>();
  return (
    <ul className={styles.list}>
      {columns.map((proposal) => {
        const { column, header, reason, confidence } = proposal;
        const letters = columnLetters(column);
        return (
          <li key={column} className={styles.item}>
            <button
              type="button"
              className={styles.letters}
              aria-label={say(fill(DETAILS.showColumn, letters))}
              onClick={() =>
                void session.select({
                  sheet,
                  firstRow: 0,
                  firstColumn: column,
                  lastRow: MAX_ROWS - 1,
                  lastColumn: column,
                })
              }
            >
              {letters}
            </button>
            <div>
              <div>
                <span className={styles.means}>{say(columnInWords(proposal))}</span>
                {" · "}
                {header === "" ? say(DETAILS.noHeader) : header}
              </div>
              <div className={styles.small}>
                {say(CONFIDENCE[confidence])}: {say(reason)}
              </div>
            </div>
            <Button
              size="small"
              aria-expanded={changing === column}
              aria-label={say(fill(DETAILS.changeColumn, letters))}
              onClick={() => setChanging(changing === column ? undefined : column)}
            >
              {say(DETAILS.change)}
            </Button>
            {changing === column && (
              <div className={styles.form}>
                <ColumnForm
                  sheet={sheet}
                  proposal={proposal}
                  close={() => setChanging(undefined)}
                />
              </div>
            )}
          </li>
        );
      })}
    </ul>
  );
}

/** `Betrag, Ansatz 2023, Aufwand`. */
export function columnInWords({
  means,
  kind,
  year,
  direction,
}: Pick<ColumnProposal, "means" | "kind" | "year" | "direction">): Text {
  const parts: readonly (readonly (Text | string)[])[] = [
    [MEANS_TERMS[means]],
    [
      ...(kind === undefined ? [] : [KIND_TERMS[kind]]),
      ...(year === undefined ? [] : [String(year)]),
    ],
    direction === undefined ? [] : [DIRECTION_TERMS[direction]],
  ];
  const inLanguage = (language: "de" | "en"): string =>
    parts
      .filter((part) => part.length > 0)
      .map((part) =>
        part.map((word) => (typeof word === "string" ? word : word[language])).join(" "),
      )
      .join(", ");
  return { de: inLanguage("de"), en: inLanguage("en") };
}
