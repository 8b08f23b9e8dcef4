import { Field, makeStyles, tokens } from "@fluentui/react-components";
import type { ReactElement, ReactNode } from "react";
import { fill, type Text, verbatim } from "../../language";
import { TextButton } from "../controls/text-button";
import { usePaneState } from "../frame/session-context";
import { useSpoken } from "../frame/spoken";
import { problemAt } from "./problems";
import { FIELDS } from "./words";

/** What every field is told of what it is for. */
export interface FieldFacts {
  /** Path in the model document, such as `scenarios[0].start`: problems and links find the field by it. */
  readonly path: string;
  readonly label: Text;
  /** Without it the model cannot be computed. */
  readonly required?: boolean;
  /** What holds where the field is empty. */
  readonly fallback?: Text;
  /** What the value means, and the norm behind it. */
  readonly note?: Text;
  readonly source?: string;
  /** Selects the input cell in the workbook, where the field is written. */
  readonly showCell?: () => void;
  /** Whatever else belongs to the field, such as with whom it shares its value. */
  readonly more?: ReactNode;
}

interface FieldFrameProps extends FieldFacts {
  /** What is wrong with the text; a problem of the model with the value is found by the path. */
  readonly error?: Text | undefined;
  /** How the text is understood, shown while typing. */
  readonly means?: Text | undefined;
  /** What is to be known of the value that is there. */
  readonly remark?: Text | undefined;
  /** Something that may have been meant instead, to be taken over. */
  readonly instead?: { readonly text: string; readonly adopt: () => void } | undefined;
  /** The field is empty, so that what holds instead is said. */
  readonly empty?: boolean;
  /** The control shows the label itself. */
  readonly bare?: boolean;
  /** The label stands beside the control. */
  readonly beside?: boolean;
  readonly children: ReactElement;
}

const useStyles = makeStyles({
  frame: { display: "flex", flexDirection: "column", gap: "2px", minWidth: 0 },
  hint: { display: "block", overflowWrap: "anywhere" },
  means: { color: tokens.colorNeutralForeground1 },
  action: { alignSelf: "flex-start", fontSize: tokens.fontSizeBase200 },
});

/** Label, unit, default, note, source and error around a control. */
export function FieldFrame({
  path,
  label,
  required = false,
  fallback,
  note,
  source,
  showCell,
  more,
  error,
  means,
  remark,
  instead,
  empty = false,
  bare = false,
  beside = false,
  children,
}: FieldFrameProps) {
  const styles = useStyles();
  const say = useSpoken();
  const problem = usePaneState(({ computed }) => problemAt(computed, path));
  const wrong =
    error ??
    (required && empty
      ? FIELDS.missing
      : problem === undefined
        ? undefined
        : fill(FIELDS.problem, label, problem.message));
  const hints = [
    ...(means === undefined ? [] : [{ text: fill(FIELDS.means, means), live: true }]),
    ...(remark === undefined ? [] : [{ text: remark, live: true }]),
    ...(empty && fallback !== undefined ? [{ text: fill(FIELDS.fallback, fallback) }] : []),
    ...(note === undefined ? [] : [{ text: note }]),
    ...(source === undefined || source === ""
      ? []
      : [{ text: fill(FIELDS.source, verbatim(source)) }]),
  ];
  return (
    <div className={styles.frame} data-field={path}>
      <Field
        {...(bare ? {} : { label: say(label) })}
        required={required}
        orientation={beside ? "horizontal" : "vertical"}
        validationState={wrong === undefined ? "none" : "error"}
        {...(wrong === undefined
          ? {}
          : {
              // What has never been given is no news to interrupt for.
              validationMessage: {
                children: say(wrong),
                ...(wrong === FIELDS.missing ? { role: undefined } : {}),
              },
            })}
        {...(hints.length === 0
          ? {}
          : {
              hint: (
                <>
                  {hints.map(({ text, live }) => (
                    <span
                      key={say(text)}
                      className={live === true ? `${styles.hint} ${styles.means}` : styles.hint}
                    >
                      {say(text)}
                    </span>
                  ))}
                </>
              ),
            })}
      >
        {children}
      </Field>
      {instead !== undefined && (
        <TextButton
          className={styles.action}
          // Were the field left first, its hint would go and the button move away under the pointer.
          onMouseDown={(event) => event.preventDefault()}
          onClick={instead.adopt}
        >
          {say(fill(FIELDS.instead, verbatim(instead.text)))}
        </TextButton>
      )}
      {showCell !== undefined && (
        <TextButton
          className={styles.action}
          onClick={showCell}
          aria-label={`${say(FIELDS.showCell)}: ${say(label)}`}
        >
          {say(FIELDS.showCell)}
        </TextButton>
      )}
      {more}
    </div>
  );
}
