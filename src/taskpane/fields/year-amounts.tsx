import { Input, makeStyles, tokens } from "@fluentui/react-components";
import type { ClipboardEvent } from "react";
import { fill, type Text, verbatim } from "../../language";
import { usePaneState } from "../frame/session-context";
import { useLanguage, useSpoken } from "../frame/spoken";
import { amountsIn, type ByYear, withYear } from "./by-year";
import { type FieldFacts, FieldFrame } from "./field-frame";
import { useNumber } from "./number-field";
import { problemAt } from "./problems";
import { type NumberBounds, type NumberUnit, readTypedNumber, showNumber } from "./typed-number";
import { FIELDS, YEARS } from "./words";

export interface YearAmountsProps extends FieldFacts {
  /** Years of the model. */
  readonly years: { readonly first: number; readonly last: number };
  readonly bounds?: NumberBounds;
  readonly value: ByYear;
  readonly onValue: (value: ByYear) => void;
  /** What a year without an amount of its own comes to, EUR; absent where such years stay empty. */
  readonly carriedOn?: (year: number) => number | undefined;
}

const useStyles = makeStyles({
  group: { margin: 0, padding: 0, border: "none", minWidth: 0 },
  legend: { padding: 0, fontWeight: tokens.fontWeightSemibold },
  hint: {
    margin: "2px 0 6px",
    color: tokens.colorNeutralForeground3,
    fontSize: tokens.fontSizeBase200,
  },
  error: {
    margin: "2px 0 6px",
    color: tokens.colorPaletteRedForeground1,
    fontSize: tokens.fontSizeBase200,
  },
  rows: {
    display: "flex",
    flexDirection: "column",
    gap: "6px",
    margin: 0,
    padding: 0,
    listStyleType: "none",
  },
});

/** One amount a year; the years left empty say what they come to. */
export function YearAmounts({
  years,
  bounds = {},
  value,
  onValue,
  carriedOn,
  path,
  label,
  note,
  source,
  more,
}: YearAmountsProps) {
  const styles = useStyles();
  const say = useSpoken();
  const language = useLanguage();
  const problem = usePaneState(({ computed }) => problemAt(computed, path));
  const shown = yearsShown(years, value);
  const none = Object.keys(value).length === 0;
  const hints = [
    carriedOn === undefined ? YEARS.emptyNothing : YEARS.emptyCarries,
    ...(note === undefined ? [] : [note]),
    ...(source === undefined || source === "" ? [] : [fill(FIELDS.source, verbatim(source))]),
  ];
  const put = (year: number, amount: number | undefined): void =>
    onValue(withYear(value, year, amount));
  const paste = (year: number, event: ClipboardEvent): void => {
    const pasted = amountsIn(event.clipboardData.getData("text"), (text) =>
      readTypedNumber(text, "EUR", language, bounds),
    );
    if (pasted === undefined) return;
    event.preventDefault();
    const from = shown.indexOf(year);
    onValue(
      pasted.reduce<ByYear>((all, amount, offset) => {
        const to = shown[from + offset];
        return to === undefined ? all : withYear(all, to, amount);
      }, value),
    );
  };
  return (
    <fieldset className={styles.group} data-field={path}>
      <legend className={styles.legend}>{say(label)}</legend>
      <p className={styles.hint}>{hints.map(say).join(" ")}</p>
      {(none || problem !== undefined) && (
        <p className={styles.error} role="alert">
          {say(
            none || problem === undefined
              ? YEARS.oneNeeded
              : fill(FIELDS.problem, label, problem.message),
          )}
        </p>
      )}
      <ul className={styles.rows}>
        {shown.map((year) => (
          <li key={year} onPaste={(event) => paste(year, event)}>
            <YearAmount
              path={`${path}.${year}`}
              label={verbatim(String(year))}
              group={label}
              bounds={bounds}
              value={value[String(year)]}
              onValue={(amount) => put(year, amount)}
              {...(carriedOn === undefined ? {} : { carried: carriedOn(year) ?? 0 })}
            />
          </li>
        ))}
      </ul>
      {more}
    </fieldset>
  );
}

interface YearAmountProps {
  readonly path: string;
  readonly label: Text;
  readonly group: Text;
  readonly bounds: NumberBounds;
  readonly value: number | undefined;
  readonly onValue: (value: number | undefined) => void;
  readonly carried?: number;
}

function YearAmount({ path, label, group, bounds, value, onValue, carried }: YearAmountProps) {
  const unit: NumberUnit = "EUR";
  const { text, typed, error, means, remark } = useNumber({
    unit,
    bounds,
    value,
    onValue,
    label: fill(YEARS.yearsOf, group, label),
    optional: true,
  });
  const carriedText =
    carried === undefined
      ? YEARS.nothing
      : fill(YEARS.carriedOn, { de: inEuros(carried, "de"), en: inEuros(carried, "en") });
  return (
    <FieldFrame
      path={path}
      label={label}
      beside
      error={error}
      means={means}
      remark={remark}
      {...(typed.reading.kind === "empty" ? { note: carriedText } : {})}
    >
      <Input
        size="small"
        value={text}
        autoComplete="off"
        onChange={(_, data) => typed.change(data.value)}
        onBlur={typed.leave}
        contentAfter={<span aria-hidden>€</span>}
      />
    </FieldFrame>
  );
}

function inEuros(amount: number, language: "de" | "en"): string {
  return `${showNumber(Math.round(amount), "EUR", language)}\u00a0€`;
}

/** The years of the model, and any other year that has an amount. */
function yearsShown({ first, last }: YearAmountsProps["years"], value: ByYear): readonly number[] {
  const inModel = Array.from(
    { length: Math.max(0, last - first + 1) },
    (_, index) => first + index,
  );
  const others = Object.keys(value)
    .map(Number)
    .filter((year) => year < first || year > last);
  return [...inModel, ...others].sort((a, b) => a - b);
}
