import { Button, makeStyles, tokens } from "@fluentui/react-components";
import { useLayoutEffect, useMemo, useRef, useState } from "react";
import { NextStep } from "../../frame/next-step";
import { ViewTitle } from "../../frame/view-title";
import type { Computation, FigurePlace, PlanView, ShownFigure } from "../../engine";
import { useEngine, usePaneState, useSession } from "../../frame/session-context";
import { useSpoken } from "../../frame/spoken";
import { VIEW_NAMES } from "../../frame/words";
import { Answer } from "./answer";
import { bestOfCase } from "./answer-words";
import { BasisNotes } from "./basis-notes";
import { ChartsSection } from "./charts-section";
import { Choice } from "./choice";
import { CostTableSection } from "./cost-table-section";
import { ExplainProvider } from "./figure-button";
import { ModelFindings } from "./finding-list";
import { KeyFigures } from "./key-figures";
import { RefusedNotice } from "./refused-notice";
import { TracePage } from "./trace-page";
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
      <ViewTitle>{say(VIEW_NAMES.results)}</ViewTitle>
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

/** Where the user was before a figure was opened: there it goes on afterwards. */
interface Left {
  readonly scroll: number;
  readonly focused: HTMLElement | undefined;
}

function ComputedResults({ computation }: { readonly computation: Computation }) {
  const engine = useEngine();
  const adapted = usePaneState((state) => state.adapted);
  const [view, setView] = useState<PlanView>("result");
  const [trail, setTrail] = useState<readonly FigurePlace[]>([]);
  const page = useRef<HTMLDivElement>(null);
  const left = useRef<Left>(undefined);
  const results = useMemo(() => engine?.resultsOf(computation, view), [engine, computation, view]);
  const isTracing = trail.length > 0;
  useLayoutEffect(() => {
    const frame = page.current?.closest("main");
    if (isTracing || left.current === undefined) return;
    left.current.focused?.focus({ preventScroll: true });
    if (frame !== null && frame !== undefined) frame.scrollTop = left.current.scroll;
    left.current = undefined;
  }, [isTracing]);
  if (results === undefined) return undefined;
  const explain = ({ row, column }: ShownFigure): void => {
    const { activeElement } = document;
    const frame = page.current?.closest("main");
    left.current = {
      scroll: frame?.scrollTop ?? 0,
      focused: activeElement instanceof HTMLElement ? activeElement : undefined,
    };
    frame?.scrollTo({ top: 0 });
    setTrail([{ sheet: row.sheet, row: row.id, column }]);
  };
  const compared = results.cases.find(({ isStatusQuo }) => !isStatusQuo);
  return (
    <>
      {isTracing && <TracePage computation={computation} trail={trail} onTrail={setTrail} />}
      <div ref={page} hidden={isTracing}>
        <ExplainProvider value={explain}>
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
          <BasisNotes results={results} />
          <Answer results={results} />
          <KeyFigures results={results} />
          <ChartsSection computation={computation} view={view} />
          <CostTableSection
            computation={computation}
            view={view}
            first={compared === undefined ? results.reference.id : bestOfCase(compared).id}
          />
          <ModelFindings findings={[...adapted, ...computation.findings]} />
          <NextStep to="output" />
        </ExplainProvider>
      </div>
    </>
  );
}
