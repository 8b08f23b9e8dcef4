import { Button, makeStyles, Title3, tokens } from "@fluentui/react-components";
import { useMemo, useState } from "react";
import type { Computation, PlanView } from "../../engine";
import { useEngine, usePaneState, useSession } from "../../frame/session-context";
import { useSpoken } from "../../frame/spoken";
import { VIEW_NAMES } from "../../frame/words";
import { Answer } from "./answer";
import { bestOfCase } from "./answer-words";
import { Choice } from "./choice";
import { CostTableSection } from "./cost-table-section";
import { ModelFindings } from "./finding-list";
import { KeyFigures } from "./key-figures";
import { RefusedNotice } from "./refused-notice";
import { RESULTS } from "./words";

const useStyles = makeStyles({
  view: {
    "& h2": {
      margin: "16px 0 4px",
      fontSize: tokens.fontSizeBase400,
      lineHeight: tokens.lineHeightBase400,
      fontWeight: tokens.fontWeightSemibold,
    },
    "& h3": {
      fontSize: tokens.fontSizeBase300,
      lineHeight: tokens.lineHeightBase300,
      fontWeight: tokens.fontWeightSemibold,
    },
  },
  actions: { display: "flex", flexWrap: "wrap", gap: "8px" },
});

/** Step four: what the scenarios cost, live while the user types. */
export function ResultsView() {
  const styles = useStyles();
  const say = useSpoken();
  const computed = usePaneState((state) => state.computed);
  const hasModel = usePaneState((state) => state.document !== undefined);
  const shown =
    computed.kind === "computed"
      ? computed.computation
      : computed.kind === "refused"
        ? computed.last
        : undefined;
  return (
    <div className={styles.view}>
      <Title3 as="h1">{say(VIEW_NAMES.results)}</Title3>
      {computed.kind === "none" && (hasModel ? <p>{say(RESULTS.computing)}</p> : <NoModel />)}
      {computed.kind === "refused" && <RefusedNotice refused={computed} />}
      {shown !== undefined && <ComputedResults computation={shown} />}
    </div>
  );
}

function NoModel() {
  const styles = useStyles();
  const say = useSpoken();
  const session = useSession();
  return (
    <>
      <p>{say(RESULTS.noModel)}</p>
      <div className={styles.actions}>
        <Button appearance="primary" onClick={() => void session.begin()}>
          {say(RESULTS.begin)}
        </Button>
        <Button onClick={() => session.show("scenarios")}>{say(RESULTS.toScenarios)}</Button>
      </div>
    </>
  );
}

function ComputedResults({ computation }: { readonly computation: Computation }) {
  const engine = useEngine();
  const adapted = usePaneState((state) => state.adapted);
  const [view, setView] = useState<PlanView>("result");
  const results = useMemo(() => engine?.resultsOf(computation, view), [engine, computation, view]);
  if (results === undefined) return undefined;
  const compared = results.cases.find(({ isStatusQuo }) => !isStatusQuo);
  return (
    <>
      <Choice
        legend={RESULTS.view}
        legendHidden
        options={[
          { value: "result", label: RESULTS.resultView },
          { value: "cash", label: RESULTS.cashView },
        ]}
        value={view}
        onChange={setView}
      />
      <Answer results={results} />
      <KeyFigures results={results} />
      <CostTableSection
        computation={computation}
        view={view}
        first={compared === undefined ? results.reference.id : bestOfCase(compared).id}
      />
      <ModelFindings findings={[...adapted, ...computation.findings]} />
    </>
  );
}
