import { Button, makeStyles, mergeClasses, tokens } from "@fluentui/react-components";
import { lazy, Suspense, useId, useState } from "react";
import { UNIT_SIGNS } from "../../../budget/correction-words";
import type { Grid } from "../../../budget/grid";
import type { BudgetSheet, SheetReading } from "../../../budget/line";
import { fill, type Text } from "../../../language";
import { useFigures } from "../../frame/figures";
import { useSession } from "../../frame/session-context";
import { useSpoken } from "../../frame/spoken";
import { SheetFindings } from "./sheet-findings";
import { useCorrection } from "./use-correction";
import { BUDGET, STATUSES } from "./words";
import { YearTotals } from "./year-totals";

const SheetDetails = lazy(async () => ({
  default: (await import(/* webpackChunkName: "steps" */ "./details")).SheetDetails,
}));
const YearQuestion = lazy(async () => ({
  default: (await import(/* webpackChunkName: "steps" */ "./details")).YearQuestion,
}));

const useStyles = makeStyles({
  card: {
    border: `1px solid ${tokens.colorNeutralStroke2}`,
    borderRadius: tokens.borderRadiusMedium,
    padding: "8px 12px",
    overflowWrap: "anywhere",
    "& p": { margin: "4px 0" },
  },
  head: { display: "flex", flexWrap: "wrap", gap: "2px 8px", alignItems: "baseline" },
  name: { margin: 0, fontSize: tokens.fontSizeBase400, lineHeight: tokens.lineHeightBase400 },
  status: {
    border: `1px solid ${tokens.colorNeutralStrokeAccessible}`,
    borderRadius: tokens.borderRadiusMedium,
    padding: "0 6px",
    fontSize: tokens.fontSizeBase200,
  },
  asks: {
    border: `2px solid ${tokens.colorNeutralStrokeAccessible}`,
    fontWeight: tokens.fontWeightSemibold,
  },
  facts: { color: tokens.colorNeutralForeground2 },
  actions: { display: "flex", flexWrap: "wrap", gap: "4px 8px", margin: "8px 0 4px" },
});

/** A sheet that holds a budget, or might: what became of it, and how to set it right. */
export function SheetCard({
  reading,
  grid,
}: {
  readonly reading: SheetReading;
  readonly grid: Grid | undefined;
}) {
  const styles = useStyles();
  const say = useSpoken();
  const session = useSession();
  const heading = useId();
  const details = useId();
  const { status, name, findings } = reading;
  const { inForce, correct, busy } = useCorrection(name);
  const [open, setOpen] = useState(false);
  const asksYear = status === "question" && findings.some(({ code }) => code === "year-missing");
  return (
    <section className={styles.card} aria-labelledby={heading}>
      <div className={styles.head}>
        <h2 id={heading} className={styles.name}>
          {name}
        </h2>
        <span className={mergeClasses(styles.status, status !== "budget" && styles.asks)}>
          {say(STATUSES[status])}
        </span>
      </div>
      {status === "budget" ? (
        <>
          <SheetFacts sheet={reading} grid={grid} />
          <YearTotals sheet={reading} />
        </>
      ) : (
        <p>{say(reading.reason)}</p>
      )}
      {asksYear && (
        <Suspense>
          <YearQuestion reading={reading} />
        </Suspense>
      )}
      <SheetFindings sheet={name} findings={findings} />
      <div className={styles.actions}>
        <Button
          size="small"
          aria-expanded={open}
          aria-controls={details}
          aria-label={say(fill(BUDGET.checkSheet, name))}
          onClick={() => setOpen(!open)}
        >
          {say(BUDGET.check)}
        </Button>
        <Button
          size="small"
          aria-label={say(fill(BUDGET.showSheetNamed, name))}
          onClick={() =>
            void session.select({
              sheet: name,
              firstRow: 0,
              firstColumn: 0,
              lastRow: 0,
              lastColumn: 0,
            })
          }
        >
          {say(BUDGET.showSheet)}
        </Button>
        <Button
          size="small"
          disabledFocusable={busy}
          aria-label={say(fill(BUDGET.isNoBudgetNamed, name))}
          onClick={() => correct({ ...inForce, notABudget: true })}
        >
          {say(BUDGET.isNoBudget)}
        </Button>
      </div>
      <div id={details}>
        {open && (
          <Suspense>
            <SheetDetails reading={reading} />
          </Suspense>
        )}
      </div>
    </section>
  );
}

/** What was read, in a line: count, unit, year, and what is hidden. */
function SheetFacts({
  sheet,
  grid,
}: {
  readonly sheet: BudgetSheet;
  readonly grid: Grid | undefined;
}) {
  const styles = useStyles();
  const say = useSpoken();
  const figures = useFigures();
  const counted = (count: number, one: Text, many: Text): string =>
    say(count === 1 ? one : fill(many, figures.number(count)));
  const hidden = (count: number | undefined, one: Text, many: Text): readonly string[] =>
    count === undefined || count === 0 ? [] : [counted(count, one, many)];
  const facts = [
    counted(sheet.lines.length, BUDGET.oneLine, BUDGET.lines),
    say(fill(BUDGET.unit, UNIT_SIGNS[sheet.unit])),
    ...(sheet.budgetYear === undefined ? [] : [say(fill(BUDGET.budgetYear, sheet.budgetYear))]),
    ...(sheet.bookkeeping === "cameral" ? [say(BUDGET.cameral)] : []),
    ...(grid?.hidden === true ? [say(BUDGET.hiddenSheet)] : []),
    ...hidden(grid?.hiddenRows.size, BUDGET.oneHiddenRow, BUDGET.hiddenRows),
    ...hidden(grid?.hiddenColumns.size, BUDGET.oneHiddenColumn, BUDGET.hiddenColumns),
  ];
  return <p className={styles.facts}>{facts.join(" · ")}</p>;
}
