import { Button, Field, Input, makeStyles } from "@fluentui/react-components";
import { useState } from "react";
import { UNIT_SIGNS } from "../../../../budget/correction-words";
import type { SheetCorrection, SheetReading } from "../../../../budget/line";
import { readRowList, writeRowList } from "../../../../budget/row-list";
import { fill, type Text, verbatim } from "../../../../language";
import { useSpoken } from "../../../frame/spoken";
import { withRows } from "../../../session/correction-parts";
import { useCorrection } from "../use-correction";
import { OneOf } from "./column-form";
import { readRow, readYear } from "./typed";
import { DETAILS } from "./words";

const UNITS = {
  EUR: verbatim(UNIT_SIGNS.EUR),
  TEUR: verbatim(UNIT_SIGNS.TEUR),
  MEUR: verbatim(UNIT_SIGNS.MEUR),
};
const NOTATIONS = { german: DETAILS.german, english: DETAILS.english };
const SIGNS = { positive: DETAILS.positive, negative: DETAILS.negative };

const useStyles = makeStyles({
  form: { display: "flex", flexDirection: "column", gap: "4px" },
  pair: {
    display: "grid",
    gridTemplateColumns: "minmax(0, 1fr) minmax(0, 1fr)",
    gap: "8px",
    "& .fui-Input": { minWidth: 0, width: "100%" },
    "& input": { minWidth: 0 },
  },
  apply: { alignSelf: "flex-start", marginTop: "4px" },
});

/** What concerns the whole sheet: header rows, year, unit, signs, rows that count or do not. */
export function CorrectionForm({ reading }: { readonly reading: SheetReading }) {
  const { inForce } = useCorrection(reading.name);
  // What was said elsewhere, such as in the preview, shows in the fields.
  return <Form key={JSON.stringify(inForce)} reading={reading} inForce={inForce} />;
}

