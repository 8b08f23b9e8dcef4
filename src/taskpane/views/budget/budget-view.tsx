import { Button, makeStyles, tokens } from "@fluentui/react-components";
import { NextStep } from "../../frame/next-step";
import { ViewTitle } from "../../frame/view-title";
import type { UnreadSheet } from "../../../budget/line";
import { fill } from "../../../language";
import { usePaneState, useSession } from "../../frame/session-context";
import { useSpoken } from "../../frame/spoken";
import { VIEW_NAMES } from "../../frame/words";
import { FirstRun } from "./first-run";
import { IgnoredSheet } from "./ignored-sheet";
import { SheetCard } from "./sheet-card";
import { BUDGET } from "./words";

const useStyles = makeStyles({
  view: { display: "flex", flexDirection: "column", gap: "12px" },
  head: { display: "flex", flexWrap: "wrap", alignItems: "center", gap: "4px 12px" },
  title: { flex: "1 1 auto" },
  stale: {
    margin: 0,
    borderLeft: `3px solid ${tokens.colorPaletteYellowBorder2}`,
    paddingLeft: "8px",
  },
  ignored: {
    "& summary": { minHeight: "24px", cursor: "pointer" },
    "& ul": { margin: "8px 0 0", padding: 0, listStyleType: "none", display: "grid", gap: "12px" },
  },
});

/** Step one: what was found in the workbook, how it was understood, and the user's word on it. */
export function BudgetView() {
  const styles = useStyles();
  const say = useSpoken();
  const session = useSession();
  const budget = usePaneState((state) => state.budget);
  const stale = usePaneState((state) => state.stale);
  const busy = usePaneState((state) => state.job !== undefined);
  if (budget.kind !== "read") {
    return (
      <>
        <ViewTitle className={styles.title}>{say(VIEW_NAMES.budget)}</ViewTitle>
        <p>{say(budget.kind === "failed" ? budget.message : BUDGET.notYet)}</p>
      </>
    );
  }
  const { readings, grids } = budget.budget;
  const cards = readings.filter(({ status }) => status !== "ignored");
  const ignored = readings.filter(
    (reading): reading is UnreadSheet => reading.status === "ignored",
  );
  const found = readings.some(({ status }) => status === "budget" || status === "question");
  return (
    <div className={styles.view}>
      <div className={styles.head}>
        <ViewTitle className={styles.title}>{say(VIEW_NAMES.budget)}</ViewTitle>
        <Button size="small" disabledFocusable={busy} onClick={() => void session.readBudget()}>
          {say(BUDGET.readAgain)}
        </Button>
      </div>
      {stale && <p className={styles.stale}>{say(BUDGET.stale)}</p>}
      {!found && <FirstRun />}
      {cards.map((reading) => (
        <SheetCard
          key={reading.name}
          reading={reading}
          grid={grids.find(({ name }) => name === reading.name)}
        />
      ))}
      {ignored.length > 0 && (
        <details className={styles.ignored}>
          <summary>
            {say(ignored.length === 1 ? BUDGET.ignoredOne : fill(BUDGET.ignored, ignored.length))}
          </summary>
          <ul>
            {ignored.map((reading) => (
              <IgnoredSheet key={reading.name} reading={reading} />
            ))}
          </ul>
        </details>
      )}
      {readings.some(({ status }) => status === "budget") && <NextStep to="assignment" />}
    </div>
  );
}
