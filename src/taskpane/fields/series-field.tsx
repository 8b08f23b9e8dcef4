import { Button, makeStyles, tokens } from "@fluentui/react-components";
import { DismissRegular } from "@fluentui/react-icons";
import { useId, useState } from "react";
import { Select } from "../controls/select";
import { fill, type Text } from "../../language";
import type { Series } from "../../model/document";
import { useSpoken } from "../frame/spoken";
import { withChange, withYear } from "./by-year";
import type { FieldFacts } from "./field-frame";
import { NumberField } from "./number-field";
import type { NumberBounds, NumberUnit } from "./typed-number";
import { YEARS } from "./words";

export interface SeriesFieldProps extends FieldFacts {
  readonly unit: NumberUnit;
  readonly things?: Text;
  readonly bounds?: NumberBounds;
  /** Years of the model. */
  readonly years: { readonly first: number; readonly last: number };
  readonly value: Series | undefined;
  readonly onValue: (value: Series | undefined) => void;
}

const useStyles = makeStyles({
  group: {
    display: "flex",
    flexDirection: "column",
    gap: "4px",
    margin: 0,
    padding: 0,
    border: "none",
    minWidth: 0,
  },
  legend: { padding: 0, fontWeight: tokens.fontWeightSemibold },
  row: { display: "flex", alignItems: "flex-start", gap: "4px" },
  value: { flex: "1 1 auto", minWidth: 0 },
  remove: { marginTop: "26px" },
  add: { alignSelf: "flex-start" },
  choose: { display: "flex", flexWrap: "wrap", alignItems: "center", gap: "4px 8px" },
});

/** A value that holds for all years, or from given years on ("gilt ab"). */
export function SeriesField({ value, onValue, years, ...props }: SeriesFieldProps) {
  const styles = useStyles();
  const say = useSpoken();
  const [choosing, setChoosing] = useState(false);
  const given = typeof value === "object" ? value : undefined;
  const free = yearsFree(years, given);
  const addYear = (year: number): void => {
    onValue(withChange(value, year, years.first));
    setChoosing(false);
  };
  const adding =
    value === undefined || free.length === 0 ? undefined : choosing ? (
      <AddYear years={free} onYear={addYear} onCancel={() => setChoosing(false)} />
    ) : (
      <Button
        size="small"
        appearance="subtle"
        className={styles.add}
        onClick={() => setChoosing(true)}
      >
        {say(YEARS.addChange)}
      </Button>
    );
  if (given === undefined) {
    return (
      <NumberField
        {...props}
        value={typeof value === "number" ? value : undefined}
        onValue={onValue}
        more={
          <>
            {adding}
            {props.more}
          </>
        }
      />
    );
  }
  const { label, note, source, more, path, showCell, unit, things, bounds } = props;
  const one = {
    unit,
    ...(things === undefined ? {} : { things }),
    ...(bounds === undefined ? {} : { bounds }),
  };
  const entries = Object.entries(given);
  return (
    <fieldset className={styles.group} data-field={path}>
      <legend className={styles.legend}>{say(label)}</legend>
      {entries.map(([year, number], index) => (
        <div key={year} className={styles.row}>
          <div className={styles.value}>
            <NumberField
              {...one}
              required
              path={`${path}.${year}`}
              label={fill(YEARS.from, year)}
              {...(index === entries.length - 1 && note !== undefined ? { note } : {})}
              {...(index === entries.length - 1 && source !== undefined ? { source } : {})}
              {...(index === 0 && showCell !== undefined ? { showCell } : {})}
              value={number}
              onValue={(next) => onValue(withYear(given, Number(year), next))}
            />
          </div>
          {entries.length > 1 && (
            <Button
              className={styles.remove}
              appearance="subtle"
              icon={<DismissRegular />}
              aria-label={say(fill(YEARS.remove, fill(YEARS.from, year)))}
              onClick={() => onValue(withYear(given, Number(year), undefined))}
            />
          )}
        </div>
      ))}
      {adding}
      {more}
    </fieldset>
  );
}

function AddYear({
  years,
  onYear,
  onCancel,
}: {
  readonly years: readonly number[];
  readonly onYear: (year: number) => void;
  readonly onCancel: () => void;
}) {
  const styles = useStyles();
  const say = useSpoken();
  const id = useId();
  const [year, setYear] = useState(years[0] ?? 0);
  return (
    <div className={styles.choose}>
      <label htmlFor={id}>{say(YEARS.newYear)}</label>
      <Select
        id={id}
        size="small"
        value={String(year)}
        onChoose={(chosen) => setYear(Number(chosen))}
        ref={focusOnce}
      >
        {years.map((one) => (
          <option key={one} value={one}>
            {one}
          </option>
        ))}
      </Select>
      <Button size="small" appearance="primary" onClick={() => onYear(year)}>
        {say(YEARS.add)}
      </Button>
      <Button size="small" onClick={onCancel}>
        {say(YEARS.cancel)}
      </Button>
    </div>
  );
}

/** What the user has just asked for is where the keyboard goes on. */
function focusOnce(element: HTMLSelectElement | null): void {
  element?.focus();
}

/** Years in which a change can still begin. */
function yearsFree(
  { first, last }: SeriesFieldProps["years"],
  given: Readonly<Record<string, number>> | undefined,
): readonly number[] {
  const from = given === undefined ? first + 1 : first;
  return Array.from({ length: Math.max(0, last - from + 1) }, (_, index) => from + index).filter(
    (year) => given?.[String(year)] === undefined,
  );
}
