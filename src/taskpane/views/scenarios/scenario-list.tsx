import { Button } from "@fluentui/react-components";
import { usePaneState, useSession } from "../../frame/session-context";
import { useSpoken } from "../../frame/spoken";
import { NextStep } from "../../frame/next-step";
import { ViewTitle } from "../../frame/view-title";
import { VIEW_NAMES } from "../../frame/words";
import type { ModelDocument } from "../../../model/document";
import { STATUS_QUO } from "../../../model/terms";
import { listedScenarios, withStatusQuo } from "../../session/scenario-edits";
import { SCENARIO_STEPS } from "../../session/scenario-words";
import { ChosenScenarios } from "./chosen-scenarios";
import { ExampleValues } from "./example-values";
import { FrameCard } from "./frame-card";
import { Problems } from "./problem-list";
import { ScenarioCard } from "./scenario-card";
import { useScenarioStyles } from "./styles";
import { SCENARIOS } from "./words";

/** All scenarios, the status quo first. */
export function ScenarioList() {
  const styles = useScenarioStyles();
  const say = useSpoken();
  const document = usePaneState((state) => state.document);
  return (
    <div className={styles.page}>
      <ViewTitle tabIndex={-1}>{say(VIEW_NAMES.scenarios)}</ViewTitle>
      {document === undefined ? <Beginning /> : <Cards document={document} />}
    </div>
  );
}

function Beginning() {
  const styles = useScenarioStyles();
  const say = useSpoken();
  const session = useSession();
  return (
    <>
      <p className={styles.text}>{say(SCENARIOS.beginWhy)}</p>
      <div className={styles.actions}>
        <Button appearance="primary" onClick={() => void session.begin()}>
          {say(SCENARIOS.begin)}
        </Button>
        <Button onClick={() => session.scenarios.open({ kind: "presets" })}>
          {say(SCENARIOS.choosePresets)}
        </Button>
        <Button onClick={() => void session.scenarios.addEmpty()}>{say(SCENARIOS.addEmpty)}</Button>
      </div>
    </>
  );
}

function Cards({ document }: { readonly document: ModelDocument }) {
  const styles = useScenarioStyles();
  const say = useSpoken();
  const session = useSession();
  const whole = withStatusQuo(document, say(SCENARIO_STEPS.statusQuo));
  const listed = listedScenarios(whole);
  const movable = listed.filter(({ scenario }) => scenario.id !== STATUS_QUO);
  return (
    <>
      <Problems />
      <ExampleValues />
      <FrameCard document={document} />
      <ul className={styles.list}>
        {listed.map(({ scenario }) => {
          const place = movable.findIndex((one) => one.scenario === scenario);
          return (
            <li key={scenario.id}>
              <ScenarioCard
                scenario={scenario}
                isReference={scenario.id === (document.reference ?? STATUS_QUO)}
                isRequest={scenario.id === (document.request ?? movable[0]?.scenario.id)}
                canMoveUp={place > 0}
                canMoveDown={place >= 0 && place < movable.length - 1}
              />
            </li>
          );
        })}
      </ul>
      <div className={styles.actions}>
        <Button
          data-leads-to="presets//"
          onClick={() => session.scenarios.open({ kind: "presets" })}
        >
          {say(SCENARIOS.fromPreset)}
        </Button>
        <Button onClick={() => void session.scenarios.addEmpty()}>{say(SCENARIOS.addEmpty)}</Button>
      </div>
      <ChosenScenarios scenarios={listed.map(({ scenario }) => scenario)} document={document} />
      <NextStep to="results" />
    </>
  );
}
