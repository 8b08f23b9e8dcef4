import type { ModelDocument, ScenarioDocument } from "../../../model/document";
import { verbatim } from "../../../language";
import { STATUS_QUO } from "../../../model/terms";
import { ChoiceField } from "../../fields";
import { useSession } from "../../frame/session-context";
import { useSpoken } from "../../frame/spoken";
import { useScenarioStyles } from "./styles";
import { SCENARIOS } from "./words";

interface ChosenScenariosProps {
  readonly document: ModelDocument;
  readonly scenarios: readonly ScenarioDocument[];
}

/** Which scenario all others are compared with, and whose budget request is drawn up. */
export function ChosenScenarios({ document, scenarios }: ChosenScenariosProps) {
  const styles = useScenarioStyles();
  const say = useSpoken();
  const session = useSession();
  const choices = scenarios.map(({ id, name }) => ({ value: id, label: verbatim(name) }));
  const cooperations = choices.filter(({ value }) => value !== STATUS_QUO);
  return (
    <section className={styles.page} aria-labelledby="chosen-scenarios">
      <h2 id="chosen-scenarios" className={styles.heading}>
        {say(SCENARIOS.comparison)}
      </h2>
      <ChoiceField
        path="reference"
        label={SCENARIOS.reference}
        note={SCENARIOS.referenceNote}
        choices={choices}
        value={document.reference ?? STATUS_QUO}
        onValue={(id) => session.scenarios.setReference(id)}
      />
      {cooperations.length > 0 && (
        <ChoiceField
          path="request"
          label={SCENARIOS.requestFrom}
          choices={cooperations}
          value={document.request ?? cooperations[0]?.value ?? ""}
          onValue={(id) => session.scenarios.setRequest(id)}
        />
      )}
    </section>
  );
}
