import { Button, makeStyles } from "@fluentui/react-components";
import { useMemo, useSyncExternalStore } from "react";
import { fill, type Language, type Text } from "../../language";
import type { PaneSession } from "../../taskpane/session/session";
import type { PaneState } from "../../taskpane/session/state";
import { lastComputation } from "../../taskpane/session/last-computation";
import { roleInWords } from "../../taskpane/views/assignment/role-words";
import { ASSIGNMENT } from "../../taskpane/views/assignment/words";
import type { SheetView } from "../../workbook/package";
import type { Cell, Work } from "../work";
import { GRID } from "./words";

const useStyles = makeStyles({
  link: {
    display: "block",
    flex: "0 1 auto",
    minWidth: 0,
    overflow: "hidden",
    textOverflow: "ellipsis",
    whiteSpace: "nowrap",
  },
});

interface PaneLinkProps {
  readonly work: Work;
  readonly view: SheetView;
  readonly active: Cell;
  readonly language: Language;
  /** The pane is to be seen. */
  readonly onPane: () => void;
}

/** From the active cell to what the pane has of it: the field of an input, the role of a budget line. */
export function PaneLink({ work, view, active, language, onPane }: PaneLinkProps) {
  const styles = useStyles();
  const { session } = work;
  const state = useSyncExternalStore(session.subscribe, session.getState);
  const { computed, document, budget, written } = state;
  const link = useMemo(
    () => linkOf(session, { computed, document, budget, written }, view, active, language),
    [session, computed, document, budget, written, view, active, language],
  );
  if (link === undefined) return undefined;
  return (
    <Button
      size="small"
      className={styles.link}
      title={`${GRID.inPane[language]}: ${link.name[language]}`}
      onClick={() => {
        onPane();
        link.show();
      }}
    >
      {link.name[language]}
    </Button>
  );
}

interface Link {
  readonly name: Text;
  readonly show: () => void;
}

type Known = Pick<PaneState, "computed" | "document" | "budget" | "written">;

function linkOf(
  session: PaneSession,
  known: Known,
  view: SheetView,
  active: Cell,
  language: Language,
): Link | undefined {
  return view.ours
    ? fieldLink(session, known, view, active, language)
    : lineLink(session, known, view, active);
}

/** An input of our sheets leads to its field. */
function fieldLink(
  session: PaneSession,
  { computed, written }: Known,
  { grid }: SheetView,
  { row, column }: Cell,
  language: Language,
): Link | undefined {
  const sheet = written.stored?.sheets.find(({ name }) => name === grid.name)?.key;
  const id = grid.rows[row]?.[0];
  const computation = lastComputation(computed);
  if (sheet === undefined || typeof id !== "string" || computation === undefined) return undefined;
  const place = { sheet, row: id, column };
  const field = session.engine?.traceAt(computation, place, language)?.field;
  if (field === undefined) return undefined;
  return { name: GRID.toField, show: () => session.scenarios.openField(field) };
}

/** A line of the budget leads to the step where it has its role. */
function lineLink(
  session: PaneSession,
  { document, budget }: Known,
  { grid }: SheetView,
  { row }: Cell,
): Link | undefined {
  const { engine } = session;
  const readings = budget.kind === "read" ? budget.budget.readings : [];
  const reading = readings.find(({ name }) => name === grid.name);
  if (engine === undefined || document === undefined || reading?.status !== "budget") {
    return undefined;
  }
  const line = reading.lines.find((one) => one.row === row);
  if (line === undefined) return undefined;
  const { lines } = engine.assignableBudget([{ ...reading, lines: [line] }], document.land);
  const [assignable] = lines;
  const [role] = engine.rolesByRules(engine.ruleScope(document, undefined), lines).values();
  if (assignable === undefined || role === undefined) return undefined;
  const words = roleInWords(engine.ROLE_TERMS, role);
  const others = engine.exceptionsOf(document, lines).get(assignable);
  const said =
    assignable.leftOut === "internal-charges"
      ? ASSIGNMENT.internal
      : others === undefined
        ? words
        : fill(ASSIGNMENT.differs, words, others);
  return { name: fill(GRID.toAssignment, said), show: () => session.show("assignment") };
}
