import { Button, makeStyles, tokens } from "@fluentui/react-components";
import { ArrowLeftRegular } from "@fluentui/react-icons";
import { useEffect, useRef, useState } from "react";
import { fill, verbatim } from "../../../language";
import type { Computation, FigurePlace, TracedFigure, TracedOperand } from "../../engine";
import { TextButton } from "../../controls/text-button";
import { useFigures } from "../../frame/figures";
import { useEngine, usePaneState, useSession } from "../../frame/session-context";
import { useLanguage, useSpoken } from "../../frame/spoken";
import { writeValue } from "../../frame/values";
import { addressedArea } from "../../session/areas";
import { showWritten } from "../../session/show-written";
import { KINDS, TRACE } from "./trace-words";

const useStyles = makeStyles({
  trail: { margin: "4px 0", padding: 0, lineHeight: "24px" },
  step: { display: "inline", overflowWrap: "anywhere" },
  title: { ":focus-visible": { outline: "none" } },
  value: {
    fontSize: tokens.fontSizeBase500,
    lineHeight: tokens.lineHeightBase500,
    fontWeight: tokens.fontWeightSemibold,
    fontVariantNumeric: "tabular-nums",
  },
  hint: { color: tokens.colorNeutralForeground2, margin: "2px 0", overflowWrap: "anywhere" },
  words: {
    margin: "4px 0",
    padding: "6px 8px",
    backgroundColor: tokens.colorNeutralBackground3,
    overflowWrap: "anywhere",
  },
  actions: { display: "flex", flexWrap: "wrap", gap: "8px", margin: "8px 0" },
  list: { listStyleType: "none", margin: "4px 0", padding: 0 },
  operand: {
    display: "grid",
    gridTemplateColumns: "1fr auto",
    gap: "0 8px",
    padding: "4px 0",
    borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
  },
  label: { minWidth: 0, overflowWrap: "anywhere" },
  number: { textAlign: "right", fontVariantNumeric: "tabular-nums", overflowWrap: "anywhere" },
  small: {
    gridColumn: "1 / -1",
    color: tokens.colorNeutralForeground2,
    fontSize: tokens.fontSizeBase200,
    overflowWrap: "anywhere",
  },
  others: { margin: "8px 0", "& summary": { minHeight: "24px", cursor: "pointer" } },
});

interface TracePageProps {
  readonly computation: Computation;
  /** The figures gone through, the one shown behind the others. */
  readonly trail: readonly FigurePlace[];
  readonly onTrail: (trail: readonly FigurePlace[]) => void;
}

/** How a figure came about, down to inputs and budget cells, one figure a page. */
export function TracePage({ computation, trail, onTrail }: TracePageProps) {
  const styles = useStyles();
  const say = useSpoken();
  const language = useLanguage();
  const engine = useEngine();
  const traces = trail.map((place) => engine?.traceAt(computation, place, language));
  const trace = traces.at(-1);
  return (
    <div>
      <Button size="small" icon={<ArrowLeftRegular />} onClick={() => onTrail(trail.slice(0, -1))}>
        {say(trail.length > 1 ? TRACE.back : TRACE.backToResults)}
      </Button>
      {trail.length > 1 && (
        <nav aria-label={say(TRACE.trail)}>
          <ol className={styles.trail}>
            {traces.slice(0, -1).map((step, index) => (
              <li key={index} className={styles.step}>
                <TextButton onClick={() => onTrail(trail.slice(0, index + 1))}>
                  {titleOf(step) ?? "–"}
                </TextButton>
                {" › "}
              </li>
            ))}
          </ol>
        </nav>
      )}
      {trace === undefined ? (
        <p>{say(TRACE.gone)}</p>
      ) : (
        <TraceDetails
          key={JSON.stringify(trace.place)}
          trace={trace}
          onGo={(place) => onTrail([...trail, place])}
        />
      )}
    </div>
  );
}

/** Label and year, as far as the year does not stand in the label. */
function titleOf(trace: TracedFigure | undefined): string | undefined {
  if (trace === undefined) return undefined;
  return trace.year === undefined ? trace.label : `${trace.label} ${String(trace.year)}`;
}

interface TraceDetailsProps {
  readonly trace: TracedFigure;
  readonly onGo: (place: FigurePlace) => void;
}

