import { Button, Field, Input, makeStyles } from "@fluentui/react-components";
import { useState } from "react";
import { Checkbox } from "../../../controls/checkbox";
import type { SheetReading, UnreadSheet } from "../../../../budget/line";
import { fill } from "../../../../language";
import { useEngine, usePaneState, useSession } from "../../../frame/session-context";
import { useSpoken } from "../../../frame/spoken";
import { useCorrection } from "../use-correction";
import { readYear } from "./typed";
import { DETAILS } from "./words";

const useStyles = makeStyles({
  form: { display: "flex", flexDirection: "column", alignItems: "flex-start", gap: "4px" },
});

/** Asks for the budget year where headers name their years only in relation to it. */
export function YearQuestion({ reading }: { readonly reading: UnreadSheet }) {
  const styles = useStyles();
  const say = useSpoken();
  const session = useSession();
  const engine = useEngine();
  const budget = usePaneState((state) => state.budget);
  const { inForce, busy } = useCorrection(reading.name);
  const [text, setText] = useState("");
  const [tried, setTried] = useState(false);
  const [all, setAll] = useState(true);
  const readings = budget.kind === "read" ? budget.budget.readings : [];
  const others = readings.filter((one) => one.name !== reading.name && asksYear(one));
  const year = readYear(text);
  const answer = (): void => {
    setTried(true);
    if (year === undefined || engine === undefined || budget.kind !== "read") return;
    const also = all ? others : [];
    void session.correct(
      { ...inForce, budgetYear: year },
      ...also.map(({ name }) => ({
        ...engine.correctionInForce(budget.budget, session.state.answers, name),
        budgetYear: year,
      })),
    );
  };
  return (
    <form
      className={styles.form}
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        if (year === undefined) event.currentTarget.querySelector("input")?.focus();
        answer();
      }}
    >
      <Field
        label={say(DETAILS.budgetYear)}
        validationState={tried && year === undefined ? "error" : "none"}
        {...(tried && year === undefined ? { validationMessage: say(DETAILS.yearWrong) } : {})}
      >
        <Input
          value={text}
          inputMode="numeric"
          autoComplete="off"
          onChange={(_, data) => setText(data.value)}
        />
      </Field>
      {others.length > 0 && (
        <Checkbox
          checked={all}
          label={say(fill(DETAILS.answerAll, others.map(({ name }) => name).join(", ")))}
          onCheck={setAll}
        />
      )}
      <Button type="submit" appearance="primary" disabledFocusable={busy}>
        {say(DETAILS.answer)}
      </Button>
    </form>
  );
}

function asksYear({ status, findings }: SheetReading): boolean {
  return status === "question" && findings.some(({ code }) => code === "year-missing");
}
