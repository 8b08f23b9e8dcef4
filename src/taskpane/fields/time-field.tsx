import { Input } from "@fluentui/react-components";
import { fill, type Language, type Text, verbatim } from "../../language";
import { useSession } from "../frame/session-context";
import { useLanguage } from "../frame/spoken";
import { type FieldFacts, FieldFrame } from "./field-frame";
import {
  dayInWords,
  monthInWords,
  readTypedDate,
  readTypedMonth,
  showDate,
  showMonth,
  type TypedTime,
} from "./typed-month";
import { useTyped } from "./use-typed";
import { FIELDS } from "./words";

export interface TimeFieldProps extends FieldFacts {
  readonly value: string | undefined;
  readonly onValue: (value: string | undefined) => void;
}

/** How a month, a day or a year is read and written. */
interface TimeKind {
  readonly read: (text: string) => TypedTime;
  readonly show: (value: string, language: Language) => string;
  readonly words: (value: string, language: Language) => string;
  readonly wrong: Text;
}

const MONTH: TimeKind = {
  read: readTypedMonth,
  show: showMonth,
  words: monthInWords,
  wrong: FIELDS.noMonth,
};

const DAY: TimeKind = {
  read: readTypedDate,
  show: showDate,
  words: dayInWords,
  wrong: FIELDS.noDate,
};

const YEAR: TimeKind = {
  read: (text) => {
    const year = text.trim();
    if (year === "") return { kind: "empty" };
    return /^(?:19|20|21)\d\d$/.test(year) ? { kind: "value", value: year } : { kind: "wrong" };
  },
  show: (value) => value,
  words: (value) => value,
  wrong: FIELDS.noYear,
};

/** A month `YYYY-MM`, typed as `01/2023`, `1.2023`, `Januar 2023` or `2023-01`. */
export function MonthField(props: TimeFieldProps) {
  return <TimeField {...props} kind={MONTH} />;
}

/** A day `YYYY-MM-DD`, typed as `30.11.2027` or `30. November 2027`. */
export function DateField(props: TimeFieldProps) {
  return <TimeField {...props} kind={DAY} />;
}

/** A year of four digits, without a thousands sign. */
export function YearField({
  value,
  onValue,
  ...facts
}: Omit<TimeFieldProps, "value" | "onValue"> & {
  readonly value: number | undefined;
  readonly onValue: (value: number | undefined) => void;
}) {
  return (
    <TimeField
      {...facts}
      kind={YEAR}
      value={value === undefined ? undefined : String(value)}
      onValue={(year) => onValue(year === undefined ? undefined : Number(year))}
    />
  );
}

function TimeField({
  kind,
  value,
  onValue,
  ...facts
}: TimeFieldProps & { readonly kind: TimeKind }) {
  const session = useSession();
  const language = useLanguage();
  const { text, reading, typing, change, leave } = useTyped({
    value,
    onValue,
    optional: facts.required !== true,
    show: (time: string) => kind.show(time, language),
    read: kind.read,
    onLost: (lost) =>
      session.announce({
        intent: "warning",
        text: fill(FIELDS.notTaken, verbatim(lost), facts.label),
      }),
  });
  const wrong = reading.kind === "wrong" ? fill(kind.wrong, verbatim(text)) : undefined;
  const holds: Text | undefined =
    value === undefined ? undefined : { de: kind.words(value, "de"), en: kind.words(value, "en") };
  const offered = reading.kind === "wrong" ? reading.instead : undefined;
  const words = reading.kind === "value" ? kind.words(reading.value, language) : undefined;
  return (
    <FieldFrame
      {...facts}
      error={
        wrong !== undefined && holds !== undefined ? fill(FIELDS.stillHolds, wrong, holds) : wrong
      }
      means={typing && words !== undefined && words !== text ? verbatim(words) : undefined}
      instead={offered === undefined ? undefined : { text: offered, adopt: () => change(offered) }}
      empty={reading.kind === "empty"}
    >
      <Input
        value={text}
        autoComplete="off"
        onChange={(_, data) => change(data.value)}
        onBlur={leave}
      />
    </FieldFrame>
  );
}
