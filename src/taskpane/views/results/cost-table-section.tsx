import { makeStyles, Select, tokens } from "@fluentui/react-components";
import { useId, useState } from "react";
import { fill, verbatim } from "../../../language";
import type { Computation, PlanView, YearFigures } from "../../engine";
import { useFigures } from "../../frame/figures";
import { useEngine } from "../../frame/session-context";
import { useSpoken } from "../../frame/spoken";
import { Choice } from "./choice";
import { FigureButton } from "./figure-button";
import { RESULTS } from "./words";

const useStyles = makeStyles({
  choices: { display: "grid", gap: "6px", margin: "4px 0 8px" },
  label: { display: "grid", gap: "2px" },
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

interface CostTableSectionProps {
  readonly computation: Computation;
  readonly view: PlanView;
  /** The scenario to begin with. */
  readonly first: string;
}

/** One scenario by year and kind of cost, as amounts or beside the reference. */
export function CostTableSection({ computation, view, first }: CostTableSectionProps) {
  const styles = useStyles();
  const say = useSpoken();
  const engine = useEngine();
  const selectId = useId();
  const [chosen, setChosen] = useState(first);
  const [compared, setCompared] = useState(false);
  const scenarios = computation.built.scenarios.map(({ scenario }) => scenario);
  const scenario = scenarios.find(({ id }) => id === chosen) ?? scenarios[0];
  const table = engine?.costTable(computation, view, scenario?.id ?? "", compared);
  if (table === undefined || scenario === undefined) return undefined;
  const label = fill(
    RESULTS.tableLabel,
    verbatim(scenario.name),
    view === "result" ? RESULTS.resultView : RESULTS.cashView,
  );
  return (
    <section aria-labelledby="results-table">
      <h2 id="results-table">{say(RESULTS.table)}</h2>
      <div className={styles.choices}>
        <div className={styles.label}>
          <label htmlFor={selectId}>{say(RESULTS.scenario)}</label>
          <Select id={selectId} value={scenario.id} onChange={(_, { value }) => setChosen(value)}>
            {scenarios.map((one) => (
              <option key={one.id} value={one.id}>
                {one.name}
              </option>
            ))}
          </Select>
        </div>
        <Choice
          legend={RESULTS.amounts}
          legendHidden
          options={[
            { value: "amounts", label: RESULTS.amounts },
            { value: "differences", label: RESULTS.differences },
          ]}
          value={compared ? "differences" : "amounts"}
          onChange={(value) => setCompared(value === "differences")}
        />
      </div>
      <div className={styles.scroll} role="region" aria-label={say(label)} tabIndex={0}>
        <table className={styles.table}>
          <thead>
            <tr>
              <th scope="col">{say(RESULTS.kind)}</th>
              {table.years.map((year) => (
                <th key={year} scope="col">
                  {year}
                </th>
              ))}
              <th scope="col">{say(RESULTS.total)}</th>
            </tr>
          </thead>
          <tbody>
            {table.kinds.map((row) => (
              <FigureRow key={row.id} row={row} signed={compared} />
            ))}
            <FigureRow row={table.total} signed={compared} className={styles.total} />
            {table.cumulative !== undefined && <FigureRow row={table.cumulative} signed />}
          </tbody>
        </table>
      </div>
    </section>
  );
}

interface FigureRowProps {
  readonly row: YearFigures;
  /** More or less: with its sign. */
  readonly signed: boolean;
  readonly className?: string;
}

function FigureRow({ row, signed, className }: FigureRowProps) {
  const say = useSpoken();
  const { euros, difference } = useFigures();
  const write = signed ? difference : euros;
  return (
    <tr className={className}>
      <th scope="row">{say(row.label)}</th>
      {row.years.map((figure) => (
        <td key={figure.column}>
          <FigureButton figure={figure} text={write(figure.value)} />
        </td>
      ))}
      <td>
        {row.total !== undefined && (
          <FigureButton figure={row.total} text={write(row.total.value)} />
        )}
      </td>
    </tr>
  );
}
