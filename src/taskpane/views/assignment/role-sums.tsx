import { makeStyles, tokens } from "@fluentui/react-components";
import { useCallback, useId, useMemo } from "react";
import type { LineRole } from "../../../model/line-roles";
import { useFigures } from "../../frame/figures";
import { useSpoken } from "../../frame/spoken";
import type { Engine } from "../../session/world";
import type { AssignmentState } from "./use-assignment";
import { ASSIGNMENT, ROLE_MEANINGS } from "./words";

const useStyles = makeStyles({
  sticky: {
    position: "sticky",
    top: "-12px",
    zIndex: 1,
    margin: "0 -12px",
    padding: "4px 12px",
    backgroundColor: tokens.colorNeutralBackground1,
    borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
    // In a low window there is no room for what stays.
    "@media (max-height: 520px)": { position: "static" },
  },
  region: {
    overflowX: "auto",
    ":focus-visible": { outline: `2px solid ${tokens.colorStrokeFocus2}` },
  },
  table: {
    borderCollapse: "collapse",
    minWidth: "100%",
    fontSize: tokens.fontSizeBase200,
    fontVariantNumeric: "tabular-nums",
    "& th": { fontWeight: tokens.fontWeightSemibold, textAlign: "start", padding: "1px 0" },
    "& tbody th": { whiteSpace: "nowrap" },
    // The role stays beside its figures when the years are scrolled.
    "& th:first-child": {
      position: "sticky",
      left: 0,
      paddingRight: "8px",
      backgroundColor: tokens.colorNeutralBackground1,
    },
    "& td, & thead th + th": { textAlign: "end", padding: "1px 0 1px 10px", whiteSpace: "nowrap" },
    "& tbody tr": { borderTop: `1px solid ${tokens.colorNeutralStroke2}` },
  },
  caption: { fontSize: tokens.fontSizeBase200, color: tokens.colorNeutralForeground2 },
  meanings: {
    "& summary": { minHeight: "24px", cursor: "pointer" },
    "& dl": { margin: "4px 0" },
    "& dt": { fontWeight: tokens.fontWeightSemibold },
    "& dd": { margin: "0 0 4px" },
  },
});

/** What each role comes to by budget year; stays in view while lines are assigned. */
export function RoleSums({ assignment }: { readonly assignment: AssignmentState }) {
  const styles = useStyles();
  const say = useSpoken();
  const id = useId();
  const { euros } = useFigures();
  const { engine, lines, roles, replaced, years, budgetYear } = assignment;
  const effective = useMemo(() => new Map([...roles, ...replaced]), [roles, replaced]);
  const sums = useMemo(() => engine.roleSums(lines, effective), [engine, lines, effective]);
  // In a narrow pane not all years have room: the budget year is scrolled to.
  const scrollToYear = useCallback((cell: HTMLTableCellElement | null) => {
    const region = cell?.closest("[role=region]");
    if (cell === null || region === null || region === undefined) return;
    const least = cell.offsetLeft + cell.offsetWidth - region.clientWidth;
    if (least <= 0) return;
    // Columns go out of sight as a whole: half a number would be another one.
    const [role, ...columns] = [...(cell.parentElement?.children ?? [])].filter(
      (one) => one instanceof HTMLElement,
    );
    const starts = columns.map((one) => one.offsetLeft - (role?.offsetWidth ?? 0));
    region.scrollLeft = starts.find((start) => start >= least) ?? least;
  }, []);
  return (
    <div className={styles.sticky}>
      <div id={id} className={styles.caption}>
        {say(ASSIGNMENT.sums)}
      </div>
      <div className={styles.region} role="region" tabIndex={0} aria-labelledby={id}>
        <table className={styles.table} aria-labelledby={id}>
          <thead>
            <tr>
              <th scope="col">{say(ASSIGNMENT.role)}</th>
              <th scope="col">{say(ASSIGNMENT.lines)}</th>
              {years.map((year) => (
                <th key={year} scope="col" {...(year === budgetYear ? { ref: scrollToYear } : {})}>
                  {year}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {sums.map((sum) => (
              <tr key={sum.role}>
                <th scope="row">{say(engine.ROLE_TERMS[sum.role])}</th>
                <td>{sum.lines}</td>
                {years.map((year) => (
                  <td key={year}>{euros(sum.sums.get(year) ?? 0).replace(/\u00a0€$/, "")}</td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </div>
  );
}

const ROLES: readonly LineRole["role"][] = ["stays", "ends", "budgeted", "unaffected"];

/** What the roles mean. */
export function RoleMeanings({ terms }: { readonly terms: Engine["ROLE_TERMS"] }) {
  const styles = useStyles();
  const say = useSpoken();
  return (
    <details className={styles.meanings}>
      <summary>{say(ASSIGNMENT.roles)}</summary>
      <dl>
        {ROLES.map((role) => (
          <div key={role}>
            <dt>{say(terms[role])}</dt>
            <dd>{say(ROLE_MEANINGS[role])}</dd>
          </div>
        ))}
      </dl>
    </details>
  );
}
