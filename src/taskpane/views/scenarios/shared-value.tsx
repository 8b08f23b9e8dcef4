import { fill } from "../../../language";
import { useMemo } from "react";
import { usePaneState } from "../../frame/session-context";
import { useSpoken } from "../../frame/spoken";
import { valueAt } from "../../../model/document-paths";
import { sameFields, sharingOf } from "../../session/shared-values";
import type { FieldForm, Way, WaysForm } from "./form-types";
import { asRecord } from "./read-values";
import { useScenarioStyles } from "./styles";
import { useValueWords } from "./value-words";
import { SCENARIOS } from "./words";

/** Which scenarios have another value in a field, and how many share this one. */
export function SharedValue({
  path,
  form,
}: {
  readonly path: string;
  readonly form: Exclude<FieldForm, { readonly type: "ways" }>;
}) {
  const words = useValueWords();
  const document = usePaneState((state) => state.document);
  const sharing = useMemo(
    () => (document === undefined ? undefined : sharingOf(document, path)),
    [document, path],
  );
  if (sharing === undefined) return undefined;
  const { sharing: same, differing } = sharing;
  return (
    <Differing
      sharing={same.length}
      others={differing.map(({ name, value }) => ({ name, value: words(value, form) }))}
    />
  );
}

/** Which scenarios give the same in another way. */
export function SharedWay({ base, form }: { readonly base: string; readonly form: WaysForm }) {
  const say = useSpoken();
  const document = usePaneState((state) => state.document);
  const ways = useMemo(() => {
    const [field = ""] = Object.keys(form.ways[0]?.begin ?? {});
    const wayOf = (block: string): Way | undefined => {
      const record = asRecord(valueAt(document, block));
      return form.ways.find((way) => way.is(record));
    };
    const own = wayOf(base);
    const others = (document === undefined ? [] : sameFields(document, `${base}.${field}`)).map(
      ({ name, path }) => ({ name, way: wayOf(path.slice(0, -field.length - 1)) }),
    );
    return {
      sharing: others.filter(({ way }) => way === own).length,
      others: others.filter(({ way }) => way !== own),
    };
  }, [document, base, form]);
  return (
    <Differing
      sharing={ways.sharing}
      others={ways.others.map(({ name, way }) => ({
        name,
        value: way === undefined ? "" : say(way.label),
      }))}
    />
  );
}

interface DifferingProps {
  /** How many others have the same. */
  readonly sharing: number;
  readonly others: readonly { readonly name: string; readonly value: string }[];
}

/** Who differs, behind a click; nothing where nobody does: the form says it once for all its fields. */
function Differing({ sharing, others }: DifferingProps) {
  const styles = useScenarioStyles();
  const say = useSpoken();
  if (others.length === 0) return undefined;
  return (
    <details className={styles.faint}>
      <summary>
        {[
          ...(sharing === 0 ? [] : [fill(SCENARIOS.sharedWith, sharing + 1)]),
          others.length === 1 ? SCENARIOS.differsInOne : fill(SCENARIOS.differsIn, others.length),
        ]
          .map(say)
          .join(", ")}
      </summary>
      <ul className={styles.rows}>
        {others.map(({ name, value }) => (
          <li key={name}>
            {name}: {value}
          </li>
        ))}
      </ul>
    </details>
  );
}
