import { Button, makeStyles, mergeClasses, tokens } from "@fluentui/react-components";
import { type KeyboardEvent, useMemo, useRef, useState } from "react";
import { cellAddress, columnLetters } from "../../../../address";
import type { CellContent, Grid } from "../../../../budget/grid";
import type {
  BudgetSheet,
  ColumnProposal,
  SheetReading,
  UncountedRow,
} from "../../../../budget/line";
import { fill } from "../../../../language";
import { type FigureWriter, useFigures } from "../../../frame/figures";
import { usePaneState, useSession } from "../../../frame/session-context";
import { useSpoken } from "../../../frame/spoken";
import { withRow } from "../../../session/correction-parts";
import { useCorrection } from "../use-correction";
import { columnInWords } from "./column-list";
import { DETAILS, UNCOUNTED } from "./words";

/** So many rows are shown at a time: enough to recognise the table. */
const ROWS = 12;

const useStyles = makeStyles({
  region: {
    overflowX: "auto",
    border: `1px solid ${tokens.colorNeutralStroke2}`,
  },
  table: {
    width: "max-content",
    borderCollapse: "collapse",
    fontSize: tokens.fontSizeBase200,
    fontVariantNumeric: "tabular-nums",
    overflowWrap: "normal",
    "& th, & td": {
      padding: "2px 6px",
      textAlign: "start",
      verticalAlign: "top",
      borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
      maxWidth: "140px",
      height: "24px",
    },
    "& th": { fontWeight: tokens.fontWeightSemibold },
    "& td:focus-visible, & th:focus-visible": {
      outline: `2px solid ${tokens.colorStrokeFocus2}`,
      outlineOffset: "-2px",
    },
  },
  cell: { cursor: "pointer" },
  number: { textAlign: "end", whiteSpace: "nowrap" },
  uncounted: { color: tokens.colorNeutralForeground3, fontStyle: "italic" },
  paging: { display: "flex", flexWrap: "wrap", alignItems: "center", gap: "4px 8px" },
  current: { minHeight: "20px" },
});

/** The table as it was read: roles above, amounts in euros, each cell shown in the workbook by a click. */
export function Preview({ reading }: { readonly reading: SheetReading }) {
  const budget = usePaneState((state) => state.budget);
  const grid =
    budget.kind === "read"
      ? budget.budget.grids.find(({ name }) => name === reading.name)
      : undefined;
  if (grid === undefined || grid.rows.length === 0) return undefined;
  return <PreviewTable key={reading.status} reading={reading} grid={grid} />;
}

