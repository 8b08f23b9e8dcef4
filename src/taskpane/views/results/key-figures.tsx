import { makeStyles, tokens } from "@fluentui/react-components";
import { fill } from "../../../language";
import type { CaseResult, Results, ScenarioResult } from "../../engine";
import { useFigures } from "../../frame/figures";
import { useSpoken } from "../../frame/spoken";
import { FigureButton } from "./figure-button";
import { RESULTS } from "./words";

const useStyles = makeStyles({
  case: { margin: "12px 0 6px" },
  law: { margin: "4px 0", color: tokens.colorNeutralForeground2 },
  list: { listStyleType: "none", margin: 0, padding: 0, display: "grid", gap: "8px" },
  card: {
    border: `1px solid ${tokens.colorNeutralStroke1}`,
    borderRadius: tokens.borderRadiusMedium,
    padding: "8px 10px",
  },
  // Beside a long name the rank would cut its words; it goes below.
  head: {
    display: "flex",
    flexWrap: "wrap",
    alignItems: "baseline",
    gap: "0 8px",
    justifyContent: "space-between",
  },
  name: {
    margin: 0,
    fontSize: tokens.fontSizeBase300,
    lineHeight: tokens.lineHeightBase300,
    fontWeight: tokens.fontWeightSemibold,
    overflowWrap: "break-word",
    minWidth: 0,
  },
  rank: { flex: "none", fontSize: tokens.fontSizeBase200, color: tokens.colorNeutralForeground2 },
  figures: {
    display: "grid",
    gridTemplateColumns: "1fr auto",
    columnGap: "8px",
    margin: "4px 0 0",
    "& dt": { color: tokens.colorNeutralForeground2, alignSelf: "center" },
    "& dd": { margin: 0, textAlign: "right" },
  },
  total: { fontSize: tokens.fontSizeBase400, fontWeight: tokens.fontWeightSemibold },
});

/** The key figures of every scenario, by tax case. */
export function KeyFigures({ results }: { readonly results: Results }) {
  const styles = useStyles();
  const say = useSpoken();
  return (
    <section aria-labelledby="results-figures">
      <h2 id="results-figures">
        {say(RESULTS.figures)}:{" "}
        {say(results.view === "result" ? RESULTS.resultView : RESULTS.cashView)}
      </h2>
      <p className={styles.law}>{say(RESULTS.law)}</p>
      {results.cases.map((one, index) => (
        <div key={index} role="group" aria-labelledby={`results-case-${String(index)}`}>
          <h3 id={`results-case-${String(index)}`} className={styles.case}>
            {say(caseTitle(one))}
          </h3>
          <ul className={styles.list}>
            {one.scenarios.map((scenario) => (
              <ScenarioCard key={scenario.id} scenario={scenario} results={results} />
            ))}
          </ul>
        </div>
      ))}
    </section>
  );
}

function caseTitle({ label, isStatusQuo }: CaseResult) {
  if (label !== undefined) return fill(RESULTS.taxCase, label);
  return isStatusQuo ? RESULTS.statusQuoCase : RESULTS.noTaxCase;
}

interface CardProps {
  readonly scenario: ScenarioResult;
  readonly results: Results;
}

function ScenarioCard({ scenario, results: { years, reference } }: CardProps) {
  const styles = useStyles();
  const say = useSpoken();
  const { euros, difference, percentDifference } = useFigures();
  const { openTax, openInterest, turningYear } = scenario;
  const last = String(years.last);
  return (
    <li className={styles.card}>
      <div className={styles.head}>
        <h4 className={styles.name}>{scenario.name}</h4>
        <span className={styles.rank}>
          {scenario.isReference
            ? say(RESULTS.reference)
            : scenario.among > 1
              ? say(fill(RESULTS.rank, String(scenario.rank), String(scenario.among)))
              : undefined}
        </span>
      </div>
      <dl className={styles.figures}>
        <dt>{say(fill(RESULTS.sum, String(years.first), last))}</dt>
        <dd className={styles.total}>
          <FigureButton figure={scenario.total} text={euros(scenario.total.value)} />
        </dd>
        {!scenario.isReference && (
          <>
            <dt>{say(RESULTS.difference)}</dt>
            <dd>
              <FigureButton
                figure={scenario.difference}
                text={difference(scenario.difference.value)}
              />
              {reference.total.value !== 0 && (
                <>
                  {" ("}
                  <FigureButton
                    figure={scenario.percent}
                    text={percentDifference(scenario.percent.value)}
                  />
                  )
                </>
              )}
            </dd>
            <dt>{say(RESULTS.turningYear)}</dt>
            <dd>
              <FigureButton
                figure={turningYear}
                text={turningYear.value === 0 ? say(RESULTS.never) : String(turningYear.value)}
              />
            </dd>
          </>
        )}
        <dt>{say(RESULTS.presentValue)}</dt>
        <dd>
          <FigureButton figure={scenario.presentValue} text={euros(scenario.presentValue.value)} />
        </dd>
        {openTax !== undefined && openInterest !== undefined && (
          <>
            <dt>{say(fill(RESULTS.openTax, last))}</dt>
            <dd>
              <FigureButton figure={openTax} text={euros(openTax.value)} />
            </dd>
            <dt>{say(RESULTS.openInterest)}</dt>
            <dd>
              <FigureButton figure={openInterest} text={euros(openInterest.value)} />
            </dd>
          </>
        )}
      </dl>
    </li>
  );
}
