import { fill, type Text } from "../../../language";
import type { ModelDocument } from "../../../model/document";
import { FIELD_LABELS, INDEX_TERMS } from "../../../model/field-labels";
import { ChoiceField, NumberField, SeriesField, TextField, YearField } from "../../fields";
import { usePaneState, useSession } from "../../frame/session-context";
import { useSpoken } from "../../frame/spoken";
import { FORM } from "./block-words";
import { LevelPage } from "./level";
import { useScenarioStyles } from "./styles";
import { SCENARIOS } from "./words";

const RATE_BOUNDS = { minimum: -0.5, maximum: 1 };
const PEOPLE_BOUNDS = { minimum: 1, maximum: 10_000_000, whole: true };
const PLACES_BOUNDS = { minimum: 0, maximum: 10_000_000, whole: true };
const ROUNDINGS = ["1", "10", "100", "1000"] as const;

/** What all scenarios have in common: years, inhabitants, workplaces, indices, rates, with their sources. */
export function FramePage() {
  const document = usePaneState((state) => state.document);
  return document === undefined ? undefined : <FrameFields document={document} />;
}

function FrameFields({ document }: { readonly document: ModelDocument }) {
  const styles = useScenarioStyles();
  const say = useSpoken();
  const session = useSession();
  const isWritten = usePaneState(({ written }) => written.sheets.length > 0);
  const { years, indices = {} } = document;
  const set = (path: string, value: unknown, label: Text): void =>
    session.scenarios.set(path, value, label);
  const facts = (path: string, label: Text) => ({
    path,
    label,
    ...(isWritten ? { showCell: () => void session.scenarios.showCell(path) } : {}),
  });
  return (
    <LevelPage title={SCENARIOS.frame} above={SCENARIOS.list}>
      <p className={styles.text}>{say(SCENARIOS.frameWhat)}</p>
      <TextField
        path="name"
        label={SCENARIOS.modelName}
        required
        longest={120}
        value={document.name}
        onValue={(value) => set("name", value, SCENARIOS.modelName)}
      />
      <YearField
        {...facts("years.first", FIELD_LABELS.firstYear)}
        required
        note={SCENARIOS.yearsNote}
        value={years.first}
        onValue={(value) => set("years.first", value, FIELD_LABELS.firstYear)}
      />
      <YearField
        {...facts("years.last", FIELD_LABELS.lastYear)}
        required
        value={years.last}
        onValue={(value) => set("years.last", value, FIELD_LABELS.lastYear)}
      />
      <SeriesField
        {...facts("inhabitants", FIELD_LABELS.inhabitants)}
        unit="number"
        things={SCENARIOS.persons}
        bounds={PEOPLE_BOUNDS}
        note={SCENARIOS.inhabitantsNote}
        years={years}
        value={document.inhabitants}
        onValue={(value) => set("inhabitants", value, FIELD_LABELS.inhabitants)}
      />
      <SourceField of={FIELD_LABELS.inhabitants} field="inhabitants" document={document} />
      <SeriesField
        {...facts("workplaces", FIELD_LABELS.workplaces)}
        unit="number"
        bounds={PLACES_BOUNDS}
        note={SCENARIOS.workplacesNote}
        years={years}
        value={document.workplaces}
        onValue={(value) => set("workplaces", value, FIELD_LABELS.workplaces)}
      />
      <SourceField of={FIELD_LABELS.workplaces} field="workplaces" document={document} />
      <section className={styles.page} aria-labelledby="frame-indices">
        <h2 id="frame-indices" className={styles.heading}>
          {say(FIELD_LABELS.priceChange)}
        </h2>
        {(["goods", "staff", "fees"] as const).map((name) => (
          <SeriesField
            key={name}
            {...facts(`indices.${name}`, INDEX_TERMS[name])}
            unit="share"
            bounds={RATE_BOUNDS}
            fallback={FORM.zeroPercent}
            years={years}
            value={indices[name]}
            onValue={(value) => set(`indices.${name}`, value, INDEX_TERMS[name])}
          />
        ))}
        <SourceField of={FIELD_LABELS.priceChange} field="indices" document={document} />
      </section>
      <NumberField
        {...facts("discountRate", FIELD_LABELS.discountRate)}
        unit="share"
        bounds={RATE_BOUNDS}
        fallback={FORM.zeroPercent}
        value={document.discountRate}
        onValue={(value) => set("discountRate", value, FIELD_LABELS.discountRate)}
      />
      <SourceField of={FIELD_LABELS.discountRate} field="discountRate" document={document} />
      <ChoiceField
        path="rounding"
        label={FIELD_LABELS.rounding}
        choices={ROUNDINGS.map((value) => ({ value, label: fill(SCENARIOS.fullEuros, value) }))}
        value={ROUNDINGS.find((value) => Number(value) === document.rounding) ?? "100"}
        onValue={(value) => set("rounding", Number(value), FIELD_LABELS.rounding)}
      />
      <SourceField of={FIELD_LABELS.rounding} field="rounding" document={document} />
      <ChoiceField
        path="land"
        label={SCENARIOS.land}
        note={SCENARIOS.landNote}
        choices={[
          { value: "NW" as const, label: SCENARIOS.northRhine },
          { value: "NI" as const, label: SCENARIOS.lowerSaxony },
        ]}
        value={document.land ?? "NW"}
        onValue={(value) => set("land", value, SCENARIOS.land)}
      />
    </LevelPage>
  );
}

/** Where a figure of the frame comes from. */
function SourceField({
  of,
  field,
  document,
}: {
  readonly of: Text;
  readonly field: keyof NonNullable<ModelDocument["sources"]>;
  readonly document: ModelDocument;
}) {
  const session = useSession();
  const label = fill(SCENARIOS.sourceOf, of);
  return (
    <TextField
      path={`sources.${field}`}
      label={label}
      longest={255}
      value={document.sources?.[field]}
      onValue={(value) => session.scenarios.set(`sources.${field}`, value, label)}
    />
  );
}
