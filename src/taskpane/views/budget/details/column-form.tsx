import { Button, Field, Input, makeStyles } from "@fluentui/react-components";
import { useState } from "react";
import { Select } from "../../../controls/select";
import { columnLetters } from "../../../../address";
import { DIRECTION_TERMS, KIND_TERMS, MEANS_TERMS } from "../../../../budget/correction-words";
import type { ColumnProposal } from "../../../../budget/line";
import { fill, type Text } from "../../../../language";
import { useSpoken } from "../../../frame/spoken";
import { withColumn } from "../../../session/correction-parts";
import { useCorrection } from "../use-correction";
import { readYear } from "./typed";
import { DETAILS } from "./words";

const useStyles = makeStyles({
  form: { display: "flex", flexDirection: "column", gap: "4px", padding: "4px 0 8px" },
  actions: { display: "flex", flexWrap: "wrap", gap: "4px 8px", marginTop: "4px" },
});

/** The user's word on what a column holds. */
export function ColumnForm({
  sheet,
  proposal,
  close,
}: {
  readonly sheet: string;
  readonly proposal: ColumnProposal;
  readonly close: () => void;
}) {
  const styles = useStyles();
  const say = useSpoken();
  const { inForce, correct, busy } = useCorrection(sheet);
  const { column } = proposal;
  const [means, setMeans] = useState(proposal.means);
  const [year, setYear] = useState(proposal.year === undefined ? "" : String(proposal.year));
  const [kind, setKind] = useState(proposal.kind);
  const [direction, setDirection] = useState(proposal.direction);
  const [tried, setTried] = useState(false);
  const isAmount = means === "amount" || means === "balance";
  const typedYear = readYear(year);
  const wrongYear = isAmount && year.trim() !== "" && typedYear === undefined;
  const apply = (): void => {
    setTried(true);
    if (wrongYear) return;
    const amount = {
      ...(typedYear === undefined ? {} : { year: typedYear }),
      ...(kind === undefined ? {} : { kind }),
      ...(direction === undefined ? {} : { direction }),
    };
    correct(withColumn(inForce, { column, means, ...(isAmount ? amount : {}) }));
    close();
  };
  return (
    <form
      className={styles.form}
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        apply();
      }}
    >
      <Field label={say(fill(DETAILS.means, columnLetters(column)))}>
        <OneOf terms={MEANS_TERMS} value={means} onValue={(value) => setMeans(value ?? means)} />
      </Field>
      {isAmount && (
        <>
          <Field
            label={say(DETAILS.year)}
            validationState={tried && wrongYear ? "error" : "none"}
            {...(tried && wrongYear ? { validationMessage: say(DETAILS.yearWrong) } : {})}
          >
            <Input
              value={year}
              inputMode="numeric"
              autoComplete="off"
              onChange={(_, data) => setYear(data.value)}
            />
          </Field>
          <Field label={say(DETAILS.kind)}>
            <OneOf terms={KIND_TERMS} none={DETAILS.asRead} value={kind} onValue={setKind} />
          </Field>
          <Field label={say(DETAILS.direction)}>
            <OneOf
              terms={DIRECTION_TERMS}
              none={DETAILS.asRead}
              value={direction}
              onValue={setDirection}
            />
          </Field>
        </>
      )}
      <div className={styles.actions}>
        <Button type="submit" size="small" appearance="primary" disabledFocusable={busy}>
          {say(DETAILS.apply)}
        </Button>
        <Button size="small" onClick={close}>
          {say(DETAILS.cancel)}
        </Button>
      </div>
    </form>
  );
}

/** One of the words of a list, or none of them. */
export function OneOf<Value extends string>({
  terms,
  none,
  value,
  onValue,
  ...field
}: {
  readonly terms: Readonly<Record<Value, Text>>;
  /** What no choice means. */
  readonly none?: Text;
  readonly value: Value | undefined;
  readonly onValue: (value: Value | undefined) => void;
}) {
  const say = useSpoken();
  const values = Object.keys(terms) as Value[];
  return (
    <Select
      {...field}
      value={value ?? ""}
      onChoose={(chosen) => onValue(values.find((one) => one === chosen))}
    >
      {none !== undefined && <option value="">{say(none)}</option>}
      {values.map((one) => (
        <option key={one} value={one}>
          {say(terms[one])}
        </option>
      ))}
    </Select>
  );
}
