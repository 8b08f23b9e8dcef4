import { Button, makeStyles } from "@fluentui/react-components";
import { useState } from "react";
import type { LineRole } from "../../../model/line-roles";
import { MonthField, SwitchField } from "../../fields";
import { useSpoken } from "../../frame/spoken";
import type { Engine } from "../../session/world";
import { ASSIGNMENT } from "./words";

const useStyles = makeStyles({
  actions: { display: "flex", flexWrap: "wrap", gap: "4px 8px" },
  form: { display: "flex", flexDirection: "column", alignItems: "flex-start", gap: "4px" },
});

/** The roles to give to the selected lines; to end them needs a month. */
export function RoleActions({
  terms,
  disabled,
  onRole,
}: {
  readonly terms: Engine["ROLE_TERMS"];
  readonly disabled: boolean;
  readonly onRole: (role: LineRole) => void;
}) {
  const styles = useStyles();
  const say = useSpoken();
  const [ending, setEnding] = useState(false);
  return (
    <>
      <div className={styles.actions} role="group" aria-label={say(ASSIGNMENT.give)}>
        <Button disabledFocusable={disabled} onClick={() => onRole({ role: "stays" })}>
          {say(terms.stays)}
        </Button>
        <Button
          disabledFocusable={disabled}
          aria-expanded={ending && !disabled}
          onClick={() => setEnding(!ending)}
        >
          {say(ASSIGNMENT.endsWhen)}
        </Button>
        <Button disabledFocusable={disabled} onClick={() => onRole({ role: "budgeted" })}>
          {say(terms.budgeted)}
        </Button>
        <Button disabledFocusable={disabled} onClick={() => onRole({ role: "unaffected" })}>
          {say(terms.unaffected)}
        </Button>
      </div>
      {ending && !disabled && (
        <EndingForm
          onCancel={() => setEnding(false)}
          onEnd={(role) => {
            setEnding(false);
            onRole(role);
          }}
        />
      )}
    </>
  );
}

function EndingForm({
  onEnd,
  onCancel,
}: {
  readonly onEnd: (role: LineRole) => void;
  readonly onCancel: () => void;
}) {
  const styles = useStyles();
  const say = useSpoken();
  const [until, setUntil] = useState<string>();
  const [returns, setReturns] = useState(false);
  const [missing, setMissing] = useState(false);
  return (
    <form
      className={styles.form}
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        if (until === undefined) {
          // What cannot be understood the field says itself.
          const input = event.currentTarget.querySelector("input");
          setMissing(input?.value.trim() === "");
          input?.focus();
        } else {
          onEnd({ role: "ends", until, ...(returns ? { returns } : {}) });
        }
      }}
    >
      <MonthField
        path="assignment.until"
        label={ASSIGNMENT.until}
        value={until}
        onValue={(month) => {
          setUntil(month);
          setMissing(false);
        }}
      />
      {missing && <p role="alert">{say(ASSIGNMENT.monthMissing)}</p>}
      <SwitchField
        path="assignment.returns"
        label={ASSIGNMENT.returns}
        value={returns}
        onValue={setReturns}
      />
      <div className={styles.actions}>
        <Button type="submit" appearance="primary">
          {say(ASSIGNMENT.ends)}
        </Button>
        <Button onClick={onCancel}>{say(ASSIGNMENT.cancel)}</Button>
      </div>
    </form>
  );
}
