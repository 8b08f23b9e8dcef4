import { Button } from "@fluentui/react-components";
import { DismissRegular } from "@fluentui/react-icons";
import { useRef } from "react";
import { fill, type Text, verbatim } from "../../../language";
import { INDEX_TERMS } from "../../../model/field-labels";
import type { AmountsByYear, LawNotes } from "../../engine";
import {
  ChoiceField,
  DateField,
  IndexField,
  MonthField,
  NumberField,
  SeriesField,
  SwitchField,
  TextField,
  YearAmounts,
} from "../../fields";
import { usePaneState, useSession } from "../../frame/session-context";
import { useSpoken } from "../../frame/spoken";
import { valueAt } from "../../../model/document-paths";
import { isSame } from "../../session/shared-values";
import { Catalogue } from "./catalogue";
import type { FieldForm, WaysForm } from "./form-types";
import { Patterns } from "./patterns";
import { asAmounts, asIndex, asNumber, asRecord, asSeries, asText } from "./read-values";
import { SharedValue, SharedWay } from "./shared-value";
import { useScenarioStyles } from "./styles";
import { SCENARIOS } from "./words";

/** What all fields of a form are given. */
interface FormContext {
  /** Path of the block, or of the entry of a list. */
  readonly base: string;
  /** Years of the model. */
  readonly years: { readonly first: number; readonly last: number };
  /** What the law says today; undefined until the engine is there. */
  readonly law: LawNotes | undefined;
  /** What the block comes to by year, as last computed. */
  readonly amounts: AmountsByYear | undefined;
}

/** The fields of a form, one below the other. */
export function FormFields({
  forms,
  ...context
}: FormContext & { readonly forms: readonly FieldForm[] }) {
  return forms.map((form) =>
    form.type === "ways" ? (
      <Ways key={form.field} form={form} {...context} />
    ) : (
      <OneField key={form.field} form={form} {...context} />
    ),
  );
}

function OneField({
  form,
  base,
  years,
  law,
  amounts,
}: FormContext & { readonly form: Exclude<FieldForm, WaysForm> }) {
  const session = useSession();
  const path = `${base}.${form.field}`;
  const value = usePaneState(({ document }) => valueAt(document, path));
  const isWritten = usePaneState(({ written }) => written.sheets.length > 0);
  const set = (next: unknown): void => session.scenarios.set(path, next, form.label);
  const setRequired = (next: unknown): void =>
    set(next ?? (form.required === true ? null : undefined));
  const notes = [form.note, form.law === undefined ? undefined : law?.[form.law]].filter(
    (note) => note !== undefined,
  );
  const fallback = fallbackOf(form.fallback, law);
  const facts = {
    path,
    label: form.label,
    more: <SharedValue path={path} form={form} />,
    ...(form.required === true ? { required: true } : {}),
    ...(notes.length === 0 ? {} : { note: joined(notes) }),
    ...(fallback === undefined ? {} : { fallback }),
    ...(isWritten && hasCell(form)
      ? { showCell: () => void session.scenarios.showCell(path) }
      : {}),
  };
  switch (form.type) {
    case "number":
      return (
        <NumberField
          {...facts}
          unit={form.unit}
          {...(form.things === undefined ? {} : { things: form.things })}
          {...(form.bounds === undefined ? {} : { bounds: form.bounds })}
          value={asNumber(value)}
          onValue={setRequired}
        />
      );
    case "series":
      return (
        <SeriesField
          {...facts}
          unit={form.unit}
          years={years}
          {...(form.things === undefined ? {} : { things: form.things })}
          {...(form.bounds === undefined ? {} : { bounds: form.bounds })}
          value={asSeries(value)}
          onValue={setRequired}
        />
      );
    case "by-year":
      return (
        <YearAmounts
          {...facts}
          years={years}
          value={asAmounts(value)}
          onValue={set}
          {...(form.carriedOn ? { carriedOn: (year: number) => amounts?.get(year) } : {})}
        />
      );
    case "month":
      return <MonthField {...facts} value={asText(value)} onValue={setRequired} />;
    case "date":
      return (
        <DateField
          {...facts}
          value={asText(value)}
          onValue={(next) => set(next ?? (form.nullable === true ? null : undefined))}
        />
      );
    case "text":
      return (
        <TextField
          {...facts}
          longest={form.longest}
          {...(form.lines === undefined ? {} : { lines: form.lines })}
          value={asText(value)}
          onValue={(next) => set(next ?? (form.required === true ? "" : undefined))}
        />
      );
    case "flag":
      return (
        <SwitchField
          {...facts}
          value={typeof value === "boolean" ? value : form.usual}
          onValue={(next) => set(next === form.usual ? undefined : next)}
        />
      );
    case "choice": {
      const [first] = form.choices;
      const chosen = form.choices.find((choice) => isSame(choice.value, value)) ?? first;
      return (
        <ChoiceField
          {...facts}
          choices={form.choices.map(({ id, label }) => ({ value: id, label }))}
          value={chosen?.id ?? ""}
          onValue={(id) => set(form.choices.find((choice) => choice.id === id)?.value)}
        />
      );
    }
    case "index":
      return (
        <IndexField
          {...facts}
          names={INDEX_TERMS}
          usual={form.usual}
          years={years}
          value={asIndex(value)}
          onValue={set}
        />
      );
    case "patterns":
      return <Patterns path={path} form={form} value={value} onValue={set} />;
    case "list":
      return <EntryList form={form} base={base} years={years} law={law} amounts={amounts} />;
  }
}

