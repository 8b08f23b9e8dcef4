export type { ByYear } from "./by-year";
export {
  ChoiceField,
  type ChoiceFieldProps,
  SwitchField,
  type SwitchFieldProps,
} from "./choice-field";
export type { FieldFacts } from "./field-frame";
export { IndexField, type IndexFieldProps, type SharedIndex } from "./index-field";
export { NumberField, type NumberFieldProps } from "./number-field";
export { problemAt } from "./problems";
export { SeriesField, type SeriesFieldProps } from "./series-field";
export { TextField, type TextFieldProps } from "./text-field";
export { DateField, MonthField, type TimeFieldProps, YearField } from "./time-field";
export { dayInWords, monthInWords } from "./typed-month";
export { type NumberBounds, type NumberUnit, showNumber } from "./typed-number";
export { YearAmounts, type YearAmountsProps } from "./year-amounts";