function TraceDetails({ trace, onGo }: TraceDetailsProps) {
  const styles = useStyles();
  const say = useSpoken();
  const session = useSession();
  const language = useLanguage();
  const figures = useFigures();
  const isWritten = usePaneState((state) => state.written.sheets.length > 0);
  const title = useRef<HTMLHeadingElement>(null);
  // A page of its own: the keyboard and the screen reader go on from its title.
  useEffect(() => title.current?.focus(), []);
  const { kind, value, unit, scenario, source, explanation, operands, written, field, group } =
    trace;
  const counting = operands.filter(({ counts }) => counts);
  const others = operands.filter(({ counts }) => !counts);
  const zeros = counting.filter((operand) => operand.value === 0);
  const folded = zeros.length > SHOWN_ZEROS && zeros.length < counting.length ? zeros : [];
  const isCalculated = kind === "formula" || kind === "link";
  return (
    <>
      <h2 ref={title} tabIndex={-1} className={styles.title}>
        {titleOf(trace)}
      </h2>
      <div className={styles.value}>{writeValue(value, unit, language, figures)}</div>
      {scenario !== undefined && (
        <p className={styles.hint}>{say(fill(TRACE.scenario, verbatim(scenario)))}</p>
      )}
      <p className={styles.hint}>
        {say(KINDS[kind])}
        {source !== "" && `; ${say(fill(TRACE.source, verbatim(source)))}`}
      </p>
      {group !== undefined && <p className={styles.hint}>{group}</p>}
      {isCalculated && (
        <>
          <h3>{say(TRACE.formula)}</h3>
          <p className={styles.words}>{explanation}</p>
        </>
      )}
      {kind === "textAmount" && <p className={styles.words}>{explanation}</p>}
      <div className={styles.actions}>
        {field !== undefined && (
          <Button size="small" onClick={() => session.scenarios.openField(field)}>
            {say(TRACE.showField)}
          </Button>
        )}
        {isWritten && written !== undefined && (
          <Button size="small" onClick={() => void showWritten(session, written)}>
            {say(TRACE.showCell)}
          </Button>
        )}
      </div>
      {counting.length > 0 && (
        <>
          <h3>{say(TRACE.operands)}</h3>
          <Operands operands={counting.filter((one) => !folded.includes(one))} onGo={onGo} />
        </>
      )}
      {folded.length > 0 && (
        <details className={styles.others}>
          <summary>{say(fill(TRACE.zeros, String(folded.length)))}</summary>
          <Operands operands={folded} onGo={onGo} />
        </details>
      )}
      {others.length > 0 && (
        <details className={styles.others}>
          <summary>
            {say(others.length === 1 ? TRACE.oneOther : fill(TRACE.others, String(others.length)))}
          </summary>
          <Operands operands={others} onGo={onGo} />
        </details>
      )}
    </>
  );
}

/** More figures that are 0 than these stand behind a click: a sum names every kind of cost. */
const SHOWN_ZEROS = 4;

/** So many are shown at once: a sum may run over hundreds of budget lines. */
const SHOWN = 40;

interface OperandsProps {
  readonly operands: readonly TracedOperand[];
  readonly onGo: (place: FigurePlace) => void;
}

function Operands({ operands, onGo }: OperandsProps) {
  const styles = useStyles();
  const say = useSpoken();
  const [shown, setShown] = useState(SHOWN);
  const rest = operands.length - shown;
  return (
    <>
      <ul className={styles.list}>
        {operands.slice(0, shown).map((operand, index) => (
          <OperandItem key={index} operand={operand} onGo={onGo} />
        ))}
      </ul>
      {rest > 0 && (
        <Button size="small" onClick={() => setShown(operands.length)}>
          {say(fill(TRACE.more, String(rest)))}
        </Button>
      )}
    </>
  );
}

interface OperandItemProps {
  readonly operand: TracedOperand;
  readonly onGo: (place: FigurePlace) => void;
}

function OperandItem({ operand, onGo }: OperandItemProps) {
  const styles = useStyles();
  const say = useSpoken();
  const session = useSession();
  const language = useLanguage();
  const figures = useFigures();
  const { kind, label, year, value, unit, source, place, budget, group } = operand;
  const title = year === undefined ? label : `${label} ${String(year)}`;
  const area = budget === undefined ? undefined : addressedArea(budget.address);
  const go =
    place !== undefined
      ? () => onGo(place)
      : area !== undefined
        ? () => void session.select(area)
        : undefined;
  return (
    <li className={styles.operand}>
      <span className={styles.label}>
        {go === undefined ? (
          title
        ) : (
          <TextButton title={say(place === undefined ? TRACE.showBudget : TRACE.goOn)} onClick={go}>
            {title}
          </TextButton>
        )}
      </span>
      <span className={styles.number}>{writeValue(value, unit, language, figures)}</span>
      <span className={styles.small}>
        {say(KINDS[kind])}
        {source !== "" && `; ${source}`}
      </span>
      {group !== undefined && <span className={styles.small}>{group}</span>}
    </li>
  );
}