/** Entries with fields of their own, such as products or assets. */
function EntryList({
  form,
  base,
  ...context
}: FormContext & { readonly form: Extract<FieldForm, { readonly type: "list" }> }) {
  const styles = useScenarioStyles();
  const say = useSpoken();
  const session = useSession();
  const path = `${base}.${form.field}`;
  const value = usePaneState(({ document }) => valueAt(document, path));
  const entries: readonly unknown[] = Array.isArray(value) ? value : [];
  const set = (next: readonly unknown[]): void =>
    session.scenarios.set(
      path,
      next.length === 0 && form.required !== true ? undefined : next,
      form.label,
    );
  const nameOf = (entry: unknown, index: number): Text => {
    const name = asText(asRecord(entry)["name"]);
    return name === undefined || name === ""
      ? fill({ de: "{0} {1}", en: "{0} {1}" }, form.entry, index + 1)
      : verbatim(name);
  };
  return (
    <section className={styles.page} aria-label={say(form.label)} data-field={path}>
      <h2 className={styles.heading}>{say(form.label)}</h2>
      {form.note !== undefined && <p className={styles.faint}>{say(form.note)}</p>}
      {entries.map((entry, index) => (
        <fieldset key={index} className={styles.entry}>
          <legend className={styles.legend}>{say(nameOf(entry, index))}</legend>
          <FormFields {...context} base={`${path}[${index}]`} forms={form.fields} />
          <Button
            size="small"
            icon={<DismissRegular />}
            onClick={() => set(entries.filter((_, at) => at !== index))}
          >
            {say(fill(SCENARIOS.remove, nameOf(entry, index)))}
          </Button>
        </fieldset>
      ))}
      {form.catalogue === true && (
        <Catalogue
          taken={entries.flatMap((entry) => asText(asRecord(entry)["name"]) ?? [])}
          onProduct={(name) => set([...entries, { ...form.begin, name }])}
        />
      )}
      <div className={styles.actions}>
        <Button size="small" onClick={() => set([...entries, form.begin])}>
          {say(form.add)}
        </Button>
      </div>
    </section>
  );
}

/** The choice between ways to give the same, and the fields of the chosen one. */
function Ways({ form, base, law, ...context }: FormContext & { readonly form: WaysForm }) {
  const session = useSession();
  const block = usePaneState(({ document }) => valueAt(document, base));
  const record = asRecord(block);
  const chosen = form.ways.find((way) => way.is(record)) ?? form.ways[0];
  /** What was given in a way that was left, in case the user comes back to it. */
  const left = useRef(new Map<string, Readonly<Record<string, unknown>>>());
  const choose = (id: string): void => {
    const next = form.ways.find((way) => way.id === id);
    if (next === undefined || chosen === undefined || next === chosen) return;
    const fields = new Set(form.ways.flatMap(({ begin }) => Object.keys(begin)));
    const now = Object.fromEntries([...fields].map((field) => [field, record[field]] as const));
    left.current.set(chosen.id, now);
    const none = Object.fromEntries([...fields].map((field) => [field, undefined] as const));
    session.scenarios.setFields(
      base,
      left.current.get(id) ?? { ...none, ...next.begin },
      form.label,
    );
  };
  const note = form.law === undefined ? undefined : law?.[form.law];
  return (
    <>
      <ChoiceField
        path={`${base}.${form.field}`}
        label={form.label}
        {...(note === undefined ? {} : { note })}
        choices={form.ways.map(({ id, label }) => ({ value: id, label }))}
        value={chosen?.id ?? ""}
        onValue={choose}
        more={<SharedWay base={base} form={form} />}
      />
      <FormFields {...context} law={law} base={base} forms={chosen?.fields ?? []} />
    </>
  );
}

function fallbackOf(
  fallback: Text | { readonly law: keyof LawNotes } | undefined,
  law: LawNotes | undefined,
): Text | undefined {
  if (fallback === undefined || !("law" in fallback)) return fallback;
  return law?.[fallback.law];
}

function joined(notes: readonly Text[]): Text {
  return { de: notes.map(({ de }) => de).join(" "), en: notes.map(({ en }) => en).join(" ") };
}

/** Names, notes and choices are not typed into cells of the sheets. */
function hasCell({ type }: FieldForm): boolean {
  return type === "number" || type === "series" || type === "month" || type === "date";
}
