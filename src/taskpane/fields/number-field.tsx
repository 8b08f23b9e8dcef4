import { Input } from "@fluentui/react-components";
import { fill, type Language, type Text, verbatim } from "../../language";
import { useSession } from "../frame/session-context";
import { useLanguage, useSpoken } from "../frame/spoken";
import { type FieldFacts, FieldFrame } from "./field-frame";
import {
  type NumberBounds,
  type NumberMistake,
  type NumberUnit,
  readTypedNumber,
  showNumber,
} from "./typed-number";
import { useTyped } from "./use-typed";
import { FIELDS } from "./words";

export interface NumberFieldProps extends FieldFacts {
  /** EUR; a share as a fraction; or a plain number of `things`. */
  readonly unit: NumberUnit;
  /** What is counted, behind the field: `Tage`, `VZÄ`. */
  readonly things?: Text;
  readonly bounds?: NumberBounds;
  readonly value: number | undefined;
  readonly onValue: (value: number | undefined) => void;
}

/** A number as people type it: `1.234,5`, `19 %`, `282 T€`. */
export function NumberField({
  unit,
  things,
  bounds = {},
  value,
  onValue,
  ...facts
}: NumberFieldProps) {
  const say = useSpoken();
  const language = useLanguage();
  const { text, typed, error, means, remark, instead } = useNumber({
    unit,
    bounds,
    value,
    onValue,
    label: facts.label,
    optional: facts.required !== true,
  });
  const sign = things === undefined ? UNIT_SIGNS[unit] : say(things);
  return (
    <FieldFrame
      {...facts}
      error={error}
      means={means}
      remark={remark}
      instead={instead}
      empty={typed.reading.kind === "empty"}
    >
      <Input
        value={text}
        autoComplete="off"
        lang={language}
        onChange={(_, data) => typed.change(data.value)}
        onBlur={typed.leave}
        {...(sign === "" ? {} : { contentAfter: <span aria-hidden>{sign}</span> })}
      />
    </FieldFrame>
  );
}

const UNIT_SIGNS: Readonly<Record<NumberUnit, string>> = { EUR: "€", share: "%", number: "" };

interface NumberInput {
  readonly unit: NumberUnit;
  readonly bounds: NumberBounds;
  readonly value: number | undefined;
  readonly onValue: (value: number | undefined) => void;
  readonly label: Text;
  readonly optional: boolean;
}

/** The typing of a number: its text, what it means, what is wrong with it. */
export function useNumber({ unit, bounds, value, onValue, label, optional }: NumberInput) {
  const session = useSession();
  const language = useLanguage();
  const typed = useTyped({
    value,
    optional,
    onValue,
    show: (number: number) => showNumber(number, unit, language),
    read: (text) => readTypedNumber(text, unit, language, bounds),
    onLost: (text) =>
      session.announce({ intent: "warning", text: fill(FIELDS.notTaken, verbatim(text), label) }),
  });
  const { reading, text } = typed;
  const wrong = reading.kind === "wrong" ? mistakeText(reading.why, text, unit, bounds) : undefined;
  const holds =
    value === undefined
      ? undefined
      : { de: written(value, unit, "de"), en: written(value, unit, "en") };
  const shown = reading.kind === "value" ? showNumber(reading.value, unit, language) : "";
  const hint = reading.kind === "value" ? reading.hint : undefined;
  return {
    typed,
    text,
    error:
      wrong !== undefined && holds !== undefined ? fill(FIELDS.stillHolds, wrong, holds) : wrong,
    means:
      reading.kind === "value" && typed.typing && (text.trim() !== shown || hint !== undefined)
        ? verbatim(written(reading.value, unit, language))
        : undefined,
    remark:
      unit === "EUR" && reading.kind === "value" && reading.value < 0
        ? FIELDS.lowersCosts
        : undefined,
    instead:
      hint === undefined
        ? undefined
        : { text: `${hint} %`, adopt: () => typed.change(`${hint} %`) },
  };
}

function written(value: number, unit: NumberUnit, language: Language): string {
  const number = showNumber(value, unit, language);
  return unit === "number" ? number : `${number}\u00a0${UNIT_SIGNS[unit]}`;
}

const EXAMPLES: Readonly<Record<NumberUnit, Text>> = {
  EUR: { de: "1.234,50 oder 282 T€", en: "1,234.50 or 282 T€" },
  share: { de: "19 oder 19 %", en: "19 or 19 %" },
  number: { de: "12 oder 1,5", en: "12 or 1.5" },
};

function mistakeText(
  why: NumberMistake,
  text: string,
  unit: NumberUnit,
  { minimum = 0, maximum = 0 }: NumberBounds,
): Text {
  const bound = (value: number): Text => ({
    de: written(value, unit, "de"),
    en: written(value, unit, "en"),
  });
  switch (why) {
    case "not-a-number":
      return fill(FIELDS.noNumber, verbatim(text), EXAMPLES[unit]);
    case "other-unit":
      return fill(
        unit === "EUR"
          ? FIELDS.euroExpected
          : unit === "share"
            ? FIELDS.percentExpected
            : FIELDS.plainExpected,
        verbatim(text),
        EXAMPLES[unit],
      );
    case "too-small":
      return fill(FIELDS.tooSmall, bound(minimum));
    case "too-large":
      return fill(FIELDS.tooLarge, bound(maximum));
    case "not-whole":
      return FIELDS.notWhole;
  }
}