function Form({
  reading,
  inForce,
}: {
  readonly reading: SheetReading;
  readonly inForce: SheetCorrection;
}) {
  const styles = useStyles();
  const say = useSpoken();
  const { correct, busy } = useCorrection(reading.name);
  const header = inForce.headerRows;
  const read = reading.status === "budget" ? reading.layout?.headerRows : undefined;
  const [first, setFirst] = useState(header === undefined ? "" : String(header[0] + 1));
  const [last, setLast] = useState(header === undefined ? "" : String(header[1] + 1));
  const [year, setYear] = useState(String(inForce.budgetYear ?? ""));
  const [unit, setUnit] = useState(inForce.unit);
  const [notation, setNotation] = useState(inForce.notation);
  const [revenue, setRevenue] = useState(inForce.signs?.revenue);
  const [expense, setExpense] = useState(inForce.signs?.expense);
  const [leaveOut, setLeaveOut] = useState(writeRowList(inForce.leaveOut ?? []));
  const [takeIn, setTakeIn] = useState(writeRowList(inForce.takeIn ?? []));
  const [tried, setTried] = useState(false);

  const rows = readHeader(first, last);
  const [left, taken] = [readRowList(leaveOut), readRowList(takeIn)];
  const twice = left?.filter((row) => taken?.includes(row) === true) ?? [];
  const problems = {
    header: rows === "wrong" ? DETAILS.headerWrong : undefined,
    year: year.trim() !== "" && readYear(year) === undefined ? DETAILS.yearWrong : undefined,
    leaveOut: left === undefined ? DETAILS.rowsWrong : undefined,
    takeIn:
      taken === undefined
        ? DETAILS.rowsWrong
        : twice.length > 0
          ? fill(DETAILS.rowsTwice, writeRowList(twice))
          : undefined,
  };
  const apply = (): void => {
    setTried(true);
    if (Object.values(problems).some((problem) => problem !== undefined)) return;
    if (rows === "wrong" || left === undefined || taken === undefined) return;
    const budgetYear = readYear(year);
    const signs = {
      ...(revenue === undefined ? {} : { revenue }),
      ...(expense === undefined ? {} : { expense }),
    };
    const { sheet, notABudget, columns } = inForce;
    const whole: SheetCorrection = {
      sheet,
      ...(notABudget === undefined ? {} : { notABudget }),
      ...(rows === undefined ? {} : { headerRows: rows }),
      ...(budgetYear === undefined ? {} : { budgetYear }),
      ...(unit === undefined ? {} : { unit }),
      ...(notation === undefined ? {} : { notation }),
      ...(Object.keys(signs).length === 0 ? {} : { signs }),
      ...(columns === undefined ? {} : { columns }),
    };
    correct(withRows(whole, left, taken));
  };
  const shown = (problem: Text | undefined) =>
    tried && problem !== undefined
      ? ({ validationState: "error", validationMessage: say(problem) } as const)
      : {};
  const asRead = (row: number | undefined): string =>
    row === undefined ? "" : `${say(DETAILS.asRead)}: ${row + 1}`;
  return (
    <form
      className={styles.form}
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        apply();
      }}
    >
      <h3>{say(DETAILS.form)}</h3>
      <div className={styles.pair}>
        <Field
          label={say(DETAILS.headerFirst)}
          hint={asRead(read?.[0])}
          {...shown(problems.header)}
        >
          <Typed value={first} onValue={setFirst} />
        </Field>
        <Field label={say(DETAILS.headerLast)} hint={asRead(read?.[1])}>
          <Typed value={last} onValue={setLast} />
        </Field>
      </div>
      <Field
        label={say(DETAILS.budgetYear)}
        hint={say(DETAILS.budgetYearHow)}
        {...shown(problems.year)}
      >
        <Typed value={year} onValue={setYear} />
      </Field>
      <Field label={say(DETAILS.unit)}>
        <OneOf terms={UNITS} none={DETAILS.asRead} value={unit} onValue={setUnit} />
      </Field>
      <Field label={say(DETAILS.revenueSign)}>
        <OneOf terms={SIGNS} none={DETAILS.asRead} value={revenue} onValue={setRevenue} />
      </Field>
      <Field label={say(DETAILS.expenseSign)}>
        <OneOf terms={SIGNS} none={DETAILS.asRead} value={expense} onValue={setExpense} />
      </Field>
      <Field label={say(DETAILS.notation)}>
        <OneOf terms={NOTATIONS} none={DETAILS.asRead} value={notation} onValue={setNotation} />
      </Field>
      <Field
        label={say(DETAILS.leaveOut)}
        hint={say(DETAILS.rowsHow)}
        {...shown(problems.leaveOut)}
      >
        <Typed value={leaveOut} onValue={setLeaveOut} />
      </Field>
      <Field label={say(DETAILS.takeIn)} hint={say(DETAILS.rowsHow)} {...shown(problems.takeIn)}>
        <Typed value={takeIn} onValue={setTakeIn} />
      </Field>
      <Button
        type="submit"
        size="small"
        appearance="primary"
        className={styles.apply}
        disabledFocusable={busy}
      >
        {say(DETAILS.apply)}
      </Button>
    </form>
  );
}

function Typed({
  value,
  onValue,
  ...field
}: {
  readonly value: string;
  readonly onValue: (value: string) => void;
}) {
  return (
    <Input
      {...field}
      value={value}
      inputMode="numeric"
      autoComplete="off"
      onChange={(_, data) => onValue(data.value)}
    />
  );
}

/** Both header rows, or none; one of them alone is both. */
function readHeader(first: string, last: string): readonly [number, number] | undefined | "wrong" {
  if (first.trim() === "" && last.trim() === "") return undefined;
  const from = readRow(first.trim() === "" ? last : first);
  const to = readRow(last.trim() === "" ? first : last);
  return from === undefined || to === undefined || from > to ? "wrong" : [from, to];
}
