import { Button, Field, Input } from "@fluentui/react-components";
import { useState } from "react";
import { fill } from "../../../language";
import type { MissingFigure, Preset } from "../../engine";
import { NumberField, type NumberUnit } from "../../fields";
import { useEngine, usePaneState, useSession } from "../../frame/session-context";
import { useSpoken } from "../../frame/spoken";
import { STATUS_QUO } from "../../../model/terms";
import { LevelPage } from "./level";
import { useScenarioStyles } from "./styles";
import { SCENARIOS } from "./words";

/** The ready-made scenarios: what each is, where it comes from, which figures it asks for. */
export function PresetGallery() {
  const styles = useScenarioStyles();
  const say = useSpoken();
  const engine = useEngine();
  const [words, setWords] = useState("");
  const [given, setGiven] = useState<Readonly<Record<string, number>>>({});
  const presets = (engine?.PRESETS ?? []).filter(({ id }) => id !== STATUS_QUO);
  const found = presets.filter((preset) => {
    const taxCase =
      preset.taxCase === undefined ? "" : say(engine?.taxCaseText(preset.taxCase) ?? NONE);
    const text = `${say(preset.title)} ${say(preset.description)} ${preset.source} ${taxCase}`;
    return words
      .toLowerCase()
      .split(/\s+/)
      .every((word) => text.toLowerCase().includes(word));
  });
  return (
    <LevelPage title={SCENARIOS.presets} above={SCENARIOS.list}>
      <p className={styles.text}>{say(SCENARIOS.presetsWhat)}</p>
      <Field label={say(SCENARIOS.search)}>
        <Input type="search" value={words} onChange={(_, data) => setWords(data.value)} />
      </Field>
      <p className={styles.faint} role="status">
        {say(
          found.length === 0
            ? SCENARIOS.foundNone
            : found.length === 1
              ? SCENARIOS.foundOne
              : fill(SCENARIOS.found, found.length),
        )}
      </p>
      <ul className={styles.list}>
        {found.map((preset) => (
          <li key={preset.id}>
            <PresetCard
              preset={preset}
              given={given}
              onGiven={(key, value) =>
                setGiven((before) => {
                  const others = Object.entries(before).filter(([other]) => other !== key);
                  return Object.fromEntries(
                    value === undefined ? others : [...others, [key, value]],
                  );
                })
              }
            />
          </li>
        ))}
      </ul>
    </LevelPage>
  );
}

const NONE = { de: "", en: "" };

interface PresetCardProps {
  readonly preset: Preset;
  readonly given: Readonly<Record<string, number>>;
  readonly onGiven: (key: string, value: number | undefined) => void;
}

function PresetCard({ preset, given, onGiven }: PresetCardProps) {
  const styles = useScenarioStyles();
  const say = useSpoken();
  const session = useSession();
  const engine = useEngine();
  const inModel = usePaneState(
    ({ document }) => document?.scenarios.some(({ id }) => id === preset.id) ?? false,
  );
  const { id, title, description, source, taxCase, missing } = preset;
  const complete = missing.every(({ key }) => given[key] !== undefined);
  const sources = source.split("; ").map((short) => engine?.SOURCES[short] ?? short);
  return (
    <article className={styles.card} aria-labelledby={`preset-${id}`}>
      <h2 id={`preset-${id}`} className={styles.heading}>
        {say(title)}
      </h2>
      {taxCase !== undefined && engine !== undefined && (
        <p className={styles.faint}>{say(engine.taxCaseText(taxCase))}</p>
      )}
      <p className={styles.text}>{say(description)}</p>
      <p className={styles.faint}>{say(fill(SCENARIOS.sourceOf, sources.join("; ")))}</p>
      {missing.length > 0 && (
        <details className={styles.details}>
          <summary>{say(SCENARIOS.asked)}</summary>
          <div className={styles.page}>
            {missing.map((figure) => (
              <MissingField
                key={figure.key}
                preset={id}
                figure={figure}
                value={given[figure.key]}
                onValue={(value) => onGiven(figure.key, value)}
              />
            ))}
          </div>
        </details>
      )}
      <div className={styles.actions}>
        <Button
          size="small"
          aria-label={say(fill(SCENARIOS.addNamed, title))}
          disabledFocusable={!complete}
          onClick={() => void session.scenarios.addPresets([id], given)}
        >
          {say(SCENARIOS.add)}
        </Button>
        {inModel && <span className={styles.badge}>{say(SCENARIOS.inModel)}</span>}
      </div>
    </article>
  );
}

const UNITS: Readonly<Record<MissingFigure["unit"], NumberUnit>> = {
  EUR: "EUR",
  share: "share",
  count: "number",
  months: "number",
};

function MissingField({
  preset,
  figure,
  value,
  onValue,
}: {
  readonly preset: string;
  readonly figure: MissingFigure;
  readonly value: number | undefined;
  readonly onValue: (value: number | undefined) => void;
}) {
  return (
    <NumberField
      path={`presets.${preset}.${figure.key}`}
      label={figure.label}
      unit={UNITS[figure.unit]}
      bounds={{ minimum: 0, ...(figure.unit === "months" ? { minimum: 1, whole: true } : {}) }}
      value={value}
      onValue={onValue}
    />
  );
}
