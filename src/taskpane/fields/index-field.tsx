import type { Text } from "../../language";
import type { IndexChoice } from "../../model/document";
import { ChoiceField } from "./choice-field";
import type { FieldFacts } from "./field-frame";
import { SeriesField, type SeriesFieldProps } from "./series-field";
import { YEARS } from "./words";

/** The shared indices. */
export type SharedIndex = "goods" | "staff" | "fees";

export interface IndexFieldProps extends FieldFacts {
  /** What the shared indices are called. */
  readonly names: Readonly<Record<SharedIndex, Text>>;
  /** What holds where nothing is chosen. */
  readonly usual: SharedIndex;
  readonly years: SeriesFieldProps["years"];
  /** `null`: a rate of its own is chosen and not yet given. */
  readonly value: IndexChoice | null | undefined;
  readonly onValue: (value: IndexChoice | null | undefined) => void;
}

const OWN = "own";
const RATE_BOUNDS = { minimum: -0.5, maximum: 1 };

/** Which index a price follows: a shared one, or a rate of its own, for all years or by year. */
export function IndexField({
  names,
  usual,
  years,
  value,
  onValue,
  more,
  ...facts
}: IndexFieldProps) {
  const shared = typeof value === "string" ? value : usual;
  const own = value === null || typeof value === "number" || typeof value === "object";
  const choose = (choice: SharedIndex | typeof OWN): void => {
    if (choice === OWN) onValue(own ? value : null);
    else onValue(choice === usual ? undefined : choice);
  };
  return (
    <>
      <ChoiceField
        {...facts}
        label={facts.label}
        value={own ? OWN : shared}
        choices={[
          { value: "goods" as const, label: names.goods },
          { value: "staff" as const, label: names.staff },
          { value: "fees" as const, label: names.fees },
          { value: OWN, label: YEARS.indexOwn },
        ]}
        onValue={choose}
        {...(own ? { path: `${facts.path}.kind` } : {})}
      />
      {own && (
        <SeriesField
          path={facts.path}
          label={YEARS.indexRate}
          required
          unit="share"
          bounds={RATE_BOUNDS}
          years={years}
          value={value ?? undefined}
          onValue={onValue}
        />
      )}
      {more}
    </>
  );
}
