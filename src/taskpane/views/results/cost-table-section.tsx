import { makeStyles } from "@fluentui/react-components";
import { useId, useState } from "react";
import { Select } from "../../controls/select";
import { fill, verbatim } from "../../../language";
import type { Computation, PlanView } from "../../engine";
import { useFigures } from "../../frame/figures";
import { useEngine } from "../../frame/session-context";
import { useSpoken } from "../../frame/spoken";
import { ChartFigure } from "./chart-figure";
import { CHARTS } from "./chart-words";
import { Choice } from "./choice";
import { FigureTable } from "./figure-table";
import { RESULTS } from "./words";

const useStyles = makeStyles({
  choices: { display: "grid", gap: "6px", margin: "4px 0 8px" },
  label: { display: "grid", gap: "2px" },
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
  const { euros, difference } = useFigures();
  const engine = useEngine();
  const selectId = useId();
  const [chosen, setChosen] = useState(first);
  const [compared, setCompared] = useState(false);
  const scenarios = computation.built.scenarios.map(({ scenario }) => scenario);
  const scenario = scenarios.find(({ id }) => id === chosen) ?? scenarios[0];
  const table = engine?.costTable(computation, view, scenario?.id ?? "", compared);
  if (table === undefined || scenario === undefined) return undefined;
  const write = compared ? difference : euros;
  const plan = view === "result" ? RESULTS.resultView : RESULTS.cashView;
  return (
    <section aria-labelledby="results-table">
      <h2 id="results-table">{say(RESULTS.table)}</h2>
      <div className={styles.choices}>
        <div className={styles.label}>
          <label htmlFor={selectId}>{say(RESULTS.scenario)}</label>
          <Select id={selectId} value={scenario.id} onChoose={setChosen}>
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
      {!compared && (
        <ChartFigure
          type="stacked"
          title={say(fill(CHARTS.stacked[view], verbatim(scenario.name)))}
          alternative={say(CHARTS.stacked.alternative)}
          years={table.years}
          series={table.kinds}
        />
      )}
      <FigureTable
        label={say(fill(RESULTS.tableLabel, verbatim(scenario.name), plan))}
        first={say(RESULTS.kind)}
        years={table.years}
        rows={[
          ...table.kinds.map((figures) => ({ figures, write })),
          { figures: table.total, write, isTotal: true },
          ...(table.cumulative === undefined
            ? []
            : [{ figures: table.cumulative, write: difference }]),
        ]}
      />
    </section>
  );
}
