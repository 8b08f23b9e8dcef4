import { makeStyles, tokens } from "@fluentui/react-components";
import type { YearFigures } from "../../engine";
import { useSpoken } from "../../frame/spoken";
import { FigureButton } from "./figure-button";
import { RESULTS } from "./words";

const useStyles = makeStyles({
  scroll: {
    overflowX: "auto",
    border: `1px solid ${tokens.colorNeutralStroke2}`,
    ":focus-visible": { outline: `2px solid ${tokens.colorStrokeFocus2}` },
  },
  table: {
    borderCollapse: "collapse",
    fontSize: tokens.fontSizeBase200,
    fontVariantNumeric: "tabular-nums",
    "& th, & td": { padding: "2px 8px", textAlign: "right", whiteSpace: "nowrap" },
    "& thead th": {
      backgroundColor: tokens.colorNeutralBackground3,
      borderBottom: `1px solid ${tokens.colorNeutralStroke1}`,
    },
    "& th:first-child": {
      position: "sticky",
      left: 0,
      minWidth: "96px",
      maxWidth: "120px",
      textAlign: "left",
      whiteSpace: "normal",
      overflowWrap: "break-word",
      hyphens: "auto",
      fontWeight: tokens.fontWeightRegular,
      backgroundColor: tokens.colorNeutralBackground1,
      borderRight: `1px solid ${tokens.colorNeutralStroke2}`,
    },
    "& thead th:first-child": { backgroundColor: tokens.colorNeutralBackground3 },
  },
  total: {
    "& th, & td": {
      fontWeight: tokens.fontWeightSemibold,
      borderTop: `1px solid ${tokens.colorNeutralStroke1}`,
    },
  },
});

export interface FigureTableRow {
  readonly figures: YearFigures;
  /** How its amounts are written. */
  readonly write: (amount: number) => string;
  readonly isTotal?: boolean;
}

export interface FigureTableProps {
  /** What the table holds, for screen readers. */
  readonly label: string;
  /** What its first column holds. */
  readonly first: string;
  readonly years: readonly number[];
  readonly rows: readonly FigureTableRow[];
}

/** Figures by year, each of which tells how it came about; what is too wide scrolls inside the table. */
export function FigureTable({ label, first, years, rows }: FigureTableProps) {
  const styles = useStyles();
  const say = useSpoken();
  const hasTotals = rows.some(({ figures }) => figures.total !== undefined);
  return (
    <div className={styles.scroll} role="region" aria-label={label} tabIndex={0}>
      <table className={styles.table}>
        <thead>
          <tr>
            <th scope="col">{first}</th>
            {years.map((year) => (
              <th key={year} scope="col">
                {year}
              </th>
            ))}
            {hasTotals && <th scope="col">{say(RESULTS.total)}</th>}
          </tr>
        </thead>
        <tbody>
          {rows.map(({ figures, write, isTotal = false }) => (
            <tr key={figures.id} className={isTotal ? styles.total : undefined}>
              <th scope="row">{say(figures.label)}</th>
              {figures.years.map((figure) => (
                <td key={figure.column}>
                  <FigureButton figure={figure} text={write(figure.value)} />
                </td>
              ))}
              {hasTotals && (
                <td>
                  {figures.total !== undefined && (
                    <FigureButton figure={figures.total} text={write(figures.total.value)} />
                  )}
                </td>
              )}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
