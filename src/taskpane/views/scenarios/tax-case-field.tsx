import { useState } from "react";
import { type Text, verbatim } from "../../../language";
import { ChoiceField, TextField } from "../../fields";
import { useEngine, usePaneState, useSession } from "../../frame/session-context";
import { SCENARIOS } from "./words";

const NONE = "";
const OTHER = "?";

/** The tax case: one of the known ones, one that another scenario has, or a name of its own. */
export function TaxCaseField({
  path,
  value,
}: {
  readonly path: string;
  readonly value: string | undefined;
}) {
  const session = useSession();
  const engine = useEngine();
  const scenarios = usePaneState(({ document }) => document?.scenarios);
  const [other, setOther] = useState(false);
  const textOf = (id: string): Text => engine?.taxCaseText(id) ?? verbatim(id);
  const known = Object.keys(engine?.TAX_CASES ?? {});
  const used = (scenarios ?? []).flatMap(({ taxCase }) => taxCase ?? []);
  const ids = [...new Set([...known, ...used])];
  const set = (next: string | undefined): void =>
    session.scenarios.set(path, next, SCENARIOS.taxCase);
  return (
    <>
      <ChoiceField
        path={path}
        label={SCENARIOS.taxCase}
        note={SCENARIOS.taxCaseNote}
        choices={[
          { value: NONE, label: SCENARIOS.noTaxCase },
          ...ids.map((id) => ({ value: id, label: textOf(id) })),
          { value: OTHER, label: SCENARIOS.otherTaxCase },
        ]}
        value={other ? OTHER : (value ?? NONE)}
        onValue={(chosen) => {
          setOther(chosen === OTHER);
          if (chosen !== OTHER) set(chosen === NONE ? undefined : chosen);
        }}
      />
      {other && (
        <TextField
          path={`${path}.own`}
          label={SCENARIOS.ownTaxCase}
          longest={255}
          value={value !== undefined && known.includes(value) ? undefined : value}
          onValue={set}
        />
      )}
    </>
  );
}
