import { Button, makeStyles, tokens } from "@fluentui/react-components";
import { useState } from "react";
import { placedCell } from "../../../address";
import type { Finding, Severity } from "../../../finding";
import { fill } from "../../../language";
import { useSpoken } from "../../frame/spoken";
import { withRow, type RowWord } from "../../session/correction-parts";
import { CellLink } from "./cell-link";
import { useCorrection } from "./use-correction";
import { BUDGET, SEVERITIES } from "./words";

const ORDER: readonly Severity[] = ["error", "warning", "note"];
/** So many findings are shown at a time. */
const SHOWN = 10;
/** Findings that ask whether a row counts. */
const ROW_CODES = ["total-doubtful", "total-unexplained"];

const useStyles = makeStyles({
  group: {
    margin: "4px 0",
    "& summary": { minHeight: "24px", cursor: "pointer", fontWeight: tokens.fontWeightSemibold },
  },
  list: { margin: "4px 0", padding: 0, listStyleType: "none", display: "grid", gap: "6px" },
  item: {
    borderLeft: `3px solid ${tokens.colorNeutralStroke1}`,
    paddingLeft: "8px",
    overflowWrap: "anywhere",
    whiteSpace: "pre-line",
  },
  answers: { display: "flex", flexWrap: "wrap", gap: "4px", marginTop: "4px" },
});

/** What was noticed while reading, by severity; what has to be acted upon stands open. */
export function SheetFindings({
  sheet,
  findings,
}: {
  readonly sheet: string;
  readonly findings: readonly Finding[];
}) {
  const styles = useStyles();
  const say = useSpoken();
  return (
    <div role="group" aria-label={say(fill(BUDGET.findings, sheet))}>
      {ORDER.map((severity) => {
        const own = findings.filter((finding) => finding.severity === severity);
        const { one, many } = SEVERITIES[severity];
        if (own.length === 0) return undefined;
        return (
          <details key={severity} className={styles.group} open={severity === "error"}>
            <summary>{own.length === 1 ? `1 ${say(one)}` : say(fill(many, own.length))}</summary>
            <FindingItems sheet={sheet} findings={own} />
          </details>
        );
      })}
    </div>
  );
}

function FindingItems({
  sheet,
  findings,
}: {
  readonly sheet: string;
  readonly findings: readonly Finding[];
}) {
  const styles = useStyles();
  const say = useSpoken();
  const [shown, setShown] = useState(SHOWN);
  return (
    <>
      <ul className={styles.list}>
        {findings.slice(0, shown).map(({ code, cell, message }, index) => (
          <li key={index} className={styles.item}>
            {cell !== undefined && <CellLink address={cell} />} {say(message)}
            {cell !== undefined && ROW_CODES.includes(code) && (
              <RowAnswers sheet={sheet} cell={cell} />
            )}
          </li>
        ))}
      </ul>
      {findings.length > shown && (
        <Button size="small" onClick={() => setShown(shown + 5 * SHOWN)}>
          {say(fill(BUDGET.moreFindings, findings.length - shown))}
        </Button>
      )}
    </>
  );
}

/** The answer to the question whether a row counts. */
function RowAnswers({ sheet, cell }: { readonly sheet: string; readonly cell: string }) {
  const styles = useStyles();
  const say = useSpoken();
  const { inForce, correct, busy } = useCorrection(sheet);
  const row = placedCell(cell)?.row;
  if (row === undefined) return undefined;
  const answer = (word: RowWord): void => correct(withRow(inForce, row, word));
  return (
    <div className={styles.answers}>
      <Button
        size="small"
        disabledFocusable={busy}
        aria-label={say(fill(BUDGET.countsRow, row + 1))}
        onClick={() => answer("take-in")}
      >
        {say(BUDGET.counts)}
      </Button>
      <Button
        size="small"
        disabledFocusable={busy}
        aria-label={say(fill(BUDGET.countsNotRow, row + 1))}
        onClick={() => answer("leave-out")}
      >
        {say(BUDGET.countsNot)}
      </Button>
    </div>
  );
}