function PreviewTable({ reading, grid }: { readonly reading: SheetReading; readonly grid: Grid }) {
  const styles = useStyles();
  const say = useSpoken();
  const session = useSession();
  const figures = useFigures();
  const { inForce, correct, busy } = useCorrection(reading.name);
  const layout = reading.status === "budget" ? reading.layout : undefined;
  const start = layout?.firstRow ?? 0;
  const [first, setFirst] = useState(start);
  const [active, setActive] = useState({ row: first, column: 0 });
  const table = useRef<HTMLTableElement>(null);
  const columns = useMemo(() => previewColumns(reading, grid), [reading, grid]);
  const known = useMemo(() => readCells(reading), [reading]);
  const last = Math.min(grid.rows.length, first + ROWS);
  const rows = Array.from({ length: last - first }, (_, index) => first + index);
  const row = rows.includes(active.row) ? active.row : first;
  const column = columns[active.column];

  const show = (at: number, of: number): void =>
    void session.select({
      sheet: reading.name,
      firstRow: at,
      firstColumn: of,
      lastRow: at,
      lastColumn: of,
    });
  const go = (to: number, position: number): void => {
    if (to < first || to >= last || position < 0 || position >= columns.length) return;
    setActive({ row: to, column: position });
    table.current?.querySelector<HTMLElement>(`[data-cell="${to} ${position}"]`)?.focus();
  };
  const press = (event: KeyboardEvent): void => {
    const moves: Readonly<Record<string, readonly [number, number]>> = {
      ArrowUp: [row - 1, active.column],
      ArrowDown: [row + 1, active.column],
      ArrowLeft: [row, active.column - 1],
      ArrowRight: [row, active.column + 1],
      Home: [row, 0],
      End: [row, columns.length - 1],
      PageUp: [first, active.column],
      PageDown: [last - 1, active.column],
    };
    const move = moves[event.key];
    if (move !== undefined) go(...move);
    else if (event.key === "Enter" && column !== undefined) show(row, column.column);
    else return;
    event.preventDefault();
  };
  const turn = (by: number): void => {
    const to = Math.max(0, Math.min(grid.rows.length - 1, first + by));
    setFirst(to);
    setActive({ row: to, column: active.column });
  };
  const content = grid.rows[row]?.[column?.column ?? -1] ?? null;
  const value = column === undefined ? undefined : known.amounts.get(`${row} ${column.column}`);
  return (
    <>
      <h3>{say(DETAILS.preview)}</h3>
      <p>{say(DETAILS.previewHow)}</p>
      <div className={styles.region}>
        <table
          ref={table}
          role="grid"
          className={styles.table}
          aria-label={say(fill(DETAILS.previewOf, reading.name))}
          onKeyDown={press}
        >
          <thead>
            <tr>
              <th scope="col">{say(DETAILS.row)}</th>
              {reading.status === "budget" && <th scope="col">{say(DETAILS.state)}</th>}
              {columns.map((one) => (
                <th key={one.column} scope="col">
                  {columnLetters(one.column)}
                  <br />
                  {one.proposal !== undefined && say(columnInWords(one.proposal))}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map((at) => {
              const state = known.states.get(at);
              return (
                <tr key={at} className={state === "counted" ? undefined : styles.uncounted}>
                  <th scope="row">{at + 1}</th>
                  {reading.status === "budget" && (
                    <td>
                      {state === "counted"
                        ? say(DETAILS.counted)
                        : state === undefined
                          ? ""
                          : say(UNCOUNTED[state])}
                    </td>
                  )}
                  {columns.map((one, position) => {
                    const amount = known.amounts.get(`${at} ${one.column}`);
                    const isActive = at === row && position === active.column;
                    const own = grid.rows[at]?.[one.column] ?? null;
                    return (
                      <td
                        key={one.column}
                        data-cell={`${at} ${position}`}
                        tabIndex={isActive ? 0 : -1}
                        className={mergeClasses(
                          styles.cell,
                          (amount !== undefined || typeof own === "number") && styles.number,
                        )}
                        onFocus={() => setActive({ row: at, column: position })}
                        onClick={() => show(at, one.column)}
                      >
                        {amount === undefined
                          ? contentText(own, one, figures)
                          : figures.cents(amount)}
                      </td>
                    );
                  })}
                </tr>
              );
            })}
          </tbody>
        </table>
      </div>
      <div className={styles.current} role="status">
        {column !== undefined &&
          say(
            fill(
              DETAILS.cellIs,
              cellAddress(row, column.column),
              contentText(content, column, figures) || DETAILS.empty,
            ),
          )}
        {value !== undefined && `, ${say(fill(DETAILS.readAs, figures.cents(value)))}`}
      </div>
      <div className={styles.paging}>
        <Button size="small" disabledFocusable={first === 0} onClick={() => turn(-ROWS)}>
          {say(DETAILS.earlier)}
        </Button>
        <Button
          size="small"
          disabledFocusable={last >= grid.rows.length}
          onClick={() => turn(ROWS)}
        >
          {say(DETAILS.later)}
        </Button>
        <span>{say(fill(DETAILS.rows, first + 1, last, grid.rows.length))}</span>
        {reading.status === "budget" && known.states.has(row) && (
          <Button
            size="small"
            disabledFocusable={busy}
            onClick={() =>
              correct(
                withRow(
                  inForce,
                  row,
                  known.states.get(row) === "counted" ? "leave-out" : "take-in",
                ),
              )
            }
          >
            {say(
              fill(
                known.states.get(row) === "counted" ? DETAILS.leaveOutRow : DETAILS.takeInRow,
                row + 1,
              ),
            )}
          </Button>
        )}
      </div>
    </>
  );
}

interface PreviewColumn {
  readonly column: number;
  readonly proposal?: ColumnProposal;
}

/** Without a header so many columns are shown as they stand. */
const COLUMNS_WITHOUT_HEADER = 12;

/** The columns that were read; where none was recognised the first ones. */
function previewColumns({ proposal = [] }: SheetReading, grid: Grid): readonly PreviewColumn[] {
  const read = proposal.filter(({ means }) => means !== "ignore");
  if (read.length > 0) return read.map((one) => ({ column: one.column, proposal: one }));
  const width = grid.rows.reduce((widest, cells) => Math.max(widest, cells.length), 0);
  return Array.from({ length: Math.min(width, COLUMNS_WITHOUT_HEADER) }, (_, column) => ({
    column,
  }));
}

interface ReadCells {
  /** EUR as read, by row and column. */
  readonly amounts: ReadonlyMap<string, number>;
  /** Whether a row counts, else why not; absent where nothing was looked for. */
  readonly states: ReadonlyMap<number, "counted" | UncountedRow["why"]>;
}

function readCells(reading: SheetReading): ReadCells {
  const amounts = new Map<string, number>();
  const states = new Map<number, "counted" | UncountedRow["why"]>();
  if (reading.status !== "budget") return { amounts, states };
  for (const { row, why } of reading.layout?.uncounted ?? []) states.set(row, why);
  for (const cell of amountsOf(reading)) {
    amounts.set(`${cell.row} ${cell.column}`, cell.value);
    states.set(cell.row, "counted");
  }
  return { amounts, states };
}

function amountsOf({ lines }: BudgetSheet) {
  return lines.flatMap((line) => line.amounts.map(({ cell, value }) => ({ ...cell, value })));
}

/** What stands in a cell; numbers that are no amounts, such as years and accounts, without separators. */
function contentText(
  content: CellContent,
  { proposal }: PreviewColumn,
  figures: FigureWriter,
): string {
  if (content === null) return "";
  const isAmount = proposal?.means === "amount" || proposal?.means === "balance";
  if (typeof content === "number" && isAmount) return figures.number(content);
  if (typeof content !== "object") return String(content);
  return content.kind === "date" ? content.iso : content.text;
}
