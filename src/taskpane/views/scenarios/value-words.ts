import { useCallback } from "react";
import { INDEX_TERMS } from "../../../model/field-labels";
import { useFigures } from "../../frame/figures";
import { useLanguage, useSpoken } from "../../frame/spoken";
import { dayInWords, monthInWords } from "../../fields";
import { isSame } from "../../session/shared-values";
import type { FieldForm } from "./form-types";
import { asIndex, asRecord } from "./read-values";
import { SCENARIOS } from "./words";

/** Says a value of a field as people read it, in one line. */
export function useValueWords(): (
  value: unknown,
  form: Exclude<FieldForm, { readonly type: "ways" }>,
) => string {
  const say = useSpoken();
  const language = useLanguage();
  const figures = useFigures();
  return useCallback(
    (value, form) => {
      const none = say(SCENARIOS.noTaxCase);
      const number = (one: number): string => {
        if (form.type === "index") return figures.percent(one);
        if (form.type === "number" || form.type === "series") {
          if (form.unit === "share") return figures.percent(one);
          return form.unit === "EUR" ? figures.cents(one) : figures.number(one);
        }
        return figures.euros(one);
      };
      const byYear = (given: unknown): string =>
        Object.entries(asRecord(given))
          .map(([year, one]) => `${year}: ${typeof one === "number" ? number(one) : none}`)
          .join(", ");
      switch (form.type) {
        case "month":
          return typeof value === "string" ? monthInWords(value, language) : none;
        case "date":
          return typeof value === "string" ? dayInWords(value, language) : none;
        case "flag":
          return say((value ?? form.usual) === true ? SCENARIOS.yes : SCENARIOS.no);
        case "choice": {
          const chosen =
            form.choices.find((choice) => isSame(choice.value, value)) ?? form.choices[0];
          return chosen === undefined ? none : say(chosen.label);
        }
        case "index": {
          const choice = asIndex(value) ?? form.usual;
          return typeof choice === "string"
            ? say(INDEX_TERMS[choice])
            : typeof choice === "number"
              ? number(choice)
              : byYear(choice);
        }
        default:
          if (typeof value === "number") return number(value);
          if (typeof value === "string" && value !== "") return value;
          return typeof value === "object" && value !== null ? byYear(value) || none : none;
      }
    },
    [say, language, figures],
  );
}
