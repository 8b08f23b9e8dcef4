import { makeStyles, tokens } from "@fluentui/react-components";
import { KIND_TERMS } from "../../../budget/correction-words";
import type { BudgetSheet } from "../../../budget/line";
import { fill } from "../../../language";
import { useFigures } from "../../frame/figures";
import { useSpoken } from "../../frame/spoken";
import { BUDGET } from "./words";

const useStyles = makeStyles({
  region: {
    overflowX: "auto",
    ":focus-visible": { outline: `2px solid ${tokens.colorStrokeFocus2}` },
  },
  table: {
    width: "100%",
    borderCollapse: "collapse",
    fontSize: tokens.fontSizeBase200,
    fontVariantNumeric: "tabular-nums",
    "& caption": { textAlign: "start", color: tokens.colorNeutralForeground2 },
    "& th": { fontWeight: tokens.fontWeightSemibold, textAlign: "start", padding: "2px 8px 2px 0" },
    "& td, & thead th + th": { textAlign: "end", padding: "2px 0 2px 8px", whiteSpace: "nowrap" },
    "& tbody tr": { borderTop: `1px solid ${tokens.colorNeutralStroke2}` },
  },
});

/** Revenue and expense by year, as the lines sum up, so that they can be held against the printed sums. */
export function YearTotals({ sheet }: { readonly sheet: BudgetSheet }) {
  const styles = useStyles();
  const say = useSpoken();
  const { cents, euros } = useFigures();
  const { totals } = sheet;
  const whole = totals.every(({ revenue, expense, undirected }) =>
    [revenue, expense, undirected].every((sum) => Math.abs(sum - Math.round(sum)) < 0.005),
  );
  const amount = (value: number): string =>
    (whole ? euros(value) : cents(value)).replace(/\u00a0€$/, "");
  const undirected = totals.some((total) => total.undirected !== 0);
  return (
    <div
      className={styles.region}
      role="region"
      tabIndex={0}
      aria-label={say(fill(BUDGET.totalsOf, sheet.name))}
    >
      <table className={styles.table}>
        <caption>{say(BUDGET.totals)}</caption>
        <thead>
          <tr>
            <th scope="col">{say(BUDGET.year)}</th>
            <th scope="col">{say(BUDGET.revenue)}</th>
            <th scope="col">{say(BUDGET.expense)}</th>
            {undirected && <th scope="col">{say(BUDGET.undirected)}</th>}
          </tr>
        </thead>
        <tbody>
          {totals.map((total) => (
            <tr key={`${total.kind}${String(total.year)}`}>
              <th scope="row">
                {say(KIND_TERMS[total.kind])} {total.year}
              </th>
              <td>{amount(total.revenue)}</td>
              <td>{amount(total.expense)}</td>
              {undirected && <td>{amount(total.undirected)}</td>}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
