import { makeStyles } from "@fluentui/react-components";
import { type KeyboardEvent, useEffect, useEffectEvent, useId, useRef } from "react";
import { INK, PAPER } from "./cell-style";

const useStyles = makeStyles({
  field: {
    position: "absolute",
    top: 0,
    left: 0,
    zIndex: 3,
    height: "100%",
    minWidth: "100%",
    boxSizing: "border-box",
    padding: "0 3px",
    border: "none",
    outline: "2px solid #107c41",
    font: "13px Calibri, Carlito, sans-serif",
    color: INK,
    backgroundColor: PAPER,
  },
});

export interface CellEditorProps {
  readonly text: string;
  readonly label: string;
  readonly invalid: boolean;
  readonly describedBy: string;
  readonly choices: readonly string[];
  /** Set in front of what is there already, as after F2; else in place of it. */
  readonly selected: boolean;
  readonly onText: (text: string) => void;
  readonly onTake: (move: "down" | "up" | "right" | "left" | "stay") => void;
  readonly onDrop: () => void;
}

/** The field in a cell while its content is typed. */
export function CellEditor(props: CellEditorProps) {
  const { text, label, invalid, describedBy, choices, selected, onText, onTake, onDrop } = props;
  const styles = useStyles();
  const field = useRef<HTMLInputElement>(null);
  const listId = useId();
  const begin = useEffectEvent(() => {
    field.current?.focus();
    if (selected) field.current?.select();
    else if (text.endsWith(" %")) {
      field.current?.setSelectionRange(text.length - 2, text.length - 2);
    }
  });
  useEffect(() => begin(), []);
  const onKeyDown = (event: KeyboardEvent): void => {
    event.stopPropagation();
    if (event.key === "Escape") onDrop();
    else if (event.key === "Enter") onTake(event.shiftKey ? "up" : "down");
    else if (event.key === "Tab") onTake(event.shiftKey ? "left" : "right");
    else return;
    event.preventDefault();
  };
  return (
    <>
      <input
        ref={field}
        className={styles.field}
        size={Math.max(8, text.length)}
        value={text}
        aria-label={label}
        aria-invalid={invalid}
        aria-describedby={describedBy}
        autoComplete="off"
        {...(choices.length > 0 ? { list: listId } : {})}
        onChange={(event) => onText(event.target.value)}
        onKeyDown={onKeyDown}
        onBlur={() => onTake("stay")}
      />
      {choices.length > 0 && (
        <datalist id={listId}>
          {choices.map((choice) => (
            <option key={choice} value={choice} />
          ))}
        </datalist>
      )}
    </>
  );
}
